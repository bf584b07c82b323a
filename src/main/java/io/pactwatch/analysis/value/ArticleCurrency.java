package io.pactwatch.analysis.value;

import io.pactwatch.contract.TermValue;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Gives amounts that a text tells without a currency the one that it names most often. */
public final class ArticleCurrency {
    /** No currency: what an amount has until the whole text is read. ISO 4217. */
    private static final String UNNAMED = "XXX";

    private static final String USUAL = "USD";

    private ArticleCurrency() {}

    /** What a scanner of one sentence takes for the currency of the text. */
    public static Optional<String> unnamed() {
        return Optional.of(UNNAMED);
    }

    /** The values of all sentences, each amount with a currency. */
    public static List<List<FoundValue>> named(List<List<FoundValue>> sentences) {
        Map<String, Integer> counts = new LinkedHashMap<>();
        sentences.forEach(values -> values.forEach(value -> currency(value)
                .filter(code -> value.sort() == FoundValue.Sort.PLAIN && !code.equals(UNNAMED))
                .ifPresent(code -> counts.merge(code, 1, Integer::sum))));
        String most = counts.entrySet().stream()
                .reduce((first, second) -> second.getValue() > first.getValue() ? second : first)
                .map(Map.Entry::getKey)
                .orElse(USUAL);
        List<List<FoundValue>> named = new ArrayList<>();
        for (List<FoundValue> values : sentences) {
            named.add(values.stream().map(value -> in(value, most)).toList());
        }
        return named;
    }

    private static Optional<String> currency(FoundValue value) {
        return value.value() instanceof TermValue.Money money ? Optional.of(money.currency()) : Optional.empty();
    }

    private static FoundValue in(FoundValue value, String currency) {
        return value.value() instanceof TermValue.Money money
                        && money.currency().equals(UNNAMED)
                ? new FoundValue(value.span(), new TermValue.Money(money.amount(), currency), value.sort())
                : value;
    }
}
