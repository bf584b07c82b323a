package io.pactwatch.train.article;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.pactwatch.analysis.model.PassageSetting.Place;
import io.pactwatch.analysis.text.SentenceSplitter;
import io.pactwatch.analysis.text.Span;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * Cuts labelled articles into parts of three sentences, in the format of the labelled passages. A part has the claims whose
 * evidence lies in it and the mean tone of its paragraphs, in the lead the tone of the article, which is read under its
 * headline. The headline is a part of its own that has the tone of the article and no {@code claims}, since none are labelled
 * there. Parts that neither name a party nor have a claim are left out.
 */
public final class ArticleParts {
    private static final int SENTENCES = 3;

    /** Tones from here on, and from its negative down, are not neutral. */
    private static final double CLEAR = 0.2;

    /** Shortest word of a name that tells a company from others. */
    private static final int SHORTEST_NAME = 2;

    private static final ObjectMapper JSON = new ObjectMapper();

    /** Stages of articles that are labelled without. */
    private static final Map<String, String> USUAL_STAGE = Map.of(
            "in_force", "EFFECTIVE",
            "historical", "EFFECTIVE",
            "proposed_or_negotiating", "SOUGHT",
            "rumoured", "ANONYMOUS_REPORT");

    private ArticleParts() {}

    /** Writes the parts of all articles of a file, one JSON object a line. */
    public static void cut(Path articles, Path parts) throws IOException {
        List<String> lines = new ArrayList<>();
        for (String line : Files.readAllLines(articles)) {
            for (JsonNode part : parts(JSON.readTree(line))) {
                lines.add(JSON.writeValueAsString(part));
            }
        }
        Files.write(parts, lines);
    }

    static List<JsonNode> parts(JsonNode article) {
        String text = article.path("text").asText();
        List<Span> sentences = SentenceSplitter.split(text, 0, text.length());
        boolean named = namesAll(article, text);
        List<JsonNode> parts = new ArrayList<>();
        ObjectNode title = part(article, 0, article.path("title").asText());
        tone(title, article.path("sentiment").path("score").asDouble());
        parts.add(title);
        // First parts differ in length, so that not all articles are cut at the same places.
        int to = 1 + Math.floorMod(article.path("id").asText().hashCode(), SENTENCES);
        for (int from = 0; from < sentences.size(); from = to, to += SENTENCES) {
            List<Span> part = sentences.subList(from, Math.min(to, sentences.size()));
            Place place = Place.of(from, sentences.size());
            ObjectNode body = body(article, parts.size(), text, part, place);
            body.set("headline", article.path("title"));
            body.put("place", place.name());
            if (!named || !body.path("claims").isEmpty() || namesAny(article, body.path("text").asText())) {
                parts.add(body);
            }
        }
        return parts;
    }

    private static ObjectNode body(JsonNode article, int number, String text, List<Span> sentences, Place place) {
        Span span = sentences.get(0).join(sentences.get(sentences.size() - 1));
        ObjectNode part = part(article, number, text.substring(span.start(), span.end()));
        if (place == Place.LEAD) {
            tone(part, article.path("sentiment").path("score").asDouble());
        } else if (article.has("paragraphTones")) {
            tone(part, meanTone(article.path("paragraphTones"), text, sentences));
        }
        ArrayNode claims = part.putArray("claims");
        for (JsonNode term : article.path("terms")) {
            String evidence = term.path("evidence").asText();
            int start = term.has("start") ? term.path("start").asInt() : text.indexOf(evidence);
            if (!term.path("value").has("pair") && start >= span.start() && start + evidence.length() <= span.end()) {
                claims.add(claim(term));
            }
        }
        return part;
    }

    private static ObjectNode part(JsonNode article, int number, String text) {
        ObjectNode part = JSON.createObjectNode();
        part.put("id", article.path("id").asText() + "-" + number);
        part.set("language", article.path("language"));
        part.set("parties", article.path("partnership"));
        part.put("date", article.path("publishedAt").asText().substring(0, 10));
        part.put("text", text.strip().replaceAll("\\s*\\n\\s*", " "));
        return part;
    }

    private static ObjectNode claim(JsonNode term) {
        ObjectNode claim = JSON.createObjectNode();
        String status = term.path("status").asText();
        claim.set("term", term.path("term"));
        claim.put("status", status);
        claim.put("stage", term.path("stage").asText(USUAL_STAGE.getOrDefault(status, "ANNOUNCED")));
        claim.put("evidence", term.path("evidence").asText().replaceAll("\\s*\\n\\s*", " "));
        return claim;
    }

    private static void tone(ObjectNode part, double score) {
        String label = score <= -CLEAR ? "negative" : score >= CLEAR ? "positive" : "neutral";
        part.putObject("sentiment").put("label", label).put("score", score);
    }

    /** Paragraphs that say nothing of the tie have no tone; a part of such alone is neutral. */
    private static double meanTone(JsonNode tones, String text, List<Span> sentences) {
        double sum = 0;
        int toned = 0;
        for (Span sentence : sentences) {
            int paragraph = text.substring(0, sentence.start()).split("\n\n", -1).length - 1;
            JsonNode tone = tones.path(paragraph);
            if (tone.isNumber()) {
                sum += tone.asDouble();
                toned++;
            }
        }
        return toned == 0 ? 0 : sum / toned;
    }

    private static boolean namesAny(JsonNode article, String text) {
        return parties(article).anyMatch(party -> names(party, text));
    }

    /** Not so where a text writes names in another script than its labels; parts that name nobody cannot be told then. */
    private static boolean namesAll(JsonNode article, String text) {
        return parties(article).allMatch(party -> names(party, text));
    }

    private static Stream<String> parties(JsonNode article) {
        return StreamSupport.stream(article.path("partnership").spliterator(), false).map(JsonNode::asText);
    }

    private static boolean names(String party, String text) {
        return Arrays.stream(party.split(" ")).anyMatch(word -> word.length() >= SHORTEST_NAME && text.contains(word));
    }
}
