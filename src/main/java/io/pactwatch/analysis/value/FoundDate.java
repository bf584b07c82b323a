package io.pactwatch.analysis.value;

import io.pactwatch.analysis.text.Span;
import io.pactwatch.contract.PartialDate;
import java.util.List;
import java.util.Optional;

/**
 * A date and where the text gives it.
 *
 * @param span the date with the words that tell its part
 * @param sort how plainly the words say it
 */
public record FoundDate(Span span, PartialDate date, Part part, FoundValue.Sort sort) {
    /** What a date does to the term it stands beside. */
    public enum Part {
        /** The term starts. */
        FROM,
        /** The term ends. */
        UNTIL,
        /** The term ends if it begins on the day of the article: "for five years". */
        LASTING,
        /** Something happens. */
        AT
    }

    /**
     * The end of the span of time that this one is told by, counted from another date.
     *
     * @param values of the sentence
     */
    public Optional<PartialDate> countedFrom(PartialDate from, List<FoundValue> values) {
        return values.stream()
                .filter(value -> span.covers(value.span()) && CountedEnds.isTime(value))
                .findFirst()
                .flatMap(value -> CountedEnds.endOf(value, from));
    }

    /** A date that is told plainly. */
    public FoundDate(Span span, PartialDate date, Part part) {
        this(span, date, part, FoundValue.Sort.PLAIN);
    }
}
