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
    private static final BigDecimal FIRST_YEAR = BigDecimal.valueOf(1900);
    private static final BigDecimal LAST_YEAR = BigDecimal.valueOf(2100);
    private static final int YEAR_DIGITS = 4;

    static NumeralSpan digits(BigDecimal value, int start, int end) {
        return new NumeralSpan(value, start, end, false, false, false);
    }

    /** Whether it has the form of a year of the calendar: {@code 2030}, but not {@code 2,030}. */
    boolean looksLikeYear() {
        return end - start == YEAR_DIGITS && value.compareTo(FIRST_YEAR) >= 0 && value.compareTo(LAST_YEAR) <= 0;
    }

    /** The same place with the number that words of size make of it. */
    NumeralSpan scaled(BigDecimal scaledValue, int scaledEnd) {
        return new NumeralSpan(scaledValue, start, scaledEnd, word, article, fraction);
    }
}
