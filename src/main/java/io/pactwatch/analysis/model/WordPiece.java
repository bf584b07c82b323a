package io.pactwatch.analysis.model;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * The lower-casing WordPiece tokenizer of BERT (Devlin et al. 2019): words are cut greedily into the longest pieces of a
 * vocabulary, and each piece knows its place in the text. Immutable and thread-safe; linear in the length of the text, and
 * no more is read than fills the pieces asked for.
 */
public final class WordPiece {
    /** Longer words are unknown, as in BERT; it bounds the work for each word. */
    private static final int LONGEST_WORD = 100;

    /** Pieces that tell where a text stands. */
    private static final int MOST_OPENING = 40;

    private static final String CONTINUES = "##";

    private final Map<String, Integer> vocabulary = new HashMap<>();
    private final int begin;
    private final int separator;
    private final int unknown;

    /**
     * @param pieces the vocabulary; the place in the list is the number of the piece
     * @throws IllegalArgumentException if {@code [CLS]}, {@code [SEP]} or {@code [UNK]} is missing
     */
    public WordPiece(List<String> pieces) {
        for (int i = 0; i < pieces.size(); i++) {
            vocabulary.put(pieces.get(i), i);
        }
        begin = special("[CLS]");
        separator = special("[SEP]");
        unknown = special("[UNK]");
    }

    private int special(String piece) {
        Integer number = vocabulary.get(piece);
        if (number == null) {
            throw new IllegalArgumentException("vocabulary: " + piece + " is missing");
        }
        return number;
    }

    /** Number of pieces. */
    public int size() {
        return vocabulary.size();
    }

    /**
     * The pieces of a text between {@code [CLS]} and {@code [SEP]}.
     *
     * @param most pieces to return, both ends included; at least 2
     */
    public Pieces read(String text, int most) {
        if (most < 2) {
            throw new IllegalArgumentException("most: " + most + " leaves no room for both ends");
        }
        Pieces.Builder pieces = new Pieces.Builder(most - 1);
        pieces.add(begin, 0, 0);
        read(text, pieces);
        return pieces.build(separator, text.length());
    }

    /**
     * The pieces of a text behind those that tell where it stands, which have no place in it.
     *
     * @param most pieces to return, both ends included; at least 2
     */
    public Pieces read(PassageSetting setting, String text, int most) {
        String before = setting.words();
        if (before.isEmpty()) {
            return read(text, most);
        }
        Pieces opening = read(before, Math.min(most, MOST_OPENING));
        Pieces.Builder pieces = new Pieces.Builder(most - 1);
        for (int i = 0; i < opening.size(); i++) {
            pieces.add(opening.number(i), 0, 0);
        }
        read(text, pieces);
        return pieces.build(separator, text.length());
    }

    private void read(String text, Pieces.Builder pieces) {
        Word word = new Word();
        int at = 0;
        while (at < text.length() && !pieces.isFull()) {
            int codePoint = text.codePointAt(at);
            int next = at + Character.charCount(codePoint);
            if (isDropped(codePoint)) {
                at = next;
            } else if (standsAlone(codePoint)) {
                word.start();
                word.append(codePoint, at);
                cut(word, at, next, pieces);
                at = next;
            } else {
                at = word.fill(text, at, pieces, this);
            }
        }
    }

    private void cut(Word word, int start, int end, Pieces.Builder pieces) {
        if (word.length() == 0) {
            return;
        }
        if (word.length() > LONGEST_WORD) {
            pieces.add(unknown, start, end);
            return;
        }
        int mark = pieces.size();
        int from = 0;
        while (from < word.length() && !pieces.isFull()) {
            int to = word.length();
            Integer number = vocabulary.get(piece(word, from, to));
            while (number == null && to > from + 1) {
                to--;
                number = vocabulary.get(piece(word, from, to));
            }
            if (number == null) {
                pieces.cutBack(mark);
                pieces.add(unknown, start, end);
                return;
            }
            pieces.add(number, word.place(from), to == word.length() ? end : word.place(to));
            from = to;
        }
    }

    private static String piece(Word word, int from, int to) {
        String part = word.part(from, to);
        return from == 0 ? part : CONTINUES + part;
    }

    private static boolean isDropped(int codePoint) {
        int type = Character.getType(codePoint);
        return codePoint == 0xFFFD
                || Character.isWhitespace(codePoint)
                || Character.isSpaceChar(codePoint)
                || type == Character.CONTROL
                || type == Character.FORMAT;
    }

    private static boolean separatesWords(int codePoint) {
        return Character.isWhitespace(codePoint) || Character.isSpaceChar(codePoint) || standsAlone(codePoint);
    }

    /** Punctuation, in ASCII with its symbols, and ideographs are pieces of their own. */
    private static boolean standsAlone(int codePoint) {
        if (codePoint < 128) {
            return codePoint > ' ' && codePoint < 127 && !Character.isLetterOrDigit(codePoint);
        }
        return switch (Character.getType(codePoint)) {
            case Character.CONNECTOR_PUNCTUATION,
                    Character.DASH_PUNCTUATION,
                    Character.START_PUNCTUATION,
                    Character.END_PUNCTUATION,
                    Character.INITIAL_QUOTE_PUNCTUATION,
                    Character.FINAL_QUOTE_PUNCTUATION,
                    Character.OTHER_PUNCTUATION -> true;
            default -> isHan(codePoint);
        };
    }

    private static boolean isHan(int codePoint) {
        return codePoint >= 0x4E00 && codePoint <= 0x9FFF
                || codePoint >= 0x3400 && codePoint <= 0x4DBF
                || codePoint >= 0xF900 && codePoint <= 0xFAFF
                || codePoint >= 0x20000 && codePoint <= 0x2FA1F;
    }

    /** One word in lower case without accents, with the place of each unit in the text. */
    private static final class Word {
        private final StringBuilder units = new StringBuilder();
        private int[] places = new int[128];

        private void start() {
            units.setLength(0);
        }

        private int length() {
            return units.length();
        }

        private int place(int unit) {
            return places[unit];
        }

        private String part(int from, int to) {
            return units.substring(from, to);
        }

        /** Reads the word that begins at a place and cuts it; the place behind it. */
        private int fill(String text, int start, Pieces.Builder pieces, WordPiece owner) {
            start();
            int at = start;
            while (at < text.length()) {
                int codePoint = text.codePointAt(at);
                if (separatesWords(codePoint)) {
                    break;
                }
                if (!isDropped(codePoint)) {
                    append(codePoint, at);
                }
                at += Character.charCount(codePoint);
            }
            owner.cut(this, start, at, pieces);
            return at;
        }

        private void append(int codePoint, int place) {
            if (units.length() > LONGEST_WORD) {
                return;
            }
            if (codePoint < 128) {
                add((char) Character.toLowerCase(codePoint), place);
                return;
            }
            String lower = Character.toString(codePoint).toLowerCase(Locale.ROOT);
            String bare = Normalizer.normalize(lower, Normalizer.Form.NFD);
            for (int i = 0; i < bare.length(); i++) {
                if (Character.getType(bare.charAt(i)) != Character.NON_SPACING_MARK) {
                    add(bare.charAt(i), place);
                }
            }
        }

        private void add(char unit, int place) {
            if (units.length() == places.length) {
                places = Arrays.copyOf(places, places.length * 2);
            }
            places[units.length()] = place;
            units.append(unit);
        }
    }
}
