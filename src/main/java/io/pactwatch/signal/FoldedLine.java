package io.pactwatch.signal;

import java.util.Objects;
import java.util.Optional;

/**
 * A line of the ledger with what it tells, so that a report costs one fold of the line, that of the line after it: the line
 * before it was folded when the report before was read. Not state: {@link #of} a line that was stored, it is folded again.
 * Immutable.
 */
public final class FoldedLine {
    private final LedgerLine line;
    private final Optional<LineSignals> signals;

    private FoldedLine(LedgerLine line, Optional<LineSignals> signals) {
        this.line = Objects.requireNonNull(line, "line");
        this.signals = signals;
    }

    /** A line that is yet to be folded. */
    public static FoldedLine of(LedgerLine line) {
        return new FoldedLine(line, Optional.empty());
    }

    /** @param signals what the line tells */
    static FoldedLine of(LedgerLine line, LineSignals signals) {
        return new FoldedLine(line, Optional.of(signals));
    }

    public LedgerLine line() {
        return line;
    }

    Optional<LineSignals> signals() {
        return signals;
    }
}
