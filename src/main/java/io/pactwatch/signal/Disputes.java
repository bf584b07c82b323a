package io.pactwatch.signal;

import io.pactwatch.contract.Stage;
import io.pactwatch.contract.TermValue;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * Settles which of several reported changes with close values stands: the firmest, then the one with more roots, then the
 * earlier one. The others are kept beside it, as contradictions. A function of the set of changes.
 */
final class Disputes {
    private static final Comparator<LedgerChange> FIRMEST_FIRST = Comparator.comparing(LedgerChange::stage)
            .reversed()
            .thenComparing(change -> -change.roots().size())
            .thenComparing(LedgerChange::firstReported)
            .thenComparing(LedgerChange.BY_VALID_TIME);

    private final Duration window;
    private final List<LedgerChange> standing = new ArrayList<>();
    private final List<Dispute> disputes = new ArrayList<>();

    /** A change that stands, with another that gives a close value. */
    record Dispute(LedgerChange kept, LedgerChange other) {
        /** Whether the difference is more than rounding, and the other report more than hearsay. */
        boolean isContradiction() {
            return other.stage().atLeast(Stage.ANONYMOUS_REPORT)
                    && !CloseValues.differByRounding(value(kept), value(other));
        }

        Instant firstReported() {
            return kept.firstReported().isBefore(other.firstReported()) ? kept.firstReported() : other.firstReported();
        }

        Instant lastReported() {
            return kept.lastReported().isAfter(other.lastReported()) ? kept.lastReported() : other.lastReported();
        }

        /** Publication time of the report with which the two first contradict each other. */
        Instant since() {
            return kept.firstReported().isAfter(other.firstReported()) ? kept.firstReported() : other.firstReported();
        }
    }

    /**
     * @param changes fresh changes
     * @param firm which of them are established and not denied: these go before the others
     * @param window how far apart reports that contradict each other may be
     */
    Disputes(List<LedgerChange> changes, Predicate<LedgerChange> firm, Duration window) {
        this.window = window;
        Map<Boolean, List<LedgerChange>> byFirmness =
                changes.stream().sorted(FIRMEST_FIRST).collect(Collectors.partitioningBy(firm));
        byFirmness.get(true).forEach(this::settle);
        byFirmness.get(false).forEach(this::settle);
        standing.sort(LedgerChange.BY_VALID_TIME);
    }

    private void settle(LedgerChange change) {
        for (LedgerChange other : standing) {
            if (contradict(other, change)) {
                disputes.add(new Dispute(other, change));
                return;
            }
        }
        standing.add(change);
    }

    /** The changes that stand, in the order of valid time. */
    List<LedgerChange> standing() {
        return standing;
    }

    List<Dispute> disputes() {
        return disputes;
    }

    /**
     * Whether two changes tell one fact with close values: reported within the window, by different articles, and not for
     * different times.
     */
    private boolean contradict(LedgerChange one, LedgerChange other) {
        return one.value().isPresent()
                && other.value().isPresent()
                && one.apart(other).compareTo(window) <= 0
                && CloseValues.areClose(value(one), value(other))
                && !one.isStatedApart(other, window)
                && !one.sharesArticle(other);
    }

    private static TermValue value(LedgerChange change) {
        return change.value().orElseThrow();
    }
}
