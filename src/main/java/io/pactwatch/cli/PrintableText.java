package io.pactwatch.cli;

import java.lang.Character.UnicodeScript;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Text from outside made fit for a terminal. Linear in the length of the text. */
final class PrintableText {
    private static final int ZERO_WIDTH_NON_JOINER = 0x200C;
    private static final int ZERO_WIDTH_JOINER = 0x200D;

    private PrintableText() {}

    /**
     * The text on one line, without control characters (so without escape sequences that a terminal would obey), marks
     * that change the direction of writing, and halves of surrogate pairs. White space of any length becomes one space.
     */
    static String clean(String text) {
        StringBuilder clean = new StringBuilder(text.length());
        text.codePoints().forEach(c -> {
            if (Character.isWhitespace(c) || Character.isSpaceChar(c)) {
                if (clean.length() > 0 && clean.charAt(clean.length() - 1) != ' ') {
                    clean.append(' ');
                }
            } else if (isHarmless(c)) {
                clean.appendCodePoint(c);
            }
        });
        return clean.toString().stripTrailing();
    }

    /** The same JSON with every character that {@link #clean} takes out written as an escape. */
    static String cleanJson(String json) {
        StringBuilder clean = new StringBuilder(json.length());
        json.codePoints().forEach(c -> {
            if (isHarmless(c)) {
                clean.appendCodePoint(c);
            } else {
                for (char half : Character.toChars(c)) {
                    clean.append(String.format(Locale.ROOT, "\\u%04x", (int) half));
                }
            }
        });
        return clean.toString();
    }

    /** Columns that a clean text takes: two for a wide character of East Asian scripts, none for a combining mark. */
    static int columns(String text) {
        return text.codePoints().map(PrintableText::columns).sum();
    }

    /** Breaks a clean text into lines of at most so many columns, between words, and within a word that is longer. */
    static List<String> wrap(String text, int width) {
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder();
        int used = 0;
        for (String word : text.split(" ")) {
            int columns = columns(word);
            if (used > 0 && used + 1 + columns > width) {
                lines.add(line.toString());
                line.setLength(0);
                used = 0;
            }
            if (used > 0) {
                line.append(' ');
                used++;
            }
            for (int c : word.codePoints().toArray()) {
                if (used > 0 && used + columns(c) > width) {
                    lines.add(line.toString());
                    line.setLength(0);
                    used = 0;
                }
                line.appendCodePoint(c);
                used += columns(c);
            }
        }
        lines.add(line.toString());
        return lines;
    }

    private static boolean isHarmless(int c) {
        if (c == ZERO_WIDTH_JOINER || c == ZERO_WIDTH_NON_JOINER) {
            return true;
        }
        return switch (Character.getType(c)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR -> false;
            default -> true;
        };
    }

    private static int columns(int c) {
        int type = Character.getType(c);
        if (type == Character.NON_SPACING_MARK || type == Character.ENCLOSING_MARK || type == Character.FORMAT) {
            return 0;
        }
        boolean fullWidthForm =
                c >= 0x3000 && c <= 0x303F || c >= 0xFF01 && c <= 0xFF60 || c >= 0x1F300 && c <= 0x1FAFF;
        return fullWidthForm || isWide(UnicodeScript.of(c)) ? 2 : 1;
    }

    private static boolean isWide(UnicodeScript script) {
        return script == UnicodeScript.HAN
                || script == UnicodeScript.HANGUL
                || script == UnicodeScript.HIRAGANA
                || script == UnicodeScript.KATAKANA;
    }
}
