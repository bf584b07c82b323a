package io.pactwatch.analysis.value;

import io.pactwatch.analysis.text.Span;
import io.pactwatch.contract.TermValue;

/**
 * A value and where the text says it.
 *
 * @param sort how plainly the words say it
 */
public record FoundValue(Span span, TermValue value, Sort sort) {
    /** How plainly words say a value. Only a plain one tells by itself what a sentence is about. */
    public enum Sort {
        /** The words name the unit. */
        PLAIN,
        /** The unit is that of a value before: "13 billion" in an article about dollars. */
        IMPLIED,
        /** Things of any kind are counted. */
        COUNT,
        /** Something is split in equal parts, or made half of what it was: "halved". */
        HALVES,
        /** Words that say many things; they are the value of a claim that stands by itself: "two people" for a board. */
        LOOSE
    }

    /** A plain value. */
    public FoundValue(Span span, TermValue value) {
        this(span, value, Sort.PLAIN);
    }
}
