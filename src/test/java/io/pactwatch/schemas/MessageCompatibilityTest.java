package io.pactwatch.schemas;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.pactwatch.alert.Alert;
import io.pactwatch.analysis.Decision;
import io.pactwatch.serde.ArticleReader;
import io.pactwatch.serde.EventReader;
import io.pactwatch.serde.Json;
import io.pactwatch.serde.WatchlistReader;
import io.pactwatch.signal.LedgerLine;
import io.pactwatch.signal.SentimentPoint;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Messages of version 1 as they lie in topics and archives. The files are never changed: if a test fails, the change breaks
 * what users have.
 *
 * <ul>
 *   <li>A field got a new name or form: read the old one too, and write both until the next version.
 *   <li>A new field is required: make it optional, or derive it from what old messages have.
 *   <li>A message cannot stay readable: raise {@link Alert#SCHEMA_VERSION}, add a folder {@code v2} beside {@code v1}, keep
 *       reading version 1, and tell in CHANGELOG.md what readers of the topics must do.
 *   <li>An input is read in another way: users send it again and again, so it must keep its id; say in CHANGELOG.md what is
 *       read differently, and change the file {@code *.read.json} only for what was wrong.
 * </ul>
 */
class MessageCompatibilityTest {
    private static final Path FOLDER = Path.of("src", "test", "resources", "io", "pactwatch", "messages", "v1");

    @ParameterizedTest
    @CsvSource({
        "alert-term-change, alert",
        "alert-term-negotiation, alert",
        "alert-sentiment-shift, alert",
        "alert-digest, alert",
        "alert-contradiction, alert",
        "alert-term-due, alert",
        "alert-silence, alert",
        "ledger-line, ledger-line",
        "ledger-line-until, ledger-line",
        "sentiment-point, sentiment-point",
        "decision, decision"
    })
    void anOutputOfVersion1IsReadWithoutLoss(String name, String schema) throws IOException {
        byte[] message = bytes(name + ".json");
        assertThat(MessageSchemas.open().problems(schema, message)).isEmpty();
        Object read = Json.read(message, type(schema));
        assertKept(tree(message), tree(Json.bytes(read)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "article",
                "article-minimal",
                "article-ninjs-1",
                "article-ninjs-2",
                "article-ninjs-3",
                "article-json-ld"
            })
    void anArticleIsReadAsInVersion1(String name) throws IOException {
        assertReadAs(name, ArticleReader.read(bytes(name + ".json")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"event", "event-until", "event-cloudevent"})
    void anEventIsReadAsInVersion1(String name) throws IOException {
        assertReadAs(name, EventReader.read(bytes(name + ".json"), 1_000_000));
    }

    @Test
    void aWatchlistEntryIsReadAsInVersion1() throws IOException {
        byte[] entry = bytes("watchlist-entry.json");
        assertKept(tree(entry), tree(Json.bytes(WatchlistReader.readEntry(entry))));
    }

    @ParameterizedTest
    @CsvSource({
        "article, article",
        "article-minimal, article",
        "event, event",
        "event-until, event",
        "watchlist-entry, watchlist-entry"
    })
    void anInputOfVersion1IsAsItsSchemaSays(String name, String schema) throws IOException {
        assertThat(MessageSchemas.open().problems(schema, bytes(name + ".json")))
                .isEmpty();
    }

    @Test
    void constantsAreReadInAnyCase() throws IOException {
        String capitals = new String(bytes("alert-term-change.json"), StandardCharsets.UTF_8)
                .replace("\"warning\"", "\"WARNING\"")
                .replace("\"UPDATED\"", "\"updated\"");
        Alert alert = Json.read(capitals.getBytes(StandardCharsets.UTF_8), Alert.class);
        assertKept(tree(bytes("alert-term-change.json")), tree(Json.bytes(alert)));
    }

    private static void assertReadAs(String name, Object read) throws IOException {
        assertKept(tree(bytes(name + ".read.json")), tree(Json.bytes(read)));
    }

    /** Everything that was there is there; fields may have been added. */
    private static void assertKept(JsonNode expected, JsonNode actual) {
        assertThat(lost(expected, actual, ""))
                .as("lost or changed in %s", actual)
                .isEmpty();
    }

    private static List<String> lost(JsonNode expected, JsonNode actual, String place) {
        if (expected.isNumber() && actual.isNumber()) {
            boolean same = expected.decimalValue().compareTo(actual.decimalValue()) == 0;
            return same ? List.of() : List.of(place);
        }
        if (expected.isObject()) {
            return expected.properties().stream()
                    .flatMap(field ->
                            lost(field.getValue(), actual.path(field.getKey()), place + "/" + field.getKey()).stream())
                    .toList();
        }
        if (expected.isArray() && expected.size() == actual.size()) {
            return IntStream.range(0, expected.size())
                    .boxed()
                    .flatMap(i -> lost(expected.get(i), actual.path(i), place + "/" + i).stream())
                    .toList();
        }
        return expected.equals(actual) ? List.of() : List.of(place);
    }

    private static Class<?> type(String schema) {
        return switch (schema) {
            case "alert" -> Alert.class;
            case "ledger-line" -> LedgerLine.class;
            case "sentiment-point" -> SentimentPoint.class;
            case "decision" -> Decision.class;
            default -> throw new IllegalArgumentException(schema);
        };
    }

    private static JsonNode tree(byte[] message) {
        return MessageSchemas.tree(message);
    }

    private static byte[] bytes(String name) throws IOException {
        return Files.readAllBytes(FOLDER.resolve(name));
    }
}
