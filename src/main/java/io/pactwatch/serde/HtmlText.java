package io.pactwatch.serde;

import java.util.Set;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.parser.Parser;
import org.jsoup.select.NodeVisitor;

/** The text of HTML as a reader sees it: paragraphs apart by an empty line, scripts and page furniture left out. */
final class HtmlText {
    /** Deeper elements are read as siblings, so that hostile nesting costs no stack. */
    private static final int MAX_DEPTH = 256;

    /** A tag of the elements that news texts are made of. */
    private static final Pattern TAG = Pattern.compile(
            "</?(?:p|br|div|span|a|b|i|em|strong|h[1-6]|ul|ol|li|section|article|blockquote|html|body|table)\\b[^<>]{0,500}>",
            Pattern.CASE_INSENSITIVE);

    private static final Set<String> LEFT_OUT = Set.of(
            "script",
            "style",
            "noscript",
            "template",
            "nav",
            "footer",
            "aside",
            "form",
            "figure",
            "svg",
            "button",
            "iframe",
            "head",
            "select",
            "textarea",
            "object",
            "video",
            "audio");

    private HtmlText() {}

    /** The text of a document or of a part of one. */
    static String of(String html) {
        return of(Jsoup.parse(html, "", parser()).body());
    }

    /** The text of what may be HTML: without tags only character references are replaced, and white space stays. */
    static String ofEither(String text) {
        return TAG.matcher(text).find() ? of(text) : Parser.unescapeEntities(text, true);
    }

    /** A parser that bounds the depth; parsers are not thread-safe, so each text has its own. */
    static Parser parser() {
        return Parser.htmlParser().setMaxDepth(MAX_DEPTH);
    }

    /** The text below an element. */
    static String of(Element element) {
        Collector collector = new Collector();
        element.traverse(collector);
        return collector.text();
    }

    /** Collapses white space as browsers do; a block begins a paragraph, {@code br} a line. */
    private static final class Collector implements NodeVisitor {
        private final StringBuilder text = new StringBuilder();
        private String separator = "";
        private int leftOut;

        @Override
        public void head(Node node, int depth) {
            if (node instanceof Element element) {
                leftOut += LEFT_OUT.contains(element.normalName()) ? 1 : 0;
                separate(boundary(element));
            } else if (leftOut == 0 && node instanceof TextNode words) {
                append(words.getWholeText());
            }
        }

        @Override
        public void tail(Node node, int depth) {
            if (node instanceof Element element) {
                leftOut -= LEFT_OUT.contains(element.normalName()) ? 1 : 0;
                separate(boundary(element));
            }
        }

        private static String boundary(Element element) {
            return switch (element.normalName()) {
                case "br" -> "\n";
                case "td", "th" -> " ";
                case "script", "style", "noscript", "template" -> "";
                default -> element.isBlock() ? "\n\n" : "";
            };
        }

        /** The longest separator since the last word counts. */
        private void separate(String next) {
            boolean stronger = next.length() > separator.length() || next.equals("\n") && separator.equals(" ");
            separator = stronger ? next : separator;
        }

        private void append(String words) {
            for (int i = 0; i < words.length(); i++) {
                char c = words.charAt(i);
                if (c == ' ' || c == '\n' || c == '\t' || c == '\r' || c == '\f' || c == '\u00a0') {
                    if (separator.isEmpty()) {
                        separator = " ";
                    }
                } else {
                    if (text.length() > 0) {
                        text.append(separator);
                    }
                    separator = "";
                    text.append(c);
                }
            }
        }

        String text() {
            return text.toString();
        }
    }
}
