package io.pactwatch.analysis.value;

import io.pactwatch.analysis.text.Script;
import java.util.Optional;

/**
 * Finds what a number counts where words stand between: {@code 160 million of its shares}, {@code 20,000 electric vans},
 * {@code 14 millones de acciones}. Skips few words, and none that begins another phrase. Linear.
 */
final class CountReader {
    private static final int WORDS = 4;
    private static final int LONGEST = 16;

    private final ValueWords words = ValueWords.STANDARD;

    /** A counted thing and the offset behind it. */
    record Counted(String thing, int end) {}

    /** @param end offset behind the number */
    Optional<Counted> read(char[] folded, int end, int limit) {
        int at = end;
        boolean mayBreak = false;
        for (int skipped = 0; skipped <= WORDS; skipped++) {
            if (at >= limit || folded[at] != ' ' && folded[at] != '\'') {
                return Optional.empty();
            }
            int stop = wordEnd(folded, at + 1, limit);
            String word = new String(folded, at + 1, stop - at - 1);
            Optional<String> thing = words.counted(word);
            if (thing.isPresent()) {
                return Optional.of(new Counted(thing.get(), stop));
            }
            boolean partOf = skipped == 0 && words.isPartOf(word);
            if (word.isEmpty() || !partOf && !mayBreak && words.breaksCount(word)) {
                return Optional.empty();
            }
            mayBreak = partOf; // "of its shares": what stands behind "of" may be an article
            at = stop;
        }
        return Optional.empty();
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
