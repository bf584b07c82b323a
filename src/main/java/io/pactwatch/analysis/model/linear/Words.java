package io.pactwatch.analysis.model.linear;

import io.pactwatch.analysis.text.Script;
import io.pactwatch.analysis.text.Span;
import java.util.Arrays;
import java.util.List;

/**
 * The words of a part of a text, as numbers. Where blanks part words a word is a run of letters; a number, a sign and a
 * character of an East Asian script are words of their own, so that neighbours of such characters are the character n-grams.
 * A marked span is one word. At most {@link #MOST} words are read. Not thread-safe while it is built.
 */
public final class Words {
    /** Words read of a text. */
    public static final int MOST = 400;

    /** What a word is. */
    public enum Kind {
        LETTERS,
        NUMBER,
        SIGN,
        EAST_ASIAN,
        MARK
    }

    private static final int WORD = FeatureHash.kind("w");
    private static final int DIGITS = FeatureHash.with(WORD, "#");
    static final int NOT = hash("not");

    private final char[] folded;
    private int[] starts = new int[64];
    private int[] ends = new int[64];
    private int[] hashes = new int[64];
    private Kind[] kinds = new Kind[64];
    private int size;

    /** Stands for a part of the text, such as a party or an amount. */
    public record Mark(Span span, int hash) {
        /** A mark with a name. */
        public static Mark of(Span span, String name) {
            return new Mark(span, FeatureHash.with(WORD, '@' + name));
        }
    }

    private Words(char[] folded) {
        this.folded = folded;
    }

    /** The number of a word in small letters. */
    static int hash(String word) {
        return FeatureHash.with(WORD, word);
    }

    /**
     * @param folded the folded text
     * @param marks in order of their starts
     */
    public static Words of(char[] folded, Span part, List<Mark> marks) {
        Words words = new Words(folded);
        int mark = 0;
        int i = part.start();
        while (i < part.end() && words.size < MOST) {
            while (mark < marks.size() && marks.get(mark).span().end() <= i) {
                mark++;
            }
            Mark next = mark < marks.size() ? marks.get(mark) : null;
            if (next != null && next.span().start() <= i) {
                int end = Math.min(part.end(), next.span().end());
                words.add(i, end, next.hash(), Kind.MARK);
                i = end;
            } else {
                i = words.read(
                        i,
                        next == null
                                ? part.end()
                                : Math.min(part.end(), next.span().start()));
            }
        }
        return words;
    }

    /** Reads the word or the blank at a place; returns the place behind it. */
    private int read(int start, int limit) {
        char unit = folded[start];
        Script script = Script.of(unit);
        if (script.isEastAsian()) {
            add(start, start + 1, FeatureHash.with(WORD, folded, start, start + 1), Kind.EAST_ASIAN);
            return start + 1;
        }
        if (script == Script.NONE) {
            if (unit != ' ') {
                add(start, start + 1, FeatureHash.with(WORD, folded, start, start + 1), Kind.SIGN);
            }
            return start + 1;
        }
        int end = start + 1;
        while (end < limit && goesOn(end, limit)) {
            end++;
        }
        if (Character.isDigit(unit)) {
            add(start, end, DIGITS, Kind.NUMBER);
        } else {
            addLetters(start, end);
        }
        return end;
    }

    private boolean goesOn(int at, int limit) {
        char unit = folded[at];
        if (Script.of(unit) == Script.SPACED) {
            return true;
        }
        boolean joint = unit == '\'' || unit == '-';
        return joint
                && at + 1 < limit
                && Character.isLetter(folded[at + 1])
                && Script.of(folded[at + 1]) == Script.SPACED;
    }

    /** "Don't" is "do" and "not"; the possessive "'s" is dropped. */
    private void addLetters(int start, int end) {
        int length = end - start;
        if (length > 3 && folded[end - 3] == 'n' && folded[end - 2] == '\'' && folded[end - 1] == 't') {
            add(start, end - 3, FeatureHash.with(WORD, folded, start, end - 3), Kind.LETTERS);
            add(end - 3, end, NOT, Kind.LETTERS);
            return;
        }
        int last = length > 2 && folded[end - 2] == '\'' && folded[end - 1] == 's' ? end - 2 : end;
        add(start, last, FeatureHash.with(WORD, folded, start, last), Kind.LETTERS);
    }

    private void add(int start, int end, int hash, Kind kind) {
        if (size == starts.length) {
            starts = Arrays.copyOf(starts, size * 2);
            ends = Arrays.copyOf(ends, size * 2);
            hashes = Arrays.copyOf(hashes, size * 2);
            kinds = Arrays.copyOf(kinds, size * 2);
        }
        starts[size] = start;
        ends[size] = end;
        hashes[size] = hash;
        kinds[size++] = kind;
    }

    public int size() {
        return size;
    }

    public int hash(int i) {
        return hashes[i];
    }

    public Kind kind(int i) {
        return kinds[i];
    }

    public int start(int i) {
        return starts[i];
    }

    public int end(int i) {
        return ends[i];
    }

    /** The number of the first characters of a word, all of them if it is not longer. */
    int beginning(int i, int length) {
        return FeatureHash.with(WORD, folded, starts[i], Math.min(ends[i], starts[i] + length));
    }
}
