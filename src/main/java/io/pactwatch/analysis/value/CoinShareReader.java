package io.pactwatch.analysis.value;

import io.pactwatch.analysis.text.Span;
import io.pactwatch.contract.TermValue;
import java.math.BigDecimal;
import java.util.Optional;

/** Reads a share in coins of a whole that is named before: {@code of every dollar earned, 20 cents}. Immutable. */
final class CoinShareReader {
    /** Words between the coins and the whole, and between the whole and what tells that it is one of many. */
    private static final int WORDS = 3;

    private static final int LONGEST = 20;
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    private final ValueWords words = ValueWords.STANDARD;
    private final ValuePhrases phrases = ValuePhrases.STANDARD;

    Optional<FoundValue> read(char[] folded, NumeralSpan numeral, int from, int limit) {
        if (numeral.value().compareTo(HUNDRED) >= 0) {
            return Optional.empty();
        }
        return phrases.behind("coins", folded, numeral.end(), limit)
                .filter(end -> isOfEach(folded, numeral.start(), from))
                .map(end -> new FoundValue(
                        new Span(numeral.start(), end), new TermValue.Percent(numeral.value()), FoundValue.Sort.LOOSE));
    }

    private boolean isOfEach(char[] folded, int start, int from) {
        int at = start;
        for (int word = 0; word < WORDS; word++) {
            at = wordBefore(folded, at, from);
            int end = at;
            boolean currency =
                    UnitReader.behind(words.currencies(), folded, end, start).isPresent();
            if (currency) {
                return isEach(folded, at, from);
            }
        }
        return false;
    }

    private boolean isEach(char[] folded, int start, int from) {
        int at = start;
        for (int word = 0; word < WORDS; word++) {
            if (phrases.isBefore("ofEach", folded, at)) {
                return true;
            }
            at = wordBefore(folded, at, from);
        }
        return false;
    }

    private static int wordBefore(char[] folded, int place, int from) {
        int end = place;
        while (end > from && place - end < 3 && !Character.isLetter(folded[end - 1])) {
            end--;
        }
        int start = end;
        while (start > from && end - start < LONGEST && Character.isLetter(folded[start - 1])) {
            start--;
        }
        return start;
    }
}
