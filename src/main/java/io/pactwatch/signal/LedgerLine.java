package io.pactwatch.signal;

import io.pactwatch.article.PartnershipRef;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * State and output: one line of the ledger, with every change that is known of it, in the order of valid time. Bounded:
 * of each kind of claim the latest changes are kept, at most 84 together, of about 2 KB.
 *
 * @param changesForgotten where the numbering of fresh changes stood when the last of them was forgotten
 * @param talksForgotten the same for talks
 */
public record LedgerLine(
        PartnershipRef partnership,
        TermKey key,
        List<LedgerChange> changes,
        Optional<Occurrence> changesForgotten,
        Optional<Occurrence> talksForgotten) {
    private static final Comparator<LedgerChange> LATEST_FIRST =
            Comparator.comparing(LedgerChange::lastReported).reversed().thenComparing(LedgerChange.BY_VALID_TIME);

    public LedgerLine {
        Objects.requireNonNull(partnership, "partnership");
        Objects.requireNonNull(key, "key");
        changes = List.copyOf(changes);
        Objects.requireNonNull(changesForgotten, "changesForgotten");
        Objects.requireNonNull(talksForgotten, "talksForgotten");
    }

    /** A line of which nothing was forgotten. */
    public LedgerLine(PartnershipRef partnership, TermKey key, List<LedgerChange> changes) {
        this(partnership, key, changes, Optional.empty(), Optional.empty());
    }

    public static LedgerLine empty(PartnershipRef partnership, TermKey key) {
        return new LedgerLine(partnership, key, List.of());
    }

    /** The part of the line that holds no change: every line has it. */
    public LedgerLine head() {
        return withChanges(List.of());
    }

    /** The part of the line that holds one change, so that a claim writes the change that it adds to and not the whole line. */
    public LedgerLine part(LedgerChange change) {
        return new LedgerLine(partnership, key, List.of(change));
    }

    /** The line of its parts, in any order; at least one. */
    public static LedgerLine ofParts(Collection<LedgerLine> parts) {
        LedgerLine any = parts.iterator().next();
        return new LedgerLine(
                any.partnership(),
                any.key(),
                parts.stream()
                        .flatMap(part -> part.changes().stream())
                        .sorted(LedgerChange.BY_VALID_TIME)
                        .toList(),
                parts.stream().flatMap(part -> part.changesForgotten().stream()).findFirst(),
                parts.stream().flatMap(part -> part.talksForgotten().stream()).findFirst());
    }

    LedgerLine withChanges(List<LedgerChange> others) {
        return new LedgerLine(partnership, key, others, changesForgotten, talksForgotten);
    }

    /** The windows of the fresh changes, or of talks. */
    List<Occurrence> occurrences(ClaimKind kind, Duration window) {
        return occurrences(changes, kind, window);
    }

    /**
     * The line with one more report: it joins, and so may connect, the changes of its kind and value within the window.
     */
    LedgerLine with(LedgerChange report, Duration window) {
        List<LedgerChange> others = new ArrayList<>();
        LedgerChange merged = report;
        for (LedgerChange change : changes) {
            boolean same = ClaimKind.of(change) == ClaimKind.of(report)
                    && change.value().equals(report.value())
                    && change.apart(report).compareTo(window) <= 0;
            if (same) {
                merged = merged.merge(change);
            } else {
                others.add(change);
            }
        }
        others.add(merged);
        Set<LedgerChange> latest = latest(others);
        others.sort(LedgerChange.BY_VALID_TIME);
        List<LedgerChange> kept = others.stream().filter(latest::contains).toList();
        if (kept.size() == others.size()) {
            return withChanges(kept);
        }
        return new LedgerLine(
                partnership,
                key,
                kept,
                forgotten(others, latest, ClaimKind.FRESH, window),
                forgotten(others, latest, ClaimKind.NEGOTIATING, window));
    }

    /** The latest window of a change that is not kept. */
    private Optional<Occurrence> forgotten(
            List<LedgerChange> all, Set<LedgerChange> kept, ClaimKind kind, Duration window) {
        List<Instant> gone = all.stream()
                .filter(change -> ClaimKind.of(change) == kind && !kept.contains(change))
                .map(LedgerChange::firstReported)
                .toList();
        if (gone.isEmpty()) {
            return numbered(kind);
        }
        List<Occurrence> windows = occurrences(all, kind, window);
        int last = Occurrence.number(windows, Collections.max(gone));
        return windows.stream().filter(each -> each.number() == last).findFirst();
    }

    private List<Occurrence> occurrences(List<LedgerChange> all, ClaimKind kind, Duration window) {
        List<Instant> reports = all.stream()
                .filter(change -> ClaimKind.of(change) == kind)
                .map(LedgerChange::firstReported)
                .toList();
        return Occurrence.windows(reports, numbered(kind), window);
    }

    private Optional<Occurrence> numbered(ClaimKind kind) {
        return kind == ClaimKind.FRESH ? changesForgotten : talksForgotten;
    }

    /** The line after stories turned out to be the one of this report. */
    LedgerLine mergeStories(StoryReport report) {
        if (changes.stream().noneMatch(change -> change.isFromAny(report.merged()))) {
            return this;
        }
        return withChanges(
                changes.stream().map(change -> relabel(change, report)).toList());
    }

    private static LedgerChange relabel(LedgerChange change, StoryReport report) {
        if (!change.isFromAny(report.merged())) {
            return change;
        }
        Stream<LedgerSource> sources = change.sources().stream()
                .map(source -> source.isFromAny(report.merged()) ? source.inStory(report) : source);
        return change.withSources(LedgerSource.union(sources));
    }

    /** The latest changes of each kind, as many as are kept of it; told apart by identity. */
    private static Set<LedgerChange> latest(List<LedgerChange> changes) {
        Map<ClaimKind, List<LedgerChange>> byKind = changes.stream().collect(Collectors.groupingBy(ClaimKind::of));
        Set<LedgerChange> latest = Collections.newSetFromMap(new IdentityHashMap<>());
        byKind.forEach((kind, all) -> {
            if (all.size() <= kind.kept()) {
                latest.addAll(all);
            } else {
                all.stream().sorted(LATEST_FIRST).limit(kind.kept()).forEach(latest::add);
            }
        });
        return latest;
    }
}
