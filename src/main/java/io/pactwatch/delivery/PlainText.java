package io.pactwatch.delivery;

import java.net.URI;
import java.util.Locale;
import java.util.Optional;

/** Text of articles made fit for a chat or a mail: one line, bounded, without characters that act. Linear. */
final class PlainText {
    private static final int LONGEST_LINK = 2_000;

    private PlainText() {}

    /**
     * The text on one line, without control characters, marks that turn the direction of writing, and halves of
     * surrogate pairs; cut to so many code points, the last of which is then an ellipsis.
     */
    static String line(String text, int most) {
        StringBuilder line = new StringBuilder(Math.min(text.length(), most));
        int count = 0;
        boolean space = false;
        for (int i = 0; i < text.length(); ) {
            int c = text.codePointAt(i);
            i += Character.charCount(c);
            if (Character.isWhitespace(c) || Character.isSpaceChar(c)) {
                space = count > 0;
            } else if (isShown(c)) {
                if (count + (space ? 2 : 1) > most) {
                    line.setLength(line.offsetByCodePoints(line.length(), count == most ? -1 : 0));
                    return line.append('…').toString();
                }
                if (space) {
                    line.append(' ');
                    count++;
                    space = false;
                }
                line.appendCodePoint(c);
                count++;
            }
        }
        return line.toString();
    }

    /** The address if it is one of the web that can stand in a link; else absent. */
    static Optional<String> link(String address) {
        try {
            URI uri = URI.create(address.strip());
            String scheme = uri.getScheme() == null ? "" : uri.getScheme().toLowerCase(Locale.ROOT);
            boolean web = (scheme.equals("http") || scheme.equals("https")) && uri.getHost() != null;
            return Optional.of(uri.toASCIIString()).filter(text -> web && text.length() <= LONGEST_LINK);
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static boolean isShown(int c) {
        return switch (Character.getType(c)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR -> false;
            default -> true;
        };
    }
}
