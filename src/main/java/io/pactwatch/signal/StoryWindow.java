package io.pactwatch.signal;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The articles about one partnership that stories can still need, indexed by id, story, origin, changed term and feature. An inverted
 * index finds the articles that tell the same as another: an article costs time linear in the articles that share one of
 * its features, not in all. Not thread-safe.
 */
public final class StoryWindow {
    private final Map<String, Entry> byArticle = new HashMap<>();
    private final Map<String, TreeSet<StoryMember>> byStory = new HashMap<>();
    private final Map<String, Sharing> byFeature = new HashMap<>();
    private final Map<String, List<Entry>> byOrigin = new HashMap<>();
    private final Map<String, List<Entry>> byNews = new HashMap<>();
    private final TreeMap<LocalDate, List<Entry>> byDay = new TreeMap<>();
    private long search;

    /** An article in the index, with what the current search has counted for it. */
    private static final class Entry {
        private StoryMember member;
        private final int weight;
        private long search;
        private int shared;

        private Entry(StoryMember member) {
            this.member = member;
            this.weight = StorySimilarity.weight(member.fingerprint().features());
        }

        private boolean firstSeenIn(long currentSearch) {
            boolean first = search != currentSearch;
            if (first) {
                search = currentSearch;
                shared = 0;
            }
            return first;
        }
    }

    /** The articles that share a feature, and what it weighs. */
    private static final class Sharing {
        private final int weight;
        private final List<Entry> entries = new ArrayList<>(2);

        private Sharing(String feature) {
            this.weight = StorySimilarity.weight(feature);
        }
    }

    /** A window over articles that were kept. */
    public static StoryWindow of(Collection<StoryMember> members) {
        StoryWindow window = new StoryWindow();
        members.forEach(window::put);
        return window;
    }

    /** Number of articles. */
    public int size() {
        return byArticle.size();
    }

    /** All articles, in the order of publication. */
    public List<StoryMember> members() {
        return byArticle.values().stream()
                .map(entry -> entry.member)
                .sorted(StoryMember.BY_PUBLICATION)
                .toList();
    }

    /** Enters an article, or gives an article that is there its place in another story. */
    public void put(StoryMember member) {
        Entry entry = byArticle.get(member.articleId());
        if (entry == null) {
            add(new Entry(member));
        } else {
            leaveStory(entry.member);
            entry.member = member;
        }
        byStory.computeIfAbsent(member.story(), story -> new TreeSet<>(StoryMember.BY_PUBLICATION))
                .add(member);
    }

    /**
     * Takes out the articles that were published before a time, and returns them in the order of publication. Linear in what is
     * taken out, not in what stays.
     */
    public List<StoryMember> forgetBefore(Instant time) {
        List<StoryMember> forgotten = byDay.headMap(day(time), true).values().stream()
                .flatMap(List::stream)
                .map(entry -> entry.member)
                .filter(member -> member.publishedAt().isBefore(time))
                .sorted(StoryMember.BY_PUBLICATION)
                .toList();
        forgotten.forEach(member -> remove(member.articleId()));
        return forgotten;
    }

    /** Takes out one article, if it is there. Linear in the articles that share one of its features. */
    public void remove(String articleId) {
        Entry entry = byArticle.remove(articleId);
        if (entry == null) {
            return;
        }
        StoryMember member = entry.member;
        leaveStory(member);
        leave(byDay, day(member.publishedAt()), entry);
        member.fingerprint().features().forEach(feature -> leaveFeature(feature, entry));
        member.news().forEach(term -> leave(byNews, term, entry));
        member.origin().ifPresent(origin -> leave(byOrigin, origin, entry));
    }

    Optional<StoryMember> find(String articleId) {
        return Optional.ofNullable(byArticle.get(articleId)).map(entry -> entry.member);
    }

    /** The articles of a story, in the order of publication. */
    List<StoryMember> story(String story) {
        return List.copyOf(byStory.getOrDefault(story, new TreeSet<>(StoryMember.BY_PUBLICATION)));
    }

    /** Number of articles that were published on a day (UTC). */
    int on(LocalDate day) {
        return byDay.getOrDefault(day, List.of()).size();
    }

    /** Ids of the stories with an article that tells the same as this one. */
    Set<String> storiesLike(StoryMember member, StorySimilarity similarity) {
        search++;
        List<Entry> met = new ArrayList<>();
        for (String feature : member.fingerprint().features()) {
            Sharing sharing = byFeature.get(feature);
            if (sharing != null) {
                meet(sharing.entries, met);
                sharing.entries.forEach(entry -> entry.shared += sharing.weight);
            }
        }
        int weight = StorySimilarity.weight(member.fingerprint().features());
        meet(member.origin().map(byOrigin::get).orElse(List.of()), met);
        for (String term : member.news()) {
            meet(byNews.getOrDefault(term, List.of()), met);
        }
        Set<String> stories = new TreeSet<>();
        for (Entry entry : met) {
            if (similarity.tellSame(member, entry.member, entry.shared, Math.min(weight, entry.weight))) {
                stories.add(entry.member.story());
            }
        }
        return stories;
    }

    private void meet(List<Entry> entries, List<Entry> met) {
        for (Entry entry : entries) {
            if (entry.firstSeenIn(search)) {
                met.add(entry);
            }
        }
    }

    private void add(Entry entry) {
        StoryMember member = entry.member;
        byArticle.put(member.articleId(), entry);
        enter(byDay, day(member.publishedAt()), entry);
        member.fingerprint()
                .features()
                .forEach(feature ->
                        byFeature.computeIfAbsent(feature, Sharing::new).entries.add(entry));
        member.news().forEach(term -> enter(byNews, term, entry));
        member.origin().ifPresent(origin -> enter(byOrigin, origin, entry));
    }

    private static <K> void enter(Map<K, List<Entry>> index, K key, Entry entry) {
        index.computeIfAbsent(key, each -> new ArrayList<>(2)).add(entry);
    }

    /** What is forgotten is old and stands near the front, so it is found soon. */
    private static <K> void leave(Map<K, List<Entry>> index, K key, Entry entry) {
        List<Entry> entries = index.get(key);
        entries.remove(entry);
        if (entries.isEmpty()) {
            index.remove(key);
        }
    }

    private void leaveFeature(String feature, Entry entry) {
        List<Entry> entries = byFeature.get(feature).entries;
        entries.remove(entry);
        if (entries.isEmpty()) {
            byFeature.remove(feature);
        }
    }

    private static LocalDate day(Instant time) {
        return LocalDate.ofInstant(time, ZoneOffset.UTC);
    }

    private void leaveStory(StoryMember member) {
        TreeSet<StoryMember> story = byStory.get(member.story());
        story.remove(member);
        if (story.isEmpty()) {
            byStory.remove(member.story());
        }
    }
}
