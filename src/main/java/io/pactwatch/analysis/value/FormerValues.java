package io.pactwatch.analysis.value;

import io.pactwatch.analysis.text.Folding;
import io.pactwatch.analysis.text.Script;
import io.pactwatch.analysis.text.Span;
import java.util.List;
import java.util.Optional;

/** Tells the value that held before from the one that holds now: "from 32.5 to 27 per cent", "15% from 8%", "statt 6 Euro". */
public final class FormerValues {
    /** Units between two values that belong together. */
    private static final int APART = 60;

    /** Values before and behind it that are looked at. */
    private static final int NEIGHBOURS = 4;

    private FormerValues() {}

    /**
     * Whether a value is the former one of two of its kind.
     *
     * @param values values of the sentence in the order of their places
     * @param place index of the value
     */
    public static boolean isFormer(List<FoundValue> values, int place, char[] folded, String language) {
        FoundValue value = values.get(place);
        if (!isMarked(value.span(), folded, language)) {
            return false;
        }
        for (int i = Math.max(0, place - NEIGHBOURS); i < Math.min(values.size(), place + NEIGHBOURS + 1); i++) {
            FoundValue other = values.get(i);
            if (i != place
                    && other.value().getClass() == value.value().getClass()
                    && other.span().distance(value.span()) <= APART
                    && !isMarked(other.span(), folded, language)) {
                return true;
            }
        }
        return false;
    }

    /** Whether a value is told as the former one by the words beside it. */
    static boolean isMarked(Span span, char[] folded, String language) {
        return markedFrom(span, folded, language).isPresent()
                || ValueWords.STANDARD.formerBehind(language).stream()
                        .anyMatch(word -> Folding.startsWith(folded, span.end(), word));
    }

    /** The place where the words before a value begin that tell it as the former one. */
    static Optional<Integer> markedFrom(Span span, char[] folded, String language) {
        int start = ValuePhrases.STANDARD.startBefore("about", folded, span.start());
        int end = start > 0 && folded[start - 1] == ' ' ? start - 1 : start;
        return ValueWords.STANDARD.former(language).stream()
                .filter(word -> standsBefore(folded, end, word))
                .map(word -> end - word.length())
                .findFirst();
    }

    private static boolean standsBefore(char[] folded, int end, String word) {
        int start = end - word.length();
        return Folding.startsWith(folded, start, word)
                && (start == 0
                        || Script.of(folded[start - 1]) != Script.SPACED
                        || Script.of(word.charAt(0)) != Script.SPACED);
    }
}
