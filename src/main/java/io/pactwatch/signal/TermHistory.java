package io.pactwatch.signal;

import io.pactwatch.contract.TermCatalogue;
import io.pactwatch.contract.TermValue;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** A line of the ledger over valid time, for reading: what changed, what was before, what was in force when. Immutable. */
public final class TermHistory {
    private static final Comparator<LedgerChange> LATEST_REPORT =
            Comparator.comparing(LedgerChange::lastReported).thenComparing(LedgerChange.BY_VALID_TIME);

    private final LedgerTimeline timeline;
    private final List<LedgerChange> standing;
    private final List<LedgerChange> background;

    /** A change with the value before it, where that is known. */
    public record Step(LedgerChange change, Optional<TermValue> before) {}

    private TermHistory(LedgerLine line, LedgerTimeline timeline) {
        this.timeline = timeline;
        this.standing = of(line, ClaimKind.STANDING);
        this.background = of(line, ClaimKind.HISTORY);
    }

    /** Reads a line. The catalogue says what a term is worth where the articles do not say more. */
    public static TermHistory of(LedgerLine line, TermCatalogue catalogue, SignalSettings settings) {
        return new TermHistory(
                line, new LedgerTimeline(line, catalogue.find(line.key().term()), settings));
    }

    /** The established changes, in the order of valid time; reports of one change are merged. */
    public List<Step> steps() {
        return timeline.steps().stream()
                .map(step -> new Step(step.change(), step.before()))
                .toList();
    }

    /** What is sought or discussed, in the order of the first reports. */
    public List<LedgerChange> negotiations() {
        return timeline.negotiations(List.of()).stream().map(Talks::change).toList();
    }

    /** What tells the value now, as {@link TermLedger#inForce}. */
    public Optional<LedgerChange> inForce() {
        return timeline.inForce();
    }

    /**
     * What tells the value at a time of valid time, with all that is known today: the last change that had become true by
     * then; before the first change what stood by then, told as standing or, later, as past.
     */
    public Optional<LedgerChange> inForceAt(Instant time) {
        List<LedgerChange> changes = steps().stream().map(Step::change).toList();
        Optional<LedgerChange> change = latest(changes, time, LedgerChange.BY_VALID_TIME);
        if (change.isPresent()) {
            return change;
        }
        Optional<LedgerChange> stood = latest(standing, time, LATEST_REPORT);
        return stood.isPresent() || changes.isEmpty() ? stood : latest(background, time, LedgerChange.BY_VALID_TIME);
    }

    private static Optional<LedgerChange> latest(
            List<LedgerChange> changes, Instant time, Comparator<LedgerChange> order) {
        return changes.stream()
                .filter(change -> !change.validFrom().isAfter(time))
                .max(order);
    }

    private static List<LedgerChange> of(LedgerLine line, ClaimKind kind) {
        return line.changes().stream()
                .filter(change -> ClaimKind.of(change) == kind)
                .toList();
    }
}
