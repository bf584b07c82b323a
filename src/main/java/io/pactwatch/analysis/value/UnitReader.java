package io.pactwatch.analysis.value;

import io.pactwatch.analysis.text.Folding;
import java.util.List;
import java.util.Optional;

/** Reads the unit that stands beside a number. Immutable; looks at a few words only. */
final class UnitReader {
    private static final List<String> LINKS =
            List.of(" de ", " d'", " of ", " in ", " us ", " u.s. ", " US-", " additional ", " more ");

    private UnitReader() {}

    /**
     * @param meaning of the word
     * @param end offset behind it; of a word before a number the place where it begins
     */
    record Unit(String meaning, int end) {}

    /** The first of some words that stands behind a place. */
    static Optional<Unit> behind(List<ValueWords.Word<String>> candidates, char[] folded, int end, int limit) {
        int at = ValueScanner.skipBlank(folded, end, limit);
        for (ValueWords.Word<String> word : candidates) {
            if (ValueScanner.matches(folded, at, limit, word.word())) {
                return Optional.of(new Unit(word.meaning(), at + word.word().length()));
            }
        }
        return Optional.empty();
    }

    static Optional<Unit> currencyBehind(List<ValueWords.Word<String>> currencies, char[] folded, int end, int limit) {
        Optional<Unit> direct = behind(currencies, folded, end, limit)
                .filter(unit -> unit.end >= limit || !NumberReader.isDigit(folded[unit.end]));
        if (direct.isPresent()) {
            return direct;
        }
        for (String link : LINKS) {
            if (end + link.length() < limit && Folding.startsWith(folded, end, link)) {
                return behind(currencies, folded, end + link.length(), limit);
            }
        }
        return Optional.empty();
    }

    /** The currency before a number. */
    static Optional<Unit> currencyBefore(List<ValueWords.Word<String>> currencies, char[] folded, int start, int from) {
        int end = start > from && folded[start - 1] == ' ' ? start - 1 : start;
        for (ValueWords.Word<String> word : currencies) {
            int at = end - word.word().length();
            boolean sign = !Character.isLetter(word.word().charAt(word.word().length() - 1));
            boolean code = word.word().length() == 3 || word.word().equals("rs");
            if (at >= from
                    && (sign && end == start || code)
                    && Folding.startsWith(folded, at, word.word())
                    && (at == from || !Character.isLetter(folded[at - 1]) || !Character.isLetter(folded[at]))) {
                return Optional.of(new Unit(word.meaning(), at));
            }
        }
        return Optional.empty();
    }
}
