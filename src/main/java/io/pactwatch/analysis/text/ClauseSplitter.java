package io.pactwatch.analysis.text;

import java.util.ArrayList;
import java.util.List;

/** Splits a sentence into clauses at commas, semicolons, colons, dashes, brackets and contrasting conjunctions. Linear. */
public final class ClauseSplitter {
    private static final String[] CONJUNCTIONS = {
        " but ",
        " and that ",
        " while ",
        " whereas ",
        " although ",
        " though ",
        " aber ",
        " während ",
        " doch ",
        " mais ",
        " tandis ",
        " pero ",
        " mientras "
    };

    /** Units of a bracket that does not part clauses. */
    private static final int ASIDE = 28;

    private ClauseSplitter() {}

    /** Clauses of a sentence of a folded text, in order, covering it without the separators. */
    public static List<Span> split(char[] folded, Span sentence) {
        List<Span> clauses = new ArrayList<>();
        int start = sentence.start();
        for (int i = sentence.start(); i < sentence.end(); i++) {
            if (separates(folded, i, sentence) || folded[i] == ' ' && startsConjunction(folded, i, sentence.end())) {
                add(folded, start, i, clauses);
                start = i + 1;
            }
        }
        add(folded, start, sentence.end(), clauses);
        return clauses;
    }

    private static boolean separates(char[] folded, int i, Span sentence) {
        char unit = folded[i];
        boolean betweenDigits = i > sentence.start()
                && i + 1 < sentence.end()
                && Character.isDigit(folded[i - 1])
                && Character.isDigit(folded[i + 1]);
        return switch (unit) {
            case ',' -> !betweenDigits && !beforeYear(folded, i, sentence);
            case ':' -> !betweenDigits;
            case '(' -> !isAside(folded, i, sentence.end());
            case ')' -> !closesAside(folded, i, sentence.start());
            case ';', '\u3001', '[', ']' -> true;
            case '-' -> i > sentence.start() && folded[i - 1] == ' ' && i + 1 < sentence.end() && folded[i + 1] == ' ';
            default -> false;
        };
    }

    /** Whether a bracket holds no more than a few words, such as the same amount in another currency. */
    private static boolean isAside(char[] folded, int open, int limit) {
        for (int i = open + 1; i < Math.min(limit, open + ASIDE); i++) {
            if (folded[i] == ')') {
                return true;
            }
        }
        return false;
    }

    private static boolean closesAside(char[] folded, int close, int from) {
        for (int i = close - 1; i >= Math.max(from, close - ASIDE); i--) {
            if (folded[i] == '(') {
                return true;
            }
        }
        return false;
    }

    /** The comma in {@code June 30, 2026}. */
    private static boolean beforeYear(char[] folded, int i, Span sentence) {
        return i > sentence.start()
                && Character.isDigit(folded[i - 1])
                && i + 5 < sentence.end()
                && folded[i + 1] == ' '
                && (folded[i + 2] == '2' && folded[i + 3] == '0' || folded[i + 2] == '1' && folded[i + 3] == '9')
                && Character.isDigit(folded[i + 4])
                && Character.isDigit(folded[i + 5]);
    }

    private static boolean startsConjunction(char[] folded, int at, int end) {
        for (String word : CONJUNCTIONS) {
            if (matches(folded, at, end, word)) {
                return true;
            }
        }
        return false;
    }

    private static boolean matches(char[] folded, int at, int end, String word) {
        if (at + word.length() > end) {
            return false;
        }
        for (int i = 0; i < word.length(); i++) {
            if (folded[at + i] != word.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    private static void add(char[] folded, int from, int to, List<Span> clauses) {
        int start = from;
        int end = to;
        while (start < end && folded[start] == ' ') {
            start++;
        }
        while (end > start && folded[end - 1] == ' ') {
            end--;
        }
        if (end > start) {
            clauses.add(new Span(start, end));
        }
    }
}
