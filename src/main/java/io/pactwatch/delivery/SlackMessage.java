package io.pactwatch.delivery;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.pactwatch.alert.Alert;
import io.pactwatch.alert.AlertStatus;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * An alert as the body of a Slack webhook: a line of text for notifications, and blocks. Words of articles stand in
 * {@code plain_text} only, escaped, so they can neither call a channel nor make links or formats; the two links are
 * built from checked addresses and labels of our own.
 */
final class SlackMessage {
    /** Bounds that Slack sets, in characters of the escaped text. */
    private static final int HEADER = 150;

    private static final int SECTION = 3_000;
    private static final int CONTEXT = 2_000;

    /** What chats that are compatible with Slack read as a call to many people. */
    private static final Pattern CALL = Pattern.compile("(?i)@(?=(?:channel|here|all|everyone|group)\\b)");

    private SlackMessage() {}

    /** @param consoleLink address of the alert in the console */
    static ObjectNode of(Alert alert, String consoleLink) {
        AlertWords words = new AlertWords(alert);
        String head = head(alert) + words.title();
        ObjectNode message = JsonNodeFactory.instance.objectNode();
        message.put("text", escape(head, SECTION));
        message.put("mrkdwn", false);
        ArrayNode blocks = message.putArray("blocks");
        blocks.addObject().put("type", "header").set("text", plain(head, HEADER));
        section(blocks, words.summary());
        words.change().ifPresent(change -> section(blocks, change));
        words.listed().forEach(line -> section(blocks, line));
        section(blocks, words.quote());
        ArrayNode context = blocks.addObject().put("type", "context").putArray("elements");
        context.add(plain(words.source() + " · " + words.roots(), CONTEXT));
        String article = words.link().map(link -> link(link, "article") + " · ").orElse("");
        context.add(text("mrkdwn", article + link(consoleLink, "console")));
        return message;
    }

    /**
     * The text with the characters that Slack gives a meaning escaped, and calls to many people broken; cut so that the
     * escaped text has at most so many characters.
     */
    static String escape(String text, int most) {
        String calm = CALL.matcher(PlainText.line(text, most)).replaceAll("@\u200B");
        StringBuilder escaped = new StringBuilder(calm.length());
        for (int i = 0; i < calm.length(); ) {
            int c = calm.codePointAt(i);
            i += Character.charCount(c);
            String shown =
                    switch (c) {
                        case '&' -> "&amp;";
                        case '<' -> "&lt;";
                        case '>' -> "&gt;";
                        default -> Character.toString(c);
                    };
            if (escaped.length() + shown.length() > most) {
                break;
            }
            escaped.append(shown);
        }
        return escaped.toString();
    }

    private static String head(Alert alert) {
        String status =
                alert.status() == AlertStatus.OPEN ? "" : alert.status().name().toLowerCase(Locale.ROOT) + ": ";
        return alert.severity() + ": " + status;
    }

    private static void section(ArrayNode blocks, String text) {
        if (!text.isBlank()) {
            blocks.addObject().put("type", "section").set("text", plain(text, SECTION));
        }
    }

    private static ObjectNode plain(String text, int most) {
        return text("plain_text", escape(text, most)).put("emoji", false);
    }

    private static ObjectNode text(String type, String text) {
        return JsonNodeFactory.instance.objectNode().put("type", type).put("text", text);
    }

    /** An address of ASCII characters as a link; what would end the link early is written in percent. */
    private static String link(String address, String label) {
        String safe = address.replace("&", "&amp;")
                .replace("<", "%3C")
                .replace(">", "%3E")
                .replace("|", "%7C");
        return "<" + safe + "|" + label + ">";
    }
}
