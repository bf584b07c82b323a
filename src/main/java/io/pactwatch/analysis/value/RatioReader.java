package io.pactwatch.analysis.value;

import io.pactwatch.analysis.text.Folding;
import io.pactwatch.analysis.text.Span;
import io.pactwatch.contract.TermValue;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/** Reads shares that are written as a ratio, as the share of the first: {@code 60:40}, {@code 55 to 45}, {@code 6対4}. */
final class RatioReader {
    private static final String LOOSE = "-to-";
    private static final List<String> SIGNS = List.of(":", "/", "-", " : ", LOOSE, " to ", " zu ", " \u00E0 ", " a ");
    private static final List<String> EAST_ASIAN_SIGNS = List.of("\uB300", " \uB300 ", "\uB300 ", "\u5BFE", "\u6BD4");

    private RatioReader() {}

    /** @param number that ends at {@code end} */
    static Optional<FoundValue> read(char[] folded, int start, BigDecimal number, int end, int limit) {
        for (String sign : SIGNS) {
            Optional<FoundValue> found = read(folded, start, number, end, limit, sign, 100);
            if (found.isPresent()) {
                return found;
            }
        }
        for (String sign : EAST_ASIAN_SIGNS) {
            for (int whole : new int[] {100, 10}) {
                Optional<FoundValue> found = read(folded, start, number, end, limit, sign, whole);
                if (found.isPresent()) {
                    return found;
                }
            }
        }
        return Optional.empty();
    }

    private static Optional<FoundValue> read(
            char[] folded, int start, BigDecimal number, int end, int limit, String sign, int whole) {
        int at = end + sign.length();
        if (at >= limit || !Folding.startsWith(folded, end, sign) || !NumberReader.isDigit(folded[at])) {
            return Optional.empty();
        }
        return NumberReader.read(folded, at, limit, false)
                .filter(other -> number.signum() > 0
                        && other.value().signum() > 0
                        && number.add(other.value()).compareTo(BigDecimal.valueOf(whole)) == 0)
                .map(other -> new FoundValue(
                        new Span(start, other.end()),
                        new TermValue.Percent(number.multiply(BigDecimal.valueOf(100 / whole))),
                        sign.equals(LOOSE) ? FoundValue.Sort.LOOSE : FoundValue.Sort.PLAIN));
    }
}
