package io.pactwatch.analysis.value;

import java.math.BigDecimal;

/**
 * A number as it is written, before any word of size.
 *
 * @param word whether it is written in words
 * @param article whether it is no more than an article: {@code a}
 * @param fraction whether it is a part of what follows: {@code half}
 */
record NumeralSpan(BigDecimal value, int start, int end, boolean word, boolean article, boolean fraction) {
    static NumeralSpan digits(BigDecimal value, int start, int end) {
        return new NumeralSpan(value, start, end, false, false, false);
    }

    /** The same place with the number that words of size make of it. */
    NumeralSpan scaled(BigDecimal scaledValue, int scaledEnd) {
        return new NumeralSpan(scaledValue, start, scaledEnd, word, article, fraction);
    }
}
