package io.pactwatch.analysis.value;

import io.pactwatch.analysis.text.Span;
import io.pactwatch.contract.TermValue;
import java.math.BigDecimal;
import java.util.List;

/** Tells shares in words that are none of a contract: a rounder word for an exact share beside it, and a part of a year. */
public final class VagueShares {
    /** Units between a share in words and the exact one. */
    private static final int APART = 60;

    /** Percentage points between them. */
    private static final BigDecimal NEAR = BigDecimal.valueOf(5);

    private static final String PARTS = "\uBD84\u5206";

    private VagueShares() {}

    /**
     * Whether a value is a share in words that says something else or less than a value beside it.
     *
     * @param values values of the sentence in the order of their places
     * @param place index of the value
     */
    public static boolean isVague(List<FoundValue> values, int place, char[] folded) {
        FoundValue value = values.get(place);
        if (!(value.value() instanceof TermValue.Percent share) || isExact(value.span(), folded)) {
            return false;
        }
        return ValuePhrases.STANDARD
                        .behind("ofYear", folded, value.span().end(), folded.length)
                        .isPresent()
                || isBeside(values, place - 1, value, share, folded)
                || isBeside(values, place + 1, value, share, folded);
    }

    private static boolean isBeside(
            List<FoundValue> values, int place, FoundValue value, TermValue.Percent share, char[] folded) {
        return place >= 0
                && place < values.size()
                && values.get(place).value() instanceof TermValue.Percent other
                && isExact(values.get(place).span(), folded)
                && values.get(place).span().distance(value.span()) <= APART
                && other.percent().subtract(share.percent()).abs().compareTo(NEAR) <= 0;
    }

    /** Whether a share is written in digits, and not as a part of a whole. */
    private static boolean isExact(Span span, char[] folded) {
        boolean digits = false;
        for (int i = span.start(); i < span.end(); i++) {
            digits |= NumberReader.isDigit(folded[i]);
            if (PARTS.indexOf(folded[i]) >= 0) {
                return false;
            }
        }
        return digits;
    }
}
