package io.pactwatch.analysis.value;

import io.pactwatch.analysis.text.Folding;
import io.pactwatch.analysis.text.Span;
import io.pactwatch.contract.TermValue;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reads the value that has its unit from the former one before it: {@code from 20 per cent to 12}, {@code von 14 Euro auf 9}. */
final class CarriedUnits {
    private static final List<String> LINKS = List.of(" to ", " auf ", " \u00E0 ", " a ");

    private CarriedUnits() {}

    /** The further values of a sentence. Linear in the number of values. */
    static List<FoundValue> of(
            List<FoundValue> values, char[] folded, int limit, String language, MagnitudeReader magnitudes) {
        Set<Integer> taken = new HashSet<>();
        values.forEach(value -> taken.add(value.span().start()));
        List<FoundValue> carried = new ArrayList<>();
        for (FoundValue value : values) {
            if (FormerValues.isMarked(value.span(), folded, language)) {
                behind(value, folded, limit, magnitudes)
                        .filter(next -> !taken.contains(next.span().start()))
                        .ifPresent(carried::add);
            }
        }
        return carried;
    }

    private static Optional<FoundValue> behind(FoundValue value, char[] folded, int limit, MagnitudeReader magnitudes) {
        for (String link : LINKS) {
            int at = value.span().end() + link.length();
            if (at < limit
                    && Folding.startsWith(folded, value.span().end(), link)
                    && NumberReader.isDigit(folded[at])) {
                Optional<NumberReader.Number> number = NumberReader.read(folded, at, limit, link.equals(" auf "));
                return number.filter(read -> ends(folded, read.end(), limit)
                                && magnitudes
                                        .read(folded, read.value(), read.end(), limit, false)
                                        .isEmpty())
                        .flatMap(read -> like(value.value(), read.value())
                                .map(carried -> new FoundValue(new Span(at, read.end()), carried)));
            }
        }
        return Optional.empty();
    }

    private static boolean ends(char[] folded, int end, int limit) {
        return end >= limit || !Character.isLetterOrDigit(folded[end]) && folded[end] != '%' && folded[end] != '-';
    }

    private static Optional<TermValue> like(TermValue value, BigDecimal number) {
        if (value instanceof TermValue.Percent) {
            return Optional.of(new TermValue.Percent(number));
        }
        if (value instanceof TermValue.Money money) {
            return Optional.of(new TermValue.Money(number, money.currency()));
        }
        if (value instanceof TermValue.Text text) {
            String unit = text.text().substring(text.text().indexOf(' '));
            return Optional.of(new TermValue.Text(number.toPlainString() + unit));
        }
        return Optional.empty();
    }
}
