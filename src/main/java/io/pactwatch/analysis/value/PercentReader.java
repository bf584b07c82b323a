package io.pactwatch.analysis.value;

import io.pactwatch.analysis.text.Folding;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Optional;

/**
 * Reads shares in percent: {@code 27%}, {@code half of one per cent}, {@code 3\u5272}, {@code 22 cents of every euro},
 * {@code one dollar in five}. Immutable; looks at a few words only.
 */
final class PercentReader {
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
    private static final List<String> FRACTION_LINKS = List.of(" a ", " of a ", " of one ", " of 1 ");
    private static final int LARGEST_WHOLE = 1000;

    private final ValueWords words = ValueWords.STANDARD;
    private final ValuePhrases phrases = ValuePhrases.STANDARD;
    private final SpelledNumberReader spelled;

    PercentReader(SpelledNumberReader spelled) {
        this.spelled = spelled;
    }

    /** A share in percent and the offset behind it. */
    record Share(BigDecimal percent, int end) {}

    Optional<Share> read(char[] folded, NumeralSpan numeral, int limit) {
        return signed(folded, numeral, limit)
                .or(() -> tenths(folded, numeral, limit))
                .or(() -> coins(folded, numeral, limit))
                .or(() -> oneIn(folded, numeral, limit));
    }

    private Optional<Share> signed(char[] folded, NumeralSpan numeral, int limit) {
        if (numeral.fraction()) {
            for (String link : FRACTION_LINKS) {
                if (Folding.startsWith(folded, numeral.end(), link)) {
                    return sign(folded, numeral, numeral.end() + link.length(), limit);
                }
            }
            return Optional.empty();
        }
        int end = phrases.behind("rounding", folded, numeral.end(), limit).orElse(numeral.end());
        return sign(folded, numeral, end, limit);
    }

    private Optional<Share> sign(char[] folded, NumeralSpan numeral, int end, int limit) {
        return UnitReader.behind(words.percent(), folded, end, limit)
                .map(unit -> new Share(numeral.value(), unit.end()));
    }

    /** Tenths, as East Asian texts count shares. */
    private Optional<Share> tenths(char[] folded, NumeralSpan numeral, int limit) {
        return numeral.value().compareTo(BigDecimal.TEN) > 0
                ? Optional.empty()
                : phrases.behind("tenths", folded, numeral.end(), limit)
                        .map(end -> new Share(numeral.value().multiply(BigDecimal.TEN), end));
    }

    /** {@code 22 cents of every euro}. */
    private Optional<Share> coins(char[] folded, NumeralSpan numeral, int limit) {
        return phrases.behind("coins", folded, numeral.end(), limit)
                .flatMap(coin -> phrases.behind("each", folded, coin, limit))
                .flatMap(at -> UnitReader.behind(words.currencies(), folded, at, limit))
                .map(whole -> new Share(numeral.value(), whole.end()));
    }

    /** {@code one dollar in five}: the whole is a round number in words or digits. */
    private Optional<Share> oneIn(char[] folded, NumeralSpan numeral, int limit) {
        return phrases.behind("shareNouns", folded, numeral.end(), limit)
                .filter(noun -> Folding.startsWith(folded, noun, " in "))
                .flatMap(noun -> whole(folded, noun + 4, limit))
                .filter(whole -> whole.value().compareTo(numeral.value()) > 0
                        && whole.value().compareTo(BigDecimal.valueOf(LARGEST_WHOLE)) <= 0)
                .map(whole -> new Share(
                        numeral.value().multiply(HUNDRED).divide(whole.value(), 1, RoundingMode.HALF_UP), whole.end()));
    }

    private Optional<NumberReader.Number> whole(char[] folded, int at, int limit) {
        if (at >= limit || !Character.isLetterOrDigit(folded[at])) {
            return Optional.empty();
        }
        return NumberReader.isDigit(folded[at])
                ? NumberReader.read(folded, at, limit, false)
                : spelled.read(folded, at, limit)
                        .filter(number -> !number.article() && !number.fraction())
                        .map(number -> new NumberReader.Number(number.value(), number.end()));
    }
}
