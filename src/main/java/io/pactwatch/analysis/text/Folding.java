package io.pactwatch.analysis.text;

import java.util.Locale;

/**
 * Folds text for matching: one UTF-16 unit in, one unit out, so that offsets into the folded text are offsets into the
 * original. Case is folded, control characters and all kinds of spaces become a blank, typographic quotes, dashes and
 * full-width forms become their ASCII forms.
 */
public final class Folding {
    private static final char[] TABLE = table();

    private Folding() {}

    /** Linear in the length of the text. */
    public static char[] fold(CharSequence text) {
        char[] folded = text.toString().toCharArray();
        for (int i = 0; i < folded.length; i++) {
            folded[i] = TABLE[folded[i]];
        }
        return folded;
    }

    public static String foldToString(CharSequence text) {
        return new String(fold(text));
    }

    private static char[] table() {
        char[] table = new char[Character.MAX_VALUE + 1];
        for (int i = 0; i < table.length; i++) {
            table[i] = foldUnit((char) i);
        }
        return table;
    }

    private static char foldUnit(char unit) {
        if (Character.isISOControl(unit) || Character.isWhitespace(unit) || Character.isSpaceChar(unit)) {
            return ' ';
        }
        if (unit >= '\uFF01' && unit <= '\uFF5E') {
            return foldUnit((char) (unit - 0xFEE0));
        }
        return switch (unit) {
            case '\u2018', '\u2019', '\u02BC', '\u00B4', '\u2032' -> '\'';
            case '\u201C', '\u201D', '\u201E', '\u00AB', '\u00BB', '\u2033' -> '"';
            case '\u2010', '\u2011', '\u2012', '\u2013', '\u2014', '\u2212' -> '-';
            case '\u200B', '\uFEFF' -> ' ';
            default -> lower(unit);
        };
    }

    private static char lower(char unit) {
        String lower = String.valueOf(unit).toLowerCase(Locale.ROOT);
        return lower.length() == 1 ? lower.charAt(0) : Character.toLowerCase(unit);
    }

    /** Whether a folded word stands at a place of a folded text; false where the place is outside the text. */
    public static boolean startsWith(char[] folded, int at, String word) {
        if (at < 0 || at + word.length() > folded.length) {
            return false;
        }
        for (int i = 0; i < word.length(); i++) {
            if (folded[at + i] != word.charAt(i)) {
                return false;
            }
        }
        return true;
    }
}
