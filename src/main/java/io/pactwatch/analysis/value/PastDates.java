package io.pactwatch.analysis.value;

import io.pactwatch.analysis.text.Script;
import io.pactwatch.analysis.text.Span;
import io.pactwatch.contract.TermValue;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Optional;

/** Tells whether words are dated before the publication: an earlier year, or an earlier month of the same year. */
public final class PastDates {
    private PastDates() {}

    /** @param values values of the sentence; the end year of a term is no date of the statement */
    public static boolean in(char[] folded, Span span, List<FoundValue> values, Instant publishedAt) {
        ZonedDateTime published = publishedAt.atZone(ZoneOffset.UTC);
        for (int i = span.start(); i < span.end(); i++) {
            if (startsYear(folded, i, span) && !isEndOfTerm(i, values)) {
                int year = Integer.parseInt(new String(folded, i, 4));
                if (year < published.getYear()) {
                    return true;
                }
            }
            if (startsWord(folded, i, span) && isEarlierMonth(folded, i, span, published)) {
                return true;
            }
        }
        return false;
    }

    private static boolean startsYear(char[] folded, int i, Span span) {
        if (i + 4 > span.end()
                || i > 0 && (Character.isDigit(folded[i - 1]) || folded[i - 1] == '.' || folded[i - 1] == '$')) {
            return false;
        }
        boolean century = folded[i] == '1' && folded[i + 1] == '9' || folded[i] == '2' && folded[i + 1] == '0';
        boolean digits = NumberReader.isDigit(folded[i + 2]) && NumberReader.isDigit(folded[i + 3]);
        boolean ends = i + 4 == folded.length
                || !Character.isDigit(folded[i + 4])
                        && (Script.of(folded[i + 4]) != Script.SPACED)
                        && !"억조만億兆万亿".contains(String.valueOf(folded[i + 4]));
        return century && digits && ends;
    }

    private static boolean isEndOfTerm(int at, List<FoundValue> values) {
        for (FoundValue value : values) {
            if (value.span().contains(at)
                    && (value.value() instanceof TermValue.Until || value.value() instanceof TermValue.Money)) {
                return true;
            }
        }
        return false;
    }

    private static boolean startsWord(char[] folded, int i, Span span) {
        return Character.isLetter(folded[i]) && (i == span.start() || !Character.isLetterOrDigit(folded[i - 1]));
    }

    /** A month that is two or more before the month of publication, behind "in", "last", "im", "en". */
    private static boolean isEarlierMonth(char[] folded, int start, Span span, ZonedDateTime published) {
        int end = start;
        while (end < span.end() && end - start < 12 && Character.isLetter(folded[end])) {
            end++;
        }
        if (end - start < 4) {
            return false;
        }
        Optional<Integer> month = ValueWords.STANDARD.month(new String(folded, start, end - start));
        return month.isPresent()
                && month.get() + 1 < published.getMonthValue()
                && (followedByYear(folded, end, span, published.getYear())
                        || precededBy(folded, start, span) && !followedByYear(folded, end, span, 0));
    }

    private static boolean precededBy(char[] folded, int start, Span span) {
        for (String word : new String[] {"in ", "last ", "since ", "im ", "en ", "seit ", "depuis ", "desde "}) {
            int at = start - word.length();
            if (at >= span.start() && new String(folded, at, word.length()).equals(word)) {
                return true;
            }
        }
        return false;
    }

    /** @param year the year that must follow, 0 for any number */
    private static boolean followedByYear(char[] folded, int end, Span span, int year) {
        if (end + 5 > span.end() || folded[end] != ' ' || !Character.isDigit(folded[end + 1])) {
            return false;
        }
        return year == 0 || new String(folded, end + 1, 4).equals(String.valueOf(year));
    }
}
