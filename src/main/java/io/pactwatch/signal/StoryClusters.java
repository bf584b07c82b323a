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
import java.util.Optional;
import java.util.Set;

/**
 * Finds the story that an article tells. A story is a connected component of the relation "tells the same" (see
 * {@link StorySimilarity}), so the stories are the same in any order of arrival; its id is the id of its earliest
 * article.
 *
 * <p>A chain of retellings is followed two story windows back. Immutable.
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

    /** Time before which no article is needed any more once an article of this time has been read. */
    public Instant neededSince(Instant watermark) {
        return watermark.minus(settings.lateness()).minus(reach());
    }

    /**
     * Finds the story of an article; the window is left as it is.
     *
     * @param window the articles about the same partnership
     * @param watermark publication time of the newest article of the partnership so far, this one included
     */
    public Assignment assign(StoryWindow window, ArticleAnalysis analysis, Instant watermark) {
        Duration age = Duration.between(analysis.publishedAt(), watermark);
        boolean late = age.compareTo(settings.lateness()) > 0;
        Optional<StoryMember> known = window.find(analysis.articleId());
        if (known.isPresent()) {
            List<StoryMember> story = window.story(known.get().story());
            return new Assignment(List.of(), report(analysis, known.get(), story, true, true, late, List.of()));
        }
        Joined joined = join(window, StoryMember.alone(analysis));
        List<StoryMember> story = new ArrayList<>(joined.told());
        story.add(joined.assigned());
        boolean retelling = !joined.told().isEmpty();
        return new Assignment(
                changed(window, joined.told(), joined.assigned()),
                report(analysis, joined.assigned(), story, retelling, false, late, List.copyOf(joined.merged())));
    }

    /**
     * Takes an article out and finds the stories of those that it told its story with; the window is changed.
     *
     * @return the articles that were of its story, with the stories that they tell now
     */
    public List<StoryMember> remove(StoryWindow window, String articleId) {
        Optional<StoryMember> removed = window.find(articleId);
        if (removed.isEmpty()) {
            return List.of();
        }
        List<StoryMember> others = window.story(removed.get().story()).stream()
                .filter(member -> !member.articleId().equals(articleId))
                .toList();
        window.remove(articleId);
        StoryWindow regrouped = new StoryWindow();
        for (StoryMember member : others) {
            Joined joined = join(regrouped, member.in(member.articleId(), member.publishedAt()));
            joined.told().forEach(told -> regrouped.put(inStoryOf(told, joined.assigned())));
            regrouped.put(joined.assigned());
        }
        regrouped.members().forEach(window::put);
        return regrouped.members();
    }

    /** The report of an article that was read before, with the story that it tells now. */
    public StoryReport review(StoryWindow window, StoryReport last) {
        Optional<StoryMember> known = window.find(last.analysis().articleId());
        if (known.isEmpty()) {
            return last;
        }
        List<StoryMember> story = window.story(known.get().story()).stream()
                .filter(member -> StorySimilarity.apart(member, known.get()).compareTo(reach()) <= 0)
                .toList();
        return report(last.analysis(), known.get(), story, last.retelling(), false, last.late(), List.of());
    }

    /**
     * @param assigned the article in its story
     * @param told the other articles of that story, as they are labelled in the window
     * @param merged ids of the stories that turn out to be this one
     */
    private record Joined(StoryMember assigned, List<StoryMember> told, Set<String> merged) {}

    private Joined join(StoryWindow window, StoryMember alone) {
        Set<String> joined = window.storiesLike(alone, similarity);
        List<StoryMember> told = joined.stream()
                .flatMap(story -> window.story(story).stream())
                .filter(member -> StorySimilarity.apart(member, alone).compareTo(reach()) <= 0)
                .sorted(StoryMember.BY_PUBLICATION)
                .toList();
        StoryMember assigned = inStoryOf(alone, earliest(alone, told));
        joined.remove(assigned.story());
        return new Joined(assigned, told, joined);
    }

    private static StoryMember inStoryOf(StoryMember member, StoryMember other) {
        return member.in(other.story(), other.storyStart());
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

    private static List<StoryMember> changed(StoryWindow window, List<StoryMember> told, StoryMember assigned) {
        List<StoryMember> changed = new ArrayList<>();
        for (StoryMember member : told) {
            if (!member.story().equals(assigned.story()) || !member.storyStart().equals(assigned.storyStart())) {
                changed.add(inStoryOf(member, assigned));
            }
        }
        if (window.on(day(assigned.publishedAt())) < MAX_MEMBERS_PER_DAY) {
            changed.add(assigned);
        }
        return changed;
    }

    private Duration reach() {
        return settings.storyWindow().multipliedBy(2);
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
        if (assigned.storyStart().isBefore(assigned.publishedAt().minus(reach()))) {
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

    private static LocalDate day(Instant instant) {
        return LocalDate.ofInstant(instant, ZoneOffset.UTC);
    }

    /**
     * @param changed the articles to write back, and to put into the window
     * @param report the article with its story
     */
    public record Assignment(List<StoryMember> changed, StoryReport report) {
        public Assignment {
            changed = List.copyOf(changed);
        }
    }
}
