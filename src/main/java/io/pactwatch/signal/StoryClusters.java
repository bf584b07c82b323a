package io.pactwatch.signal;

import io.pactwatch.analysis.ArticleAnalysis;
import io.pactwatch.analysis.Sentiment;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Finds the story that an article tells. A story is a connected component of the relation "tells the same" (see
 * {@link StorySimilarity}), so the stories are the same in any order of arrival; its id is the id of its earliest
 * article.
 *
 * <p>One article costs time linear in the articles of the window. A chain of retellings is followed two story windows
 * back. Immutable.
 */
public final class StoryClusters {
    /** Articles kept of one day; further ones get their story, but later ones are not compared with them. */
    public static final int MAX_MEMBERS_PER_DAY = 500;

    private final SignalSettings settings;
    private final StorySimilarity similarity;

    public StoryClusters(SignalSettings settings) {
        this.settings = settings;
        this.similarity = new StorySimilarity(settings.storyWindow());
    }

    /** First day (UTC) whose articles can belong to one story with an article of this time. */
    public LocalDate firstDay(Instant publishedAt) {
        return day(publishedAt.minus(settings.storyWindow().multipliedBy(2)));
    }

    /** Last day (UTC) whose articles can belong to one story with an article of this time. */
    public LocalDate lastDay(Instant publishedAt) {
        return day(publishedAt.plus(settings.storyWindow().multipliedBy(2)));
    }

    /**
     * Finds the story of an article.
     *
     * @param window the days from {@link #firstDay} to {@link #lastDay} that have articles about the same partnership
     * @param watermark publication time of the newest article of the partnership so far, this one included
     */
    public Assignment assign(NavigableMap<LocalDate, StoryDay> window, ArticleAnalysis analysis, Instant watermark) {
        Duration age = Duration.between(analysis.publishedAt(), watermark);
        boolean late = age.compareTo(settings.lateness()) > 0;
        Optional<StoryMember> known = find(window, analysis);
        if (known.isPresent()) {
            return repeated(window, analysis, known.get(), late);
        }
        StoryMember alone = StoryMember.alone(analysis);
        Set<String> joined = members(window)
                .filter(member -> similarity.tellSame(member, alone))
                .map(StoryMember::story)
                .collect(Collectors.toCollection(TreeSet::new));
        List<StoryMember> told = members(window)
                .filter(member -> joined.contains(member.story()))
                .toList();
        StoryMember earliest = earliest(alone, told);
        StoryMember assigned = alone.in(earliest.story(), earliest.storyStart());
        SortedMap<LocalDate, StoryDay> changed = relabel(window, joined, assigned);
        joined.remove(assigned.story());
        List<StoryMember> story = new ArrayList<>(told);
        story.add(alone);
        return new Assignment(
                changed, report(analysis, assigned, story, !told.isEmpty(), false, late, List.copyOf(joined)));
    }

    private Assignment repeated(
            NavigableMap<LocalDate, StoryDay> window, ArticleAnalysis analysis, StoryMember known, boolean late) {
        List<StoryMember> story = members(window)
                .filter(member -> member.story().equals(known.story()))
                .toList();
        return new Assignment(new TreeMap<>(), report(analysis, known, story, true, true, late, List.of()));
    }

    /** The article that names the merged story: the earliest start, told by the label that its members carry. */
    private static StoryMember earliest(StoryMember alone, Collection<StoryMember> told) {
        StoryMember first = alone;
        for (StoryMember member : told) {
            int order = member.storyStart().compareTo(first.storyStart());
            if (order < 0 || (order == 0 && member.story().compareTo(first.story()) < 0)) {
                first = member;
            }
        }
        return first;
    }

    private static SortedMap<LocalDate, StoryDay> relabel(
            NavigableMap<LocalDate, StoryDay> window, Set<String> joined, StoryMember assigned) {
        SortedMap<LocalDate, StoryDay> changed = new TreeMap<>();
        for (Map.Entry<LocalDate, StoryDay> entry : window.entrySet()) {
            List<StoryMember> members = entry.getValue().members().stream()
                    .map(member -> joined.contains(member.story())
                            ? member.in(assigned.story(), assigned.storyStart())
                            : member)
                    .toList();
            if (!members.equals(entry.getValue().members())) {
                changed.put(entry.getKey(), new StoryDay(members));
            }
        }
        LocalDate own = day(assigned.publishedAt());
        StoryDay today = changed.getOrDefault(own, window.getOrDefault(own, new StoryDay(List.of())));
        if (today.members().size() < MAX_MEMBERS_PER_DAY) {
            changed.put(own, today.with(assigned));
        }
        return changed;
    }

    private StoryReport report(
            ArticleAnalysis analysis,
            StoryMember assigned,
            List<StoryMember> story,
            boolean retelling,
            boolean duplicate,
            boolean late,
            List<String> merged) {
        StoryMember first = story.stream().min(StoryMember.BY_PUBLICATION).orElse(assigned);
        boolean named = assigned.origin().isPresent();
        return new StoryReport(
                analysis,
                assigned.story(),
                assigned.storyStart(),
                named ? assigned.root() : first.root(),
                named ? assigned.anonymous() : first.anonymous(),
                first.root(),
                retelling,
                duplicate,
                late,
                merged,
                tone(assigned, story));
    }

    /**
     * The mean of the members weighted by how much text stands behind each. Those published within one story window of
     * the start count: the observation then has a last moment at which it can move.
     */
    private Optional<StoryTone> tone(StoryMember assigned, List<StoryMember> story) {
        if (day(assigned.storyStart()).isBefore(firstDay(assigned.publishedAt()))) {
            return Optional.empty();
        }
        Instant closed = assigned.storyStart().plus(settings.storyWindow());
        double sum = 0;
        double weight = 0;
        List<StoryMember> ordered =
                story.stream().sorted(StoryMember.BY_PUBLICATION).toList();
        for (StoryMember member : ordered) {
            if (member.sentiment().isPresent() && !member.publishedAt().isAfter(closed)) {
                Sentiment sentiment = member.sentiment().get();
                sum += sentiment.weight() * sentiment.score();
                weight += sentiment.weight();
            }
        }
        if (weight == 0) {
            return Optional.empty();
        }
        double mean = Math.max(-1, Math.min(1, sum / weight));
        return Optional.of(new StoryTone(assigned.storyStart(), assigned.story(), mean));
    }

    private static Optional<StoryMember> find(NavigableMap<LocalDate, StoryDay> window, ArticleAnalysis analysis) {
        return members(window)
                .filter(member -> member.articleId().equals(analysis.articleId()))
                .findFirst();
    }

    private static Stream<StoryMember> members(NavigableMap<LocalDate, StoryDay> window) {
        return window.values().stream().flatMap(day -> day.members().stream());
    }

    private static LocalDate day(Instant instant) {
        return LocalDate.ofInstant(instant, ZoneOffset.UTC);
    }

    /**
     * @param changed the days to write back
     * @param report the article with its story
     */
    public record Assignment(SortedMap<LocalDate, StoryDay> changed, StoryReport report) {}
}
