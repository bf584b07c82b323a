package io.pactwatch.topology;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.pactwatch.alert.Alert;
import io.pactwatch.alert.AlertKind;
import io.pactwatch.config.MonitorConfig;
import io.pactwatch.schemas.MessageSchemas;
import io.pactwatch.testing.SampleRun;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.junit.jupiter.api.Test;

/** The description of the topics says what the monitor creates and writes. */
class AsyncApiTest {
    private static final Path FILE = MessageSchemas.FOLDER.resolve("asyncapi.yaml");

    private final JsonNode document = read(FILE);

    @Test
    void isAnAsyncApi3DocumentWithEveryTopicUsedByOneOperation() throws ReflectiveOperationException {
        assertThat(document.path("asyncapi").asText()).isEqualTo("3.0.0");
        Topics topics = Topics.of(MonitorConfig.DEFAULTS);
        List<String> names = new ArrayList<>();
        for (var component : Topics.class.getRecordComponents()) {
            names.add((String) component.getAccessor().invoke(topics));
        }
        assertThat(document.path("channels"))
                .extracting(channel -> channel.path("address").asText())
                .containsExactlyInAnyOrderElementsOf(names);
        assertThat(document.path("operations"))
                .extracting(operation -> resolve(operation.at("/channel/$ref").asText())
                        .path("address")
                        .asText())
                .containsExactlyInAnyOrderElementsOf(names);
    }

    @Test
    void describesTheTopicsAsTheMonitorCreatesThem() {
        Map<String, JsonNode> channels = new TreeMap<>();
        document.path("channels")
                .forEach(channel -> channels.put(channel.path("address").asText(), channel));
        assertThat(TopicPlan.topics(MonitorConfig.DEFAULTS)).allSatisfy(topic -> {
            JsonNode binding = channels.get(topic.name()).at("/bindings/kafka");
            assertThat(binding.path("topic").asText()).isEqualTo(topic.name());
            assertThat(binding.path("partitions").asInt()).isEqualTo(topic.numPartitions());
            assertThat(binding.path("replicas").asInt()).isEqualTo(topic.replicationFactor());
            JsonNode settings = binding.path("topicConfiguration");
            assertThat(settings.at("/cleanup.policy/0").asText())
                    .isEqualTo(topic.configs().get("cleanup.policy"));
            assertThat(settings.path("max.message.bytes").asText())
                    .isEqualTo(topic.configs().get("max.message.bytes"));
        });
    }

    @Test
    void everyReferenceLeadsSomewhere() throws IOException {
        List<String> references = references(document);
        assertThat(references).hasSizeGreaterThan(30).allSatisfy(reference -> assertThat(
                        resolve(reference).isMissingNode())
                .isFalse());
        try (var files = Files.list(MessageSchemas.FOLDER)) {
            for (Path file :
                    files.filter(path -> path.toString().endsWith(".json")).toList()) {
                JsonNode schema = read(file);
                assertThat(references(schema)).as(file.toString()).allSatisfy(reference -> assertThat(
                                resolve(reference, schema).isMissingNode())
                        .isFalse());
                assertThat(references.stream().anyMatch(file.getFileName().toString()::equals)
                                || file.getFileName().toString().startsWith("definitions."))
                        .as(file + " is the schema of a message")
                        .isTrue();
            }
        }
    }

    @Test
    void describesTheHeadersOfAlerts() {
        JsonNode described = resolve("#/components/schemas/alertHeaders").path("properties");
        Headers input = InputHeaders.received(
                new RecordHeaders()
                        .add("traceparent", bytes("00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01"))
                        .add("other", bytes("dropped")),
                1_700_000_000_000L);
        Alert alert = SampleRun.of().alerts().get(0);
        ObjectNode headers = JsonNodeFactory.instance.objectNode();
        CloudEventHeaders.of(alert, input)
                .forEach(header -> headers.put(header.key(), new String(header.value(), StandardCharsets.UTF_8)));

        assertThat(headers.properties())
                .extracting(Map.Entry::getKey)
                .containsExactlyInAnyOrderElementsOf(
                        described.properties().stream().map(Map.Entry::getKey).toList());
        headers.properties().forEach(header -> {
            JsonNode property = described.path(header.getKey());
            JsonNode schema =
                    property.has("$ref") ? resolve(property.path("$ref").asText()) : property;
            assertThat(header.getValue().asText())
                    .matches(schema.path("pattern").asText(".*"));
        });
        assertThat(described.at("/ce_type/enum"))
                .extracting(JsonNode::asText)
                .containsExactlyElementsOf(Arrays.stream(AlertKind.values())
                        .map(kind -> "io.pactwatch.alert." + kind.name().toLowerCase(Locale.ROOT))
                        .toList());
    }

    private static List<String> references(JsonNode node) {
        return node.findValuesAsText("$ref");
    }

    private JsonNode resolve(String reference) {
        return resolve(reference, document);
    }

    /** The node that a reference names, within the document that it stands in or in another file of the folder. */
    private static JsonNode resolve(String reference, JsonNode within) {
        String[] parts = reference.split("#", 2);
        JsonNode target = parts[0].isEmpty() ? within : read(MessageSchemas.FOLDER.resolve(parts[0]));
        return parts.length == 1 ? target : target.at(parts[1]);
    }

    private static JsonNode read(Path file) {
        try {
            return new YAMLMapper().readTree(file.toFile());
        } catch (IOException e) {
            throw new IllegalStateException(file + ": cannot be read", e);
        }
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
