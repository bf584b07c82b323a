package io.pactwatch.analysis.value;

import io.pactwatch.analysis.text.Span;
import io.pactwatch.contract.TermValue;
import java.math.BigDecimal;
import java.util.Optional;

/** Reads one million or billion that is told without a number: {@code the billion dollars that}, {@code un premier milliard}. */
final class LoneSizeReader {
    private static final int SHORTEST = 6;

    private final ValueWords words = ValueWords.STANDARD;
    private final ImpliedMoney implied;
    private final String language;

    LoneSizeReader(String language, ImpliedMoney implied) {
        this.language = language;
        this.implied = implied;
    }

    /** The amount of the word of size that begins at a place. */
    Optional<FoundValue> read(char[] folded, int start, int limit, Optional<String> currency) {
        if (!ValuePhrases.STANDARD.isBefore("oneSize", folded, start)) {
            return Optional.empty();
        }
        for (ValueWords.Word<BigDecimal> size : words.magnitudesFrom(language, folded[start])) {
            if (size.word().length() >= SHORTEST && ValueScanner.matches(folded, start, limit, size.word())) {
                int end = start + size.word().length();
                return UnitReader.currencyBehind(words.currencies(), folded, end, limit)
                        .map(unit -> money(start, unit.end(), size.meaning(), unit.meaning()))
                        .or(() -> currency.filter(
                                        code -> implied.isAlone(folded, end, limit) || dated(folded, end, limit))
                                .map(code -> money(start, end, size.meaning(), code)));
            }
        }
        return Optional.empty();
    }

    /** {@code the billion of 2019}. */
    private boolean dated(char[] folded, int end, int limit) {
        int at = end + 1;
        while (at < limit && Character.isLetter(folded[at])) {
            at++;
        }
        return at + 1 < limit
                && words.isPartOf(new String(folded, end + 1, at - end - 1))
                && NumberReader.isDigit(folded[at + 1]);
    }

    private static FoundValue money(int start, int end, BigDecimal amount, String currency) {
        return new FoundValue(new Span(start, end), new TermValue.Money(amount, currency), FoundValue.Sort.LOOSE);
    }
}
