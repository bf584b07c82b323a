package io.pactwatch.analysis.value;

import java.math.BigDecimal;
import java.util.Optional;

/** Reads a number written in digits, with the separators of the language. */
final class NumberReader {
    private static final int MAX_DIGITS = 18;

    private NumberReader() {}

    /** @param end offset behind the number */
    record Number(BigDecimal value, int end) {}

    /** The number that begins at a digit. Empty if it is longer than any that a contract names. */
    static Optional<Number> read(char[] folded, int start, int limit, boolean commaIsDecimal) {
        StringBuilder digits = new StringBuilder();
        int scale = 0;
        boolean decimal = false;
        int i = start;
        while (i < limit && digits.length() <= MAX_DIGITS) {
            if (isDigit(folded[i])) {
                digits.append(folded[i]);
                scale += decimal ? 1 : 0;
                i++;
            } else if (!decimal && isSeparator(folded[i]) && i + 1 < limit && isDigit(folded[i + 1])) {
                int group = digitsFrom(folded, i + 1, limit);
                boolean thousands = group == 3 && isThousands(folded[i], digits.length(), commaIsDecimal);
                if (!thousands && (folded[i] == ' ' || folded[i] == '\'')) {
                    break;
                }
                decimal = !thousands;
                i++;
            } else {
                break;
            }
        }
        if (digits.length() > MAX_DIGITS) {
            return Optional.empty();
        }
        return Optional.of(new Number(new BigDecimal(digits.toString()).movePointLeft(scale), i));
    }

    static boolean isDigit(char unit) {
        return unit >= '0' && unit <= '9';
    }

    private static boolean isSeparator(char unit) {
        return unit == '.' || unit == ',' || unit == ' ' || unit == '\'';
    }

    private static boolean isThousands(char separator, int digitsBefore, boolean commaIsDecimal) {
        if (digitsBefore > 3 && separator != ',' && separator != '.') {
            return false;
        }
        return switch (separator) {
            case ',' -> !commaIsDecimal;
            case '.' -> commaIsDecimal;
            default -> digitsBefore <= 3 || separator == ',';
        };
    }

    private static int digitsFrom(char[] folded, int start, int limit) {
        int i = start;
        while (i < limit && i - start < 5 && isDigit(folded[i])) {
            i++;
        }
        return i - start;
    }
}
