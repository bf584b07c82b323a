package io.pactwatch.analysis.value;

import io.pactwatch.analysis.text.Script;
import io.pactwatch.analysis.text.Span;
import io.pactwatch.contract.TermValue;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/**
 * Reads a large amount that is told without a currency, as texts do that have named it before: "another two billion". What
 * stands behind must begin another phrase, else the number counts something. Immutable.
 */
final class ImpliedMoney {
    private static final BigDecimal LEAST = BigDecimal.valueOf(1_000_000);
    private static final int LONGEST = 16;

    /** Values that are looked at for a currency. */
    private static final int NEAR = 20;

    private final ValueWords words = ValueWords.STANDARD;

    /**
     * @param found values before it in the sentence
     * @param named the currency that the text has named last before the sentence
     */
    Optional<FoundValue> read(
            char[] folded, NumeralSpan numeral, int limit, List<FoundValue> found, Optional<String> named) {
        if (numeral.value().compareTo(LEAST) < 0 || !isAlone(folded, numeral.end(), limit)) {
            return Optional.empty();
        }
        return lastCurrency(found)
                .or(() -> named)
                .map(currency -> new FoundValue(
                        new Span(numeral.start(), numeral.end()),
                        new TermValue.Money(numeral.value(), currency),
                        FoundValue.Sort.IMPLIED));
    }

    /** The currency of the last amount of some values. */
    static Optional<String> lastCurrency(List<FoundValue> values) {
        for (int i = values.size() - 1; i >= Math.max(0, values.size() - NEAR); i--) {
            if (values.get(i).value() instanceof TermValue.Money money) {
                return Optional.of(money.currency());
            }
        }
        return Optional.empty();
    }

    private boolean isAlone(char[] folded, int end, int limit) {
        if (end >= limit || Script.of(folded[end]) == Script.NONE && folded[end] != ' ' && folded[end] != '-') {
            return true;
        }
        int stop = end + 1;
        while (stop < limit && stop - end <= LONGEST && Character.isLetter(folded[stop])) {
            stop++;
        }
        String word = new String(folded, Math.min(end + 1, limit), Math.max(0, stop - end - 1));
        return folded[end] == ' ' && (word.isEmpty() || words.breaksCount(word) && !words.isPartOf(word));
    }
}
