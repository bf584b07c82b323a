package io.pactwatch.testing;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.pactwatch.analysis.model.TierSetting;
import io.pactwatch.article.Partnership;
import io.pactwatch.article.Party;
import io.pactwatch.config.MonitorConfig;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Messages and watchlists with safe defaults and fixed times. */
public final class Messages {
    public static final Instant TIME = Instant.parse("2025-03-03T10:00:00Z");

    /** The defaults, but sentences are read by rules and lexicon, on which the texts here are written. */
    public static final MonitorConfig FAST =
            MonitorConfig.DEFAULTS.withAnalysis(new MonitorConfig.Analysis(TierSetting.FAST, Optional.empty()));

    private Messages() {}

    /** A JSON article; nothing but what is given. */
    public static ObjectNode article(String id, String body) {
        return JsonNodeFactory.instance.objectNode().put("id", id).put("body", body);
    }

    /** A JSON article with a time. */
    public static ObjectNode article(String id, String body, Instant publishedAt) {
        return article(id, body).put("publishedAt", publishedAt.toString());
    }

    /** A text in which two parties agree on an investment of so many billion dollars. */
    public static String investment(String investor, String receiver, int billions) {
        return investor + " and " + receiver + " said on Tuesday that they have deepened their partnership. " + investor
                + " will invest $" + billions + " billion in " + receiver + ", the two companies announced.";
    }

    public static byte[] bytes(Object json) {
        return json.toString().getBytes(StandardCharsets.UTF_8);
    }

    /** A partnership of two parties that are called by their capitalised ids. */
    public static Partnership partnership(String first, String second) {
        return new Partnership(
                first + "-" + second, name(first) + " / " + name(second), List.of(party(first), party(second)));
    }

    private static Party party(String id) {
        return new Party(id, name(id), List.of(), List.of());
    }

    private static String name(String id) {
        return Character.toUpperCase(id.charAt(0)) + id.substring(1);
    }
}
