package io.pactwatch.signal;

import io.pactwatch.article.PartnershipRef;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * State and output: one line of the ledger, with every change that is known of it, in the order of valid time. Bounded:
 * of each kind of claim the latest changes are kept, at most 84 together, of about 2 KB.
 */
public record LedgerLine(PartnershipRef partnership, TermKey key, List<LedgerChange> changes) {
    public LedgerLine {
        Objects.requireNonNull(partnership, "partnership");
        Objects.requireNonNull(key, "key");
        changes = List.copyOf(changes);
    }

    public static LedgerLine empty(PartnershipRef partnership, TermKey key) {
        return new LedgerLine(partnership, key, List.of());
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
        return new LedgerLine(partnership, key, latest(others));
    }

    /** The line after stories turned out to be the one of this report. */
    LedgerLine mergeStories(StoryReport report) {
        List<LedgerChange> relabelled =
                changes.stream().map(change -> relabel(change, report)).toList();
        return relabelled.equals(changes) ? this : new LedgerLine(partnership, key, relabelled);
    }

    private static LedgerChange relabel(LedgerChange change, StoryReport report) {
        List<LedgerSource> sources = change.sources().stream()
                .map(source -> source.story()
                                .filter(id -> report.merged().contains(id))
                                .isPresent()
                        ? source.inStory(report)
                        : source)
                .toList();
        return sources.equals(change.sources()) ? change : change.withSources(LedgerSource.union(sources, List.of()));
    }

    private static List<LedgerChange> latest(List<LedgerChange> changes) {
        Map<ClaimKind, Integer> kept = new HashMap<>();
        Comparator<LedgerChange> latestFirst =
                Comparator.comparing(LedgerChange::lastReported).reversed().thenComparing(LedgerChange.BY_VALID_TIME);
        return changes.stream()
                .sorted(latestFirst)
                .filter(change -> kept.merge(ClaimKind.of(change), 1, Integer::sum)
                        <= ClaimKind.of(change).kept())
                .sorted(LedgerChange.BY_VALID_TIME)
                .toList();
    }
}
