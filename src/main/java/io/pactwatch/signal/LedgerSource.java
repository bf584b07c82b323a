package io.pactwatch.signal;

import java.time.Instant;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * State: whom reports of a change go back to. Reports that name no origin are told apart by their story, whose name can
 * change when an earlier article of it arrives.
 *
 * @param story the story, if its articles name no origin
 * @param root name of the root
 * @param startedAt start of the earliest story known under this source; its name counts
 * @param outlets who published the reports
 * @param anonymous whether every report rests on people who are not named
 */
public record LedgerSource(
        Optional<String> story, String root, Instant startedAt, SortedSet<String> outlets, boolean anonymous) {
    /** Sources kept of one change, and outlets of one source: the first ones by name. */
    public static final int MAX_SOURCES = 20;

    public LedgerSource {
        Objects.requireNonNull(story, "story");
        Objects.requireNonNull(root, "root");
        Objects.requireNonNull(startedAt, "startedAt");
        outlets = Collections.unmodifiableSortedSet(new TreeSet<>(outlets));
    }

    static LedgerSource of(StoryReport report) {
        boolean named = report.analysis().attribution().origin().isPresent();
        SortedSet<String> outlets = new TreeSet<>(List.of(RootNames.outlet(report.analysis())));
        return new LedgerSource(
                named ? Optional.empty() : Optional.of(report.story()),
                report.root(),
                named ? report.analysis().publishedAt() : report.startedAt(),
                outlets,
                report.analysis().attribution().anonymous());
    }

    /** The union: sources of one key become one. */
    static List<LedgerSource> union(Stream<LedgerSource> sources) {
        Map<String, LedgerSource> byKey = new TreeMap<>();
        sources.forEach(source -> byKey.merge(source.key(), source, LedgerSource::merge));
        return byKey.values().stream().limit(MAX_SOURCES).toList();
    }

    /** The roots that people see: sources of one name are one root. Sorted by name. */
    static List<Root> roots(Collection<LedgerSource> sources) {
        Map<String, LedgerSource> byName = new TreeMap<>();
        sources.forEach(source -> byName.merge(source.root(), source, LedgerSource::merge));
        return byName.values().stream()
                .map(source -> new Root(source.root(), List.copyOf(source.outlets()), source.anonymous()))
                .toList();
    }

    boolean isFromAny(List<String> stories) {
        return story.isPresent() && stories.contains(story.get());
    }

    /** This source after its story turned out to be that of the report. */
    LedgerSource inStory(StoryReport report) {
        boolean renamed = !report.startedAt().isAfter(startedAt);
        return new LedgerSource(
                Optional.of(report.story()),
                renamed ? report.storyRoot() : root,
                renamed ? report.startedAt() : startedAt,
                outlets,
                anonymous);
    }

    private String key() {
        return story.map(id -> "story " + id).orElse("origin " + root);
    }

    private LedgerSource merge(LedgerSource other) {
        LedgerSource first = compareStart(other) <= 0 ? this : other;
        SortedSet<String> all = new TreeSet<>(outlets);
        all.addAll(other.outlets);
        while (all.size() > MAX_SOURCES) {
            all.remove(all.last());
        }
        return new LedgerSource(first.story, first.root, first.startedAt, all, anonymous && other.anonymous);
    }

    private int compareStart(LedgerSource other) {
        int order = startedAt.compareTo(other.startedAt);
        return order != 0 ? order : root.compareTo(other.root);
    }
}
