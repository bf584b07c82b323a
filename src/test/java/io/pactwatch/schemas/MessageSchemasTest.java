package io.pactwatch.schemas;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.pactwatch.alert.Alert;
import io.pactwatch.alert.AlertKind;
import io.pactwatch.alert.AlertStatus;
import io.pactwatch.alert.Severity;
import io.pactwatch.analysis.Decision;
import io.pactwatch.contract.ClaimStatus;
import io.pactwatch.contract.Stage;
import io.pactwatch.feed.SampleArticles;
import io.pactwatch.serde.Json;
import io.pactwatch.signal.Shift;
import io.pactwatch.testing.Messages;
import io.pactwatch.testing.SampleRun;
import io.pactwatch.testing.SeedArticles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Holds schemas and messages together. When a message has a field that its schema does not name, add it to the schema with a
 * description, unit and bounds; when a value is out of bounds, find out which of the two is wrong.
 */
class MessageSchemasTest {
    private static final MessageSchemas CLOSED = MessageSchemas.closed();

    @Test
    void everyMessageAboutTheSamplesIsAsItsSchemaSays() {
        SampleRun run = SampleRun.of();
        valid(run);
        assertThat(run.decisions()).isNotEmpty();
        assertThat(run.alerts()).extracting(Alert::kind).contains(AlertKind.TERM_CHANGE, AlertKind.TERM_NEGOTIATION);
    }

    @Test
    void everyMessageAboutRealArticlesIsAsItsSchemaSays() {
        valid(SampleRun.about(
                SeedArticles.require().stream().map(Messages::bytes).toList()));
    }

    private static void valid(SampleRun run) {
        assertThat(run.alerts()).isNotEmpty().allSatisfy(alert -> valid("alert", alert));
        assertThat(run.ledger()).isNotEmpty().allSatisfy(line -> valid("ledger-line", line));
        assertThat(run.sentiment()).isNotEmpty().allSatisfy(point -> valid("sentiment-point", point));
        assertThat(run.decisions()).allSatisfy(decision -> valid("decision", decision));
    }

    @Test
    void sampleArticlesAndWatchlistAreAsTheirSchemasSay() {
        MessageSchemas open = MessageSchemas.open();
        assertThat(SampleArticles.all()).allSatisfy(sample -> assertThat(open.problems("article", sample.message()))
                .isEmpty());
        assertThat(SampleArticles.watchlist()).allSatisfy(entry -> valid("watchlist-entry", entry));
    }

    @Test
    void constantsOfTheSchemasAreThoseOfTheCode() {
        JsonNode alert = MessageSchemas.schema("alert").at("/properties");
        JsonNode parts = MessageSchemas.schema("definitions").path("$defs");
        assertThat(constants(alert.path("kind"))).isEqualTo(names(AlertKind.values()));
        assertThat(constants(alert.path("status"))).isEqualTo(names(AlertStatus.values()));
        assertThat(constants(alert.path("severity")))
                .isEqualTo(Arrays.stream(Severity.values()).map(Severity::word).toList());
        assertThat(constants(alert.at("/shift/properties/direction"))).isEqualTo(names(Shift.Direction.values()));
        assertThat(alert.at("/schemaVersion/const").asInt()).isEqualTo(Alert.SCHEMA_VERSION);
        assertThat(constants(parts.path("status"))).isEqualTo(names(ClaimStatus.values()));
        assertThat(constants(parts.path("stage"))).isEqualTo(names(Stage.values()));
        assertThat(constants(MessageSchemas.schema("decision").at("/properties/reason")))
                .isEqualTo(names(Decision.Reason.values()));
    }

    @ParameterizedTest
    @MethodSource("files")
    void aSchemaIsNamedByItsFileAndDescribesEveryField(Path file) {
        JsonNode schema = MessageSchemas.schema(file.getFileName().toString().replace(".schema.json", ""));
        assertThat(schema.path("$schema").asText()).isEqualTo("https://json-schema.org/draft/2020-12/schema");
        assertThat(schema.path("$id").asText()).isEqualTo(file.getFileName().toString());
        assertThat(schema.path("title").asText()).isNotBlank();
        assertThat(schema.path("description").asText()).isNotBlank();
        List<String> undescribed = new ArrayList<>();
        collectUndescribed(schema, "", undescribed);
        assertThat(undescribed).isEmpty();
    }

    @Test
    void aMessageThatBreaksABoundIsFound() {
        SampleRun run = SampleRun.of();
        JsonNode alert = MessageSchemas.tree(Json.bytes(run.alerts().get(0)));
        assertThat(CLOSED.problems("alert", with(alert, "severity", "CRITICAL")))
                .isNotEmpty();
        assertThat(CLOSED.problems("alert", with(alert, "publishedAt", "yesterday")))
                .isNotEmpty();
        assertThat(CLOSED.problems("alert", with(alert, "colour", "red"))).isNotEmpty();
        assertThat(MessageSchemas.open().problems("alert", with(alert, "colour", "red")))
                .isEmpty();
    }

    private static Stream<Path> files() throws IOException {
        try (Stream<Path> files = Files.list(MessageSchemas.FOLDER)) {
            return files.filter(file -> file.toString().endsWith(".schema.json")).sorted().toList().stream();
        }
    }

    private static void valid(String schema, Object message) {
        assertThat(CLOSED.problems(schema, Json.bytes(message)))
                .as(Json.write(message))
                .isEmpty();
    }

    private static JsonNode with(JsonNode message, String field, String value) {
        return ((ObjectNode) message.deepCopy()).put(field, value);
    }

    private static List<String> constants(JsonNode property) {
        List<String> constants = new ArrayList<>();
        property.path("enum").forEach(constant -> constants.add(constant.asText()));
        return constants;
    }

    private static List<String> names(Enum<?>[] constants) {
        return Arrays.stream(constants).map(Enum::name).toList();
    }

    private static void collectUndescribed(JsonNode schema, String place, List<String> undescribed) {
        schema.path("properties").properties().forEach(property -> {
            JsonNode value = property.getValue();
            if (!value.has("description") && !value.has("$ref")) {
                undescribed.add(place + "/" + property.getKey());
            }
            collectUndescribed(value, place + "/" + property.getKey(), undescribed);
            collectUndescribed(value.path("items"), place + "/" + property.getKey(), undescribed);
        });
        schema.path("$defs")
                .properties()
                .forEach(part -> collectUndescribed(part.getValue(), part.getKey(), undescribed));
    }
}
