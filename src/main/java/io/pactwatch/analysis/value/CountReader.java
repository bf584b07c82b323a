package io.pactwatch.analysis.value;

import io.pactwatch.analysis.text.Script;
import java.math.BigDecimal;
import java.util.Optional;
import java.util.Set;

/**
 * Finds what a number counts where words stand between: {@code 160 million of its shares}, {@code 20,000 electric vans},
 * {@code 14 millones de acciones}; and things that contracts seldom count by their plural: {@code 740 contracts}. Skips few
 * words, and none that begins another phrase. Linear.
 */
final class CountReader {
    private static final int WORDS = 4;
    private static final int LONGEST = 16;
    private static final int SHORTEST_PLURAL = 4;

    /** Words between a number and a plural. */
    private static final int PLURAL_WORDS = 2;

    /** Languages whose plurals end in s. */
    private static final Set<String> PLURALS = Set.of("en", "fr", "es");

    private final ValueWords words = ValueWords.STANDARD;
    private final boolean plurals;

    CountReader(String language) {
        this.plurals = PLURALS.contains(language);
    }

    /** What a number counts; nothing behind what looks like a year. */
    Optional<FoundValue> read(char[] folded, NumeralSpan numeral, int limit) {
        if (numeral.looksLikeYear() || numeral.value().compareTo(BigDecimal.ONE) <= 0) {
            return Optional.empty();
        }
        FoundValue plural = null;
        int at = numeral.end();
        boolean mayBreak = false;
        for (int skipped = 0; skipped <= WORDS; skipped++) {
            if (at >= limit || folded[at] != ' ' && folded[at] != '\'') {
                break;
            }
            int stop = wordEnd(folded, at + 1, limit);
            String word = new String(folded, at + 1, stop - at - 1);
            Optional<String> thing = words.counted(word);
            if (thing.isPresent()) {
                return Optional.of(ValueScanner.text(numeral, thing.get(), stop, FoundValue.Sort.PLAIN));
            }
            boolean partOf = skipped == 0 && words.isPartOf(word);
            if (word.isEmpty()
                    || NumberReader.isDigit(word.charAt(0))
                    || !partOf && !mayBreak && words.breaksCount(word)) {
                break;
            }
            if (plural == null && skipped <= PLURAL_WORDS && isPlural(word)) {
                plural = ValueScanner.text(numeral, word, stop, FoundValue.Sort.COUNT);
            }
            mayBreak = partOf; // "of its shares": what stands behind "of" may be an article
            at = stop;
        }
        return Optional.ofNullable(plural);
    }

    private boolean isPlural(String word) {
        return plurals
                && word.length() >= SHORTEST_PLURAL
                && word.endsWith("s")
                && !word.endsWith("ss")
                && words.durations().stream().noneMatch(unit -> unit.word().equals(word))
                && !words.isSeldomCounted(word)
                && !words.breaksCount(word);
    }

    private static int wordEnd(char[] folded, int start, int limit) {
        int end = start;
        while (end < limit
                && end - start < LONGEST
                && (folded[end] == '-'
                        || Character.isLetterOrDigit(folded[end]) && Script.of(folded[end]) == Script.SPACED)) {
            end++;
        }
        return end;
    }
}
