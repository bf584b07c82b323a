package io.pactwatch.evaluate;

import com.fasterxml.jackson.databind.JsonNode;
import io.pactwatch.article.Article;
import io.pactwatch.article.InvalidInputException;
import io.pactwatch.article.Partnership;
import io.pactwatch.article.Party;
import io.pactwatch.contract.ClaimStatus;
import io.pactwatch.serde.Json;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * Reads labelled texts, one JSON object a line. Articles have {@code title, text, publishedAt, partnership, sentiment,
 * terms}; passages have {@code text, date, parties, sentiment, claims}.
 */
public final class LabelledFiles {
    private static final int LEAST_SHORT_NAME = 5;

    private final Collection<Partnership> watchlist;

    /** @param watchlist gives aliases of the parties that the labels name; others have their names alone */
    public LabelledFiles(Collection<Partnership> watchlist) {
        this.watchlist = List.copyOf(watchlist);
    }

    /** @throws InvalidInputException with file and line if a line has no such labels */
    public List<LabelledText> read(Path file) {
        List<LabelledText> texts = new ArrayList<>();
        try {
            int number = 0;
            for (String line : Files.readAllLines(file)) {
                number++;
                if (!line.isBlank()) {
                    texts.add(text(line, file + ", line " + number));
                }
            }
        } catch (IOException e) {
            throw new InvalidInputException(file + ": cannot be read as UTF-8, check path and encoding", e);
        }
        return texts;
    }

    private LabelledText text(String line, String place) {
        try {
            JsonNode node = Json.read(line.getBytes(StandardCharsets.UTF_8), JsonNode.class);
            boolean passage = node.has("parties");
            Partnership partnership = partnership(node.path(passage ? "parties" : "partnership"));
            String date = required(node, passage ? "date" : "publishedAt");
            Instant published = date.length() > 10
                    ? Instant.parse(date)
                    : LocalDate.parse(date).atStartOfDay(ZoneOffset.UTC).toInstant();
            Article article = new Article(
                    required(node, "id"),
                    Optional.empty(),
                    passage ? partnership.name() : node.path("title").asText(""),
                    required(node, "text"),
                    text(node, "outlet").or(() -> text(node, "source")),
                    Optional.empty(),
                    Optional.of(required(node, "language")),
                    Optional.of(published));
            List<LabelledClaim> claims = new ArrayList<>();
            for (JsonNode claim : node.path(passage ? "claims" : "terms")) {
                if (!claim.path("value").has("pair")) {
                    claims.add(claim(claim));
                }
            }
            String tone = node.path("sentiment").path("label").asText("neutral").toLowerCase(Locale.ROOT);
            Optional<PassageSplit> split = passage
                    ? Optional.of(PassageSplit.of(
                            node.path("parties").get(0).asText(),
                            node.path("parties").get(1).asText(),
                            LocalDate.ofInstant(published, ZoneOffset.UTC)))
                    : Optional.empty();
            return new LabelledText(
                    article,
                    published,
                    required(node, "language"),
                    partnership,
                    tone,
                    claims,
                    text(node, "storyCluster"),
                    split);
        } catch (IllegalArgumentException | DateTimeParseException e) {
            throw new InvalidInputException(place + ": not a labelled article or passage (" + e.getMessage() + ")", e);
        }
    }

    private static Optional<String> text(JsonNode node, String field) {
        return Optional.of(node.path(field)).filter(JsonNode::isTextual).map(JsonNode::textValue);
    }

    private static String required(JsonNode node, String field) {
        if (!node.path(field).isTextual()) {
            throw new IllegalArgumentException(field + ": missing");
        }
        return node.get(field).textValue();
    }

    private static LabelledClaim claim(JsonNode claim) {
        String status = required(claim, "status").toUpperCase(Locale.ROOT);
        return new LabelledClaim(
                required(claim, "term"),
                ClaimStatus.valueOf(status.equals("PROPOSED_OR_NEGOTIATING") ? "NEGOTIATING" : status),
                numbers(claim.path("value")),
                claim.path("evidence").asText(""));
    }

    /** The numbers in a value, whatever its form; the name of a currency has none. */
    private static Set<Double> numbers(JsonNode value) {
        Set<Double> numbers = new HashSet<>();
        if (value.isNumber()) {
            numbers.add(value.doubleValue());
        } else if (value.isTextual()) {
            numbers.addAll(Numbers.in(value.textValue()));
        } else if (value.isObject()) {
            value.properties().forEach(field -> {
                if (!field.getKey().equals("currency") && !field.getKey().equals("note")) {
                    numbers.addAll(numbers(field.getValue()));
                }
            });
        }
        return numbers;
    }

    private Partnership partnership(JsonNode names) {
        if (names.size() != 2) {
            throw new IllegalArgumentException("parties: expected two names");
        }
        String first = names.get(0).asText();
        String second = names.get(1).asText();
        Optional<Partnership> watched = watchlist.stream()
                .filter(pair ->
                        party(pair, first).isPresent() && party(pair, second).isPresent())
                .findFirst();
        return watched.orElseGet(() -> new Partnership(
                "pair", first + " / " + second, List.of(named("first", first), named("second", second))));
    }

    private static Optional<Party> party(Partnership pair, String name) {
        return pair.parties().stream()
                .filter(party ->
                        party.name().equalsIgnoreCase(name) || party.aliases().contains(name))
                .findFirst();
    }

    /** A party of that name; texts call a company of several words by the first of them, if it is long enough to tell. */
    private static Party named(String id, String name) {
        int blank = name.indexOf(' ');
        List<String> aliases = blank >= LEAST_SHORT_NAME ? List.of(name.substring(0, blank)) : List.of();
        return new Party(id, name, aliases, List.of());
    }
}
