package io.pactwatch.analysis.value;

import io.pactwatch.analysis.text.Span;
import io.pactwatch.contract.PartialDate;

/**
 * A date and where the text gives it.
 *
 * @param span the date with the words that tell its part
 */
public record FoundDate(Span span, PartialDate date, Part part) {
    /** What a date does to the term it stands beside. */
    public enum Part {
        /** The term starts. */
        FROM,
        /** The term ends. */
        UNTIL,
        /** Something happens. */
        AT
    }
}
