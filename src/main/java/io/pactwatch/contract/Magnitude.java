package io.pactwatch.contract;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Writes large amounts the way people read them. */
final class Magnitude {
    private static final BigDecimal TRILLION = BigDecimal.valueOf(1_000_000_000_000L);
    private static final BigDecimal BILLION = BigDecimal.valueOf(1_000_000_000L);
    private static final BigDecimal MILLION = BigDecimal.valueOf(1_000_000L);

    private static final BigDecimal GROUPED = BigDecimal.valueOf(1000);

    private static final Pattern LEADING = Pattern.compile(
            "(\\d{1,3}(?:,\\d{3}){1,11}|\\d{1,36})(\\.\\d{1,18})?(?: (million|billion|trillion))?(?= |$)");

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

    /** The number itself: {@code 160 million}, {@code 8,500}, {@code 12,345,678}, {@code 2.5}. */
    static String exact(BigDecimal number) {
        if (number.abs().compareTo(MILLION) >= 0) {
            String words = words(number);
            if (leading(words).filter(read -> read.compareTo(number) == 0).isPresent()) {
                return words;
            }
        }
        return number.abs().compareTo(GROUPED) < 0
                ? number.toPlainString()
                : new DecimalFormat("#,##0.##################", DecimalFormatSymbols.getInstance(Locale.ROOT))
                        .format(number);
    }

    /** The number that a text begins with, as {@link #exact} writes it, or plain digits. */
    static Optional<BigDecimal> leading(String text) {
        Matcher matcher = LEADING.matcher(text);
        if (!matcher.lookingAt()) {
            return Optional.empty();
        }
        String decimals = matcher.group(2) == null ? "" : matcher.group(2);
        BigDecimal number = new BigDecimal(matcher.group(1).replace(",", "") + decimals);
        BigDecimal unit =
                switch (matcher.group(3) == null ? "" : matcher.group(3)) {
                    case "million" -> MILLION;
                    case "billion" -> BILLION;
                    case "trillion" -> TRILLION;
                    default -> BigDecimal.ONE;
                };
        return Optional.of(number.multiply(unit));
    }

    /** What stands behind the number that a text begins with. */
    static Optional<String> behindLeading(String text) {
        Matcher matcher = LEADING.matcher(text);
        return matcher.lookingAt() ? Optional.of(text.substring(matcher.end()).strip()) : Optional.empty();
    }

    private static String in(BigDecimal amount, BigDecimal unit, String name) {
        BigDecimal scaled = amount.divide(unit, 3, RoundingMode.HALF_UP).stripTrailingZeros();
        return scaled.toPlainString() + name;
    }
}
