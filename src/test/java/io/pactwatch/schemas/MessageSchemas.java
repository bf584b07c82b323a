package io.pactwatch.schemas;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.Error;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The published schemas. Formats (date-time) are checked. */
public final class MessageSchemas {
    public static final Path FOLDER = Path.of("src", "main", "resources", "io", "pactwatch", "schemas");

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String BASE = "https://schemas.test/";

    private final SchemaRegistry registry;

    private MessageSchemas(Map<String, String> texts) {
        registry = SchemaRegistry.withDefaultDialect(
                SpecificationVersion.DRAFT_2020_12, builder -> builder.schemas(texts));
    }

    /** The schemas as they are published: what they do not name is allowed. */
    static MessageSchemas open() {
        return new MessageSchemas(texts(false));
    }

    /** The schemas with every object closed: a field that a schema does not name is an error. */
    public static MessageSchemas closed() {
        return new MessageSchemas(texts(true));
    }

    /** What is wrong with a message; empty if nothing is. */
    public List<String> problems(String schema, JsonNode message) {
        return registry
                .getSchema(SchemaLocation.of(BASE + schema + ".schema.json"))
                .validate(message, context -> context.executionConfig(config -> config.formatAssertionsEnabled(true)))
                .stream()
                .map(Error::toString)
                .toList();
    }

    public List<String> problems(String schema, byte[] message) {
        return problems(schema, tree(message));
    }

    static JsonNode schema(String name) {
        return read(FOLDER.resolve(name + ".schema.json"));
    }

    static JsonNode tree(byte[] json) {
        try {
            return JSON.readTree(json);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Map<String, String> texts(boolean closed) {
        Map<String, String> texts = new TreeMap<>();
        try (Stream<Path> files = Files.list(FOLDER)) {
            for (Path file : files.filter(path -> path.toString().endsWith(".schema.json"))
                    .toList()) {
                JsonNode schema = read(file);
                if (closed) {
                    close(schema);
                }
                texts.put(BASE + file.getFileName(), schema.toString());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return texts;
    }

    private static void close(JsonNode node) {
        if (node instanceof ObjectNode schema && schema.path("type").asText().equals("object")) {
            schema.put("additionalProperties", false);
        }
        node.forEach(MessageSchemas::close);
    }

    private static JsonNode read(Path file) {
        try {
            return JSON.readTree(file.toFile());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
