package io.pactwatch.analysis.value;

import io.pactwatch.analysis.text.Script;
import io.pactwatch.analysis.text.Span;
import io.pactwatch.contract.TermValue;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;

/** Reads some of equal parts as a share: {@code two fifths}, {@code drei Zehntel}, {@code 5분의 2}, {@code 五分之三}. Immutable. */
final class PartsReader {
    private static final int MOST = 100;
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(MOST);

    private final ValueWords words = ValueWords.STANDARD;
    private final ValuePhrases phrases = ValuePhrases.STANDARD;
    private final String language;

    PartsReader(String language) {
        this.language = language;
    }

    /** The share that begins with a number. */
    Optional<FoundValue> read(char[] folded, NumeralSpan numeral, int limit) {
        if (numeral.fraction()
                || numeral.value().compareTo(BigDecimal.ONE) <= 0
                || numeral.value().compareTo(HUNDRED) > 0) {
            return Optional.empty();
        }
        return wholeFirst(folded, numeral, limit)
                .or(() -> UnitReader.behind(words.equalParts(), folded, numeral.end(), limit)
                        .flatMap(part -> share(numeral, numeral.value(), new BigDecimal(part.meaning()), part.end())));
    }

    private Optional<FoundValue> wholeFirst(char[] folded, NumeralSpan numeral, int limit) {
        return phrases.behind("partsOf", folded, numeral.end(), limit).flatMap(end -> {
            int at = end < limit && folded[end] == ' ' ? end + 1 : end;
            return part(folded, at, limit).flatMap(part -> share(numeral, part.value(), numeral.value(), part.end()));
        });
    }

    private Optional<NumberReader.Number> part(char[] folded, int at, int limit) {
        if (at >= limit) {
            return Optional.empty();
        }
        return Script.of(folded[at]) == Script.HAN
                ? words.number(String.valueOf(folded[at]), language)
                        .map(digit -> new NumberReader.Number(digit, at + 1))
                : NumberReader.isDigit(folded[at]) ? NumberReader.read(folded, at, limit, false) : Optional.empty();
    }

    private static Optional<FoundValue> share(NumeralSpan numeral, BigDecimal part, BigDecimal whole, int end) {
        return part.compareTo(whole) >= 0 || part.signum() == 0
                ? Optional.empty()
                : Optional.of(new FoundValue(
                        new Span(numeral.start(), end),
                        new TermValue.Percent(part.multiply(HUNDRED).divide(whole, 1, RoundingMode.HALF_UP)),
                        FoundValue.Sort.LOOSE));
    }
}
