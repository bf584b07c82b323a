package io.pactwatch.contract;

import java.math.BigDecimal;
import java.math.RoundingMode;

/** Writes large amounts the way people read them. */
final class Magnitude {
    private static final BigDecimal TRILLION = BigDecimal.valueOf(1_000_000_000_000L);
    private static final BigDecimal BILLION = BigDecimal.valueOf(1_000_000_000L);
    private static final BigDecimal MILLION = BigDecimal.valueOf(1_000_000L);

    private Magnitude() {}

    /** For example {@code 13 billion}, {@code 6.6 billion}, {@code 950}; at most three decimals. */
    static String words(BigDecimal amount) {
        BigDecimal size = amount.abs();
        if (size.compareTo(TRILLION) >= 0) {
            return in(amount, TRILLION, " trillion");
        }
        if (size.compareTo(BILLION) >= 0) {
            return in(amount, BILLION, " billion");
        }
        if (size.compareTo(MILLION) >= 0) {
            return in(amount, MILLION, " million");
        }
        return in(amount, BigDecimal.ONE, "");
    }

    private static String in(BigDecimal amount, BigDecimal unit, String name) {
        BigDecimal scaled = amount.divide(unit, 3, RoundingMode.HALF_UP).stripTrailingZeros();
        return scaled.toPlainString() + name;
    }
}
