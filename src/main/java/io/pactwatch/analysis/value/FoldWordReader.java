package io.pactwatch.analysis.value;

import io.pactwatch.analysis.text.Span;
import io.pactwatch.contract.TermValue;
import java.math.BigDecimal;
import java.util.Optional;

/** Reads multiples in one word: {@code a hundredfold}, {@code das Hundertfache}. Immutable. */
final class FoldWordReader {
    private final ValueWords words = ValueWords.STANDARD;
    private final String language;

    FoldWordReader(String language) {
        this.language = language;
    }

    /** The multiple that the word between two places tells. */
    Optional<FoundValue> read(char[] folded, int start, int end) {
        String word = new String(folded, start, end - start);
        return words.foldSuffixes().stream()
                .filter(suffix -> word.length() > suffix.length() && word.endsWith(suffix))
                .findFirst()
                .flatMap(suffix -> words.number(word.substring(0, word.length() - suffix.length()), language))
                .filter(number -> number.compareTo(BigDecimal.ONE) > 0)
                .map(number ->
                        new FoundValue(new Span(start, end), new TermValue.Multiple(number), FoundValue.Sort.LOOSE));
    }
}
