package io.pactwatch.analysis.value;

import io.pactwatch.analysis.text.Script;
import io.pactwatch.analysis.text.Span;
import io.pactwatch.contract.TermValue;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Reads a large amount that is told without a currency, as texts do that have named it before: "another two billion". What
 * stands behind must begin another phrase, else the number counts something. Immutable.
 */
final class ImpliedMoney {
    private static final BigDecimal LEAST = BigDecimal.valueOf(1_000_000);
    private static final int LONGEST = 16;

    /** Values that are looked at for a currency. */
    private static final int NEAR = 20;

    private static final Set<String> LINKED = Set.of("fr", "es");

    private final ValueWords words = ValueWords.STANDARD;
    private final String language;

    ImpliedMoney(String language) {
        this.language = language;
    }

    /**
     * @param found values before it in the sentence
     * @param named the currency of the text
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

    /** French and Spanish link what is counted to words of size by a preposition: any other word ends the amount. */
    private boolean endsAmount(String word) {
        return !words.isPartOf(word)
                && (LINKED.contains(language) || words.breaksCount(word) || words.endsAmount(word));
    }

    /** The currency of the last amount of some values. */
    private static Optional<String> lastCurrency(List<FoundValue> values) {
        for (int i = values.size() - 1; i >= Math.max(0, values.size() - NEAR); i--) {
            if (values.get(i).value() instanceof TermValue.Money money
                    && values.get(i).sort() != FoundValue.Sort.IMPLIED) {
                return Optional.of(money.currency());
            }
        }
        return Optional.empty();
    }

    /** Whether what stands behind an amount begins another phrase. */
    boolean isAlone(char[] folded, int end, int limit) {
        if (end >= limit || Script.of(folded[end]) == Script.NONE && folded[end] != ' ' && folded[end] != '-') {
            return true;
        }
        int stop = end + 1;
        while (stop < limit && stop - end <= LONGEST && Character.isLetter(folded[stop])) {
            stop++;
        }
        String word = new String(folded, Math.min(end + 1, limit), Math.max(0, stop - end - 1));
        return folded[end] == ' ' && (word.isEmpty() || endsAmount(word));
    }
}
