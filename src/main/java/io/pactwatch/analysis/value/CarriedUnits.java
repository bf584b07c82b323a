package io.pactwatch.analysis.value;

import io.pactwatch.analysis.text.Span;
import io.pactwatch.contract.TermValue;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Reads the number that has its unit from a value beside it: {@code from 20 per cent to 12}, {@code von 14 Euro auf 9}, {@code
 * lowered to 6.1 from 7.4 per cent}, {@code 14 per cent, with a lid at fifteen}.
 */
final class CarriedUnits {
    /** Units between a number and the value whose unit it has. */
    private static final int APART = 60;

    /** Numbers below this have the size of the value whose unit they have: "from $20 billion to 12". */
    private static final BigDecimal SMALL = BigDecimal.valueOf(1000);

    private static final List<BigDecimal> SIZES =
            List.of(new BigDecimal("1e12"), new BigDecimal("1e9"), new BigDecimal("1e6"));

    private static final BigDecimal WHOLE = BigDecimal.valueOf(100);

    private CarriedUnits() {}

    /**
     * The further values of a sentence. Linear in the number of values and numbers.
     *
     * @param values in the order of their places
     * @param bare numbers without a unit, in the order of their places
     */
    static List<FoundValue> of(List<FoundValue> values, List<NumeralSpan> bare, char[] folded, String language) {
        List<FoundValue> carried = new ArrayList<>();
        int next = 0;
        for (NumeralSpan number : bare) {
            if (number.looksLikeYear()) {
                continue;
            }
            while (next < values.size() && values.get(next).span().start() < number.start()) {
                next++;
            }
            Optional<FoundValue> value =
                    next > 0 ? behind(values.get(next - 1), number, folded, language) : Optional.empty();
            if (value.isEmpty() && next < values.size()) {
                value = before(values.get(next), number, folded, language);
            }
            value.ifPresent(carried::add);
        }
        return carried;
    }

    /** A number behind a value, led to by a word of direction. */
    private static Optional<FoundValue> behind(FoundValue value, NumeralSpan number, char[] folded, String language) {
        if (value.sort() == FoundValue.Sort.HALVES
                || number.start() - value.span().end() > APART
                || !ValuePhrases.STANDARD.isBefore(
                        "towards", folded, ValuePhrases.STANDARD.startBefore("about", folded, number.start()))) {
            return Optional.empty();
        }
        boolean change = FormerValues.isMarked(value.span(), folded, language);
        return like(value, number, change ? value.sort() : FoundValue.Sort.IMPLIED);
    }

    /** A number right before the words that tell the former value. */
    private static Optional<FoundValue> before(FoundValue value, NumeralSpan number, char[] folded, String language) {
        return FormerValues.markedFrom(value.span(), folded, language)
                .filter(start -> start - number.end() == 1)
                .flatMap(start -> like(value, number, value.sort()));
    }

    private static Optional<FoundValue> like(FoundValue like, NumeralSpan number, FoundValue.Sort sort) {
        return value(like.value(), number.value())
                .map(value -> new FoundValue(new Span(number.start(), number.end()), value, sort));
    }

    private static Optional<TermValue> value(TermValue like, BigDecimal number) {
        if (like instanceof TermValue.Percent) {
            return number.compareTo(WHOLE) <= 0 ? Optional.of(new TermValue.Percent(number)) : Optional.empty();
        }
        if (like instanceof TermValue.Money money) {
            return Optional.of(new TermValue.Money(sized(number, money.amount()), money.currency()));
        }
        if (like instanceof TermValue.Text text) {
            return text.number().flatMap(size -> text.unit().map(unit -> TermValue.Text.of(sized(number, size), unit)));
        }
        return Optional.empty();
    }

    private static BigDecimal sized(BigDecimal number, BigDecimal like) {
        return number.compareTo(SMALL) >= 0
                ? number
                : SIZES.stream()
                        .filter(size -> size.compareTo(like) <= 0)
                        .findFirst()
                        .map(number::multiply)
                        .orElse(number);
    }
}
