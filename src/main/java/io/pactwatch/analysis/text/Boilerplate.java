package io.pactwatch.analysis.text;

import io.pactwatch.analysis.resource.YamlNode;
import java.util.ArrayList;
import java.util.List;

/**
 * Tells running text from page furniture, line by line: menus, cookie notices, share bars, comment forms, advertisements,
 * lists of other articles, photo and copyright lines, tickers. Marks only; no offset moves. Immutable, linear.
 */
public final class Boilerplate {
    public static final Boilerplate STANDARD = new Boilerplate(YamlNode.resource("boilerplate.yaml"));

    private enum Cue {
        OPENS_LINE,
        ANYWHERE,
        LIST_HEADING
    }

    /** Longest line that a phrase anywhere in it can mark; a longer line is taken for prose. */
    private static final int SHORT_LINE = 260;

    private static final int HEADING = 60;
    private static final int LIST_ITEM = 110;

    private final PhraseMatcher<Cue> cues;

    Boilerplate(YamlNode file) {
        PhraseMatcher.Builder<Cue> builder = new PhraseMatcher.Builder<>();
        file.get("opensLine").texts().forEach(phrase -> builder.add(phrase, Cue.OPENS_LINE));
        file.get("anywhereInShortLine").texts().forEach(phrase -> builder.add(phrase, Cue.ANYWHERE));
        file.get("headsListOfLinks").texts().forEach(phrase -> builder.add(phrase, Cue.LIST_HEADING));
        cues = builder.build();
    }

    /** Paragraphs of running text from an offset to the end. A paragraph may span lines that were wrapped. */
    public List<Span> paragraphs(String text, char[] folded, int from) {
        List<Span> lines = lines(text, from);
        Flags flags = new Flags(lines.size());
        mark(folded, lines, flags);
        List<Span> paragraphs = new ArrayList<>();
        boolean inList = false;
        boolean open = false;
        for (int i = 0; i < lines.size(); i++) {
            Span line = lines.get(i);
            inList = flags.heading[i] || inList && (line.length() == 0 || isListItem(text, line));
            boolean furniture = inList || flags.furniture[i] || line.length() == 0 || isMenu(text, line);
            if (furniture) {
                open = false;
            } else if (open && isWrapped(text, paragraphs.get(paragraphs.size() - 1), line)) {
                paragraphs.set(
                        paragraphs.size() - 1,
                        paragraphs.get(paragraphs.size() - 1).join(line));
            } else {
                paragraphs.add(line);
                open = true;
            }
        }
        return paragraphs;
    }

    private static final class Flags {
        private final boolean[] furniture;
        private final boolean[] heading;

        private Flags(int lines) {
            furniture = new boolean[lines];
            heading = new boolean[lines];
        }
    }

    private void mark(char[] folded, List<Span> lines, Flags flags) {
        int[] line = {0};
        cues.match(folded, (start, end, cue) -> {
            while (line[0] < lines.size() && lines.get(line[0]).end() < end) {
                line[0]++;
            }
            if (line[0] < lines.size() && lines.get(line[0]).start() <= start) {
                mark(folded, lines.get(line[0]), line[0], start, cue, flags);
            }
        });
    }

    private static void mark(char[] folded, Span line, int number, int start, Cue cue, Flags flags) {
        boolean opens = opensLine(folded, line, start);
        switch (cue) {
            case OPENS_LINE -> flags.furniture[number] |= opens && line.length() <= 2 * SHORT_LINE;
            case ANYWHERE -> flags.furniture[number] |= line.length() <= SHORT_LINE;
            case LIST_HEADING -> flags.heading[number] |= opens && line.length() <= HEADING;
        }
    }

    /** Whether only signs and blanks stand between the start of the line and the phrase. */
    private static boolean opensLine(char[] folded, Span line, int start) {
        for (int i = line.start(); i < start; i++) {
            if (i - line.start() > 8 || Script.of(folded[i]) != Script.NONE) {
                return false;
            }
        }
        return true;
    }

    private static List<Span> lines(String text, int from) {
        List<Span> lines = new ArrayList<>();
        int start = from;
        for (int i = from; i <= text.length(); i++) {
            if (i == text.length() || isLineEnd(text.charAt(i))) {
                lines.add(trimmed(text, start, i));
                start = i + 1;
            }
        }
        return lines;
    }

    private static boolean isLineEnd(char unit) {
        return unit == '\n' || unit == '\r' || unit == '\u2028' || unit == '\u2029' || unit == '\u0085' || unit == '\f';
    }

    private static Span trimmed(String text, int from, int to) {
        int start = from;
        int end = to;
        while (start < end && SentenceSplitter.isBlank(text.charAt(start))) {
            start++;
        }
        while (end > start && SentenceSplitter.isBlank(text.charAt(end - 1))) {
            end--;
        }
        return new Span(start, end);
    }

    private static boolean isListItem(String text, Span line) {
        char last = text.charAt(line.end() - 1);
        return line.length() <= LIST_ITEM && ".!\u3002\"\u201D".indexOf(last) < 0;
    }

    /** A line of short pieces between separators, or of prices and percentages. */
    private static boolean isMenu(String text, Span line) {
        int separators = 0;
        int stops = 0;
        for (int i = line.start(); i < line.end(); i++) {
            char unit = text.charAt(i);
            separators += "|\u00BB\u203A>\u2022".indexOf(unit) >= 0 ? 1 : 0;
            stops += ".!?\u3002".indexOf(unit) >= 0 && i + 1 < line.end() && text.charAt(i + 1) == ' ' ? 1 : 0;
        }
        return separators >= 2 && stops <= 1 && line.length() / separators < 60;
    }

    private static boolean isWrapped(String text, Span before, Span line) {
        char last = text.charAt(before.end() - 1);
        return line.start() - before.end() <= 2
                && ".!?:\u3002\"\u201D".indexOf(last) < 0
                && Character.isLowerCase(text.charAt(line.start()));
    }
}
