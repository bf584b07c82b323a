package io.pactwatch.analysis.value;

import io.pactwatch.analysis.text.Script;
import io.pactwatch.analysis.text.Span;
import io.pactwatch.contract.TermValue;
import java.math.BigDecimal;
import java.util.Optional;

/**
 * Counts places on a board by the words that are used for them beside other things: {@code one director}, {@code two more
 * people}, {@code one of nine chairs}, {@code three from each side}, {@code 이사 2명}. Immutable; looks at a few words only.
 */
final class SeatReader {
    private static final int WORDS = 4;
    private static final BigDecimal MOST = BigDecimal.valueOf(30);

    private final ValueWords words = ValueWords.STANDARD;
    private final ValuePhrases phrases = ValuePhrases.STANDARD;
    private final String language;

    SeatReader(String language) {
        this.language = language;
    }

    /** The places that a number counts; an article counts none. */
    Optional<FoundValue> read(char[] folded, NumeralSpan numeral, int limit) {
        boolean counts = !numeral.article()
                && !numeral.fraction()
                && numeral.value().signum() > 0
                && numeral.value().compareTo(MOST) <= 0
                && numeral.value().stripTrailingZeros().scale() <= 0;
        return counts ? end(folded, numeral.end(), limit).map(end -> seats(numeral, end)) : Optional.empty();
    }

    private Optional<Integer> end(char[] folded, int start, int limit) {
        Optional<Integer> direct = phrases.behind("seatCounts", folded, start, limit);
        if (direct.isPresent()) {
            return direct;
        }
        int at = start;
        boolean part = false;
        for (int skipped = 0; skipped <= WORDS && at < limit && folded[at] == ' '; skipped++) {
            int stop = at + 1;
            while (stop < limit && Character.isLetter(folded[stop]) && Script.of(folded[stop]) == Script.SPACED) {
                stop++;
            }
            String word = new String(folded, at + 1, stop - at - 1);
            if (words.isSeat(word)) {
                return Optional.of(stop);
            }
            boolean of = skipped == 0 && words.isPartOf(word);
            boolean number = words.number(word, language).isPresent();
            if (word.isEmpty() || !of && !part && !number && words.breaksCount(word)) {
                return Optional.empty();
            }
            part |= of;
            at = stop;
        }
        return Optional.empty();
    }

    private static FoundValue seats(NumeralSpan numeral, int end) {
        String unit = numeral.value().compareTo(BigDecimal.ONE) == 0 ? "seat" : "seats";
        return new FoundValue(
                new Span(numeral.start(), end), TermValue.Text.of(numeral.value(), unit), FoundValue.Sort.LOOSE);
    }
}
