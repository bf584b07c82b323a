package io.pactwatch.analysis.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Splits running text into sentences by hand-written rules for English, German, French, Spanish, Korean, Japanese and
 * Chinese: abbreviations, initials, decimals, ordinals before a month, closing quotes, a missing blank after a full stop.
 * Linear in the length of the text.
 */
public final class SentenceSplitter {
    private static final Set<String> ABBREVIATIONS = Set.of(
            "mr", "mrs", "ms", "dr", "prof", "sen", "rep", "gov", "gen", "st", "inc", "corp", "co", "ltd", "vs", "etc",
            "jr", "sr", "no", "nr", "art", "vol", "approx", "ca", "bzw", "usw", "vgl", "sog", "mio", "mrd", "mme", "mm",
            "mlle", "sra", "dra", "ud", "uds", "av", "núm", "pág", "jan", "feb", "mar", "apr", "jun", "jul", "aug",
            "sep", "sept", "oct", "nov", "dec", "dez", "okt", "abs", "evtl", "ggf", "inkl", "max", "min", "cf", "figs",
            "est", "dept");
    private static final Set<String> GERMAN_MONTHS = Set.of(
            "januar",
            "februar",
            "märz",
            "april",
            "mai",
            "juni",
            "juli",
            "august",
            "september",
            "oktober",
            "november",
            "dezember",
            "quartal",
            "jahrhundert");
    private static final String CLOSERS = "\"'\u201D\u2019\u00BB)]\u300D\u300F\uFF09";

    private SentenceSplitter() {}

    /** Sentences of the part of a text between two offsets, without the blanks around them. */
    public static List<Span> split(String text, int from, int to) {
        List<Span> sentences = new ArrayList<>();
        int start = from;
        for (int i = from; i < to; i++) {
            int end = endOfSentence(text, i, from, to);
            if (end > 0) {
                addTrimmed(text, start, end, sentences);
                start = end;
                i = end - 1;
            }
        }
        addTrimmed(text, start, to, sentences);
        return sentences;
    }

    /** Offset behind the sentence if the unit at {@code i} ends one, else 0. */
    private static int endOfSentence(String text, int i, int from, int to) {
        char unit = text.charAt(i);
        if (unit == '\u3002' || unit == '\uFF01' || unit == '\uFF1F') {
            return afterClosers(text, i + 1, to);
        }
        if (unit == '!' || unit == '?' || unit == '\u2026') {
            int end = afterClosers(text, i + 1, to);
            return end >= to || isBlank(text.charAt(end)) && startsSentence(text, end, to) ? end : 0;
        }
        return unit == '.' ? endAtFullStop(text, i, from, to) : 0;
    }

    private static int endAtFullStop(String text, int i, int from, int to) {
        int end = afterClosers(text, i + 1, to);
        if (end >= to) {
            return to;
        }
        char before = i > from ? text.charAt(i - 1) : ' ';
        char next = text.charAt(end);
        if (!isBlank(next)) {
            return missingBlank(text, i, from, end, to) || Script.of(before).isEastAsian() ? end : 0;
        }
        return isAbbreviation(text, i, from) || !startsSentence(text, end, to) || isOrdinal(text, i, from, end, to)
                ? 0
                : end;
    }

    /** A full stop that touches the next sentence: lower-case letters before it, a capitalised word behind it. */
    private static boolean missingBlank(String text, int stop, int from, int next, int to) {
        return stop - 2 >= from
                && Character.isLowerCase(text.charAt(stop - 1))
                && Character.isLowerCase(text.charAt(stop - 2))
                && next + 1 < to
                && Character.isUpperCase(text.charAt(next))
                && (Character.isLowerCase(text.charAt(next + 1)) || isBlank(text.charAt(next + 1)))
                && hasBlankWithin(text, next, to);
    }

    private static boolean hasBlankWithin(String text, int next, int to) {
        for (int i = next; i < Math.min(to, next + 20); i++) {
            if (isBlank(text.charAt(i))) {
                return true;
            }
        }
        return false;
    }

    private static boolean isAbbreviation(String text, int stop, int from) {
        int start = stop;
        while (start > from && stop - start < 12 && Character.isLetter(text.charAt(start - 1))) {
            start--;
        }
        if (stop - start == 1 && Character.isUpperCase(text.charAt(start))) {
            return true;
        }
        if (start > from && text.charAt(start - 1) == '.' && stop - start <= 2) {
            return true;
        }
        return ABBREVIATIONS.contains(Folding.foldToString(text.substring(start, stop)));
    }

    private static boolean isOrdinal(String text, int stop, int from, int end, int to) {
        int start = stop;
        while (start > from && stop - start < 3 && Character.isDigit(text.charAt(start - 1))) {
            start--;
        }
        if (start == stop || stop - start > 2) {
            return false;
        }
        int word = skipBlanks(text, end, to);
        int wordEnd = word;
        while (wordEnd < to && wordEnd - word < 14 && Character.isLetter(text.charAt(wordEnd))) {
            wordEnd++;
        }
        return GERMAN_MONTHS.contains(Folding.foldToString(text.substring(word, wordEnd)));
    }

    private static boolean startsSentence(String text, int end, int to) {
        int next = skipBlanks(text, end, to);
        return next >= to || !Character.isLowerCase(text.charAt(next));
    }

    private static int skipBlanks(String text, int from, int to) {
        int next = from;
        while (next < to && next - from < 64 && isBlank(text.charAt(next))) {
            next++;
        }
        return next;
    }

    private static int afterClosers(String text, int from, int to) {
        int end = from;
        while (end < to
                && end - from < 4
                && (CLOSERS.indexOf(text.charAt(end)) >= 0 || "!?.".indexOf(text.charAt(end)) >= 0)) {
            end++;
        }
        return end;
    }

    static boolean isBlank(char unit) {
        return unit <= ' '
                || Character.isWhitespace(unit)
                || Character.isSpaceChar(unit)
                || Character.isISOControl(unit);
    }

    private static void addTrimmed(String text, int from, int to, List<Span> sentences) {
        int start = from;
        int end = to;
        while (start < end && isBlank(text.charAt(start))) {
            start++;
        }
        while (end > start && isBlank(text.charAt(end - 1))) {
            end--;
        }
        if (end > start) {
            sentences.add(new Span(start, end));
        }
    }
}
