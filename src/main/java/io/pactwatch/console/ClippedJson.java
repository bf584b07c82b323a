package io.pactwatch.console;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.pactwatch.serde.Json;
import java.util.Map;
import java.util.Optional;

/**
 * Reads messages whose texts may be of any length: texts are cut at {@value #MAX_TEXT} characters, lists at
 * {@value #MAX_LIST} entries, so that what is kept and sent is bounded.
 */
final class ClippedJson {
    static final int MAX_TEXT = 1_000;
    static final int MAX_LIST = 200;

    private ClippedJson() {}

    /** @throws IllegalArgumentException with the place and the reason if the text is not such a record */
    static <T> T read(byte[] json, Class<T> type) {
        JsonNode message = Json.read(json, JsonNode.class);
        clip(message);
        return Optional.ofNullable(Json.read(Json.bytes(message), type))
                .orElseThrow(() -> new IllegalArgumentException(type.getSimpleName() + ": is null"));
    }

    private static void clip(JsonNode node) {
        if (node instanceof ObjectNode object) {
            for (Map.Entry<String, JsonNode> field : object.properties()) {
                clip(field.getValue());
                if (isLong(field.getValue())) {
                    field.setValue(clipped(field.getValue()));
                }
            }
        } else if (node instanceof ArrayNode array) {
            while (array.size() > MAX_LIST) {
                array.remove(array.size() - 1);
            }
            for (int i = 0; i < array.size(); i++) {
                clip(array.get(i));
                if (isLong(array.get(i))) {
                    array.set(i, clipped(array.get(i)));
                }
            }
        }
    }

    private static boolean isLong(JsonNode node) {
        return node.isTextual() && node.textValue().length() > MAX_TEXT;
    }

    private static TextNode clipped(JsonNode node) {
        String text = node.textValue();
        int end = Character.isHighSurrogate(text.charAt(MAX_TEXT - 2)) ? MAX_TEXT - 2 : MAX_TEXT - 1;
        return TextNode.valueOf(text.substring(0, end) + "…");
    }
}
