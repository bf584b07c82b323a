package io.pactwatch.serde;

import io.pactwatch.article.InvalidInputException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;

/**
 * An event in a CloudEvents 1.0 envelope (Kafka protocol binding, JSON data).
 *
 * @param id unique within the source
 * @param source URI reference of the context in which it happened
 * @param type kind of event, such as {@code com.example.filing}
 * @param time when it happened
 * @param data the event itself
 */
record CloudEvent(String id, String source, String type, Optional<Instant> time, InputJson data) {
    private static final String VERSION = "1.0";
    private static final String PREFIX = "ce_";

    /**
     * The envelope of a message, if it has one.
     *
     * @throws InvalidInputException if there is an envelope with a wrong or missing attribute
     */
    static Optional<CloudEvent> of(InputJson message, Headers headers) {
        if (headers.lastHeader(PREFIX + "specversion") != null) {
            return Optional.of(binary(message, headers));
        }
        return message.has("specversion") ? Optional.of(structured(message)) : Optional.empty();
    }

    /** Source and id together are unique. */
    String identity() {
        return source + "#" + id;
    }

    private static CloudEvent structured(InputJson message) {
        requireVersion(message.requiredText("specversion"), "specversion");
        requireJson(message.text("datacontenttype"), "datacontenttype");
        return new CloudEvent(
                message.requiredText("id"),
                message.requiredText("source"),
                message.requiredText("type"),
                message.instant("time"),
                message.field("data")
                        .map(data -> InputJson.of(data, "data"))
                        .orElseThrow(() -> new InvalidInputException(
                                "data: missing; expected the event as a JSON object (data_base64 is not read)")));
    }

    private static CloudEvent binary(InputJson message, Headers headers) {
        requireVersion(required(headers, "specversion"), PREFIX + "specversion");
        requireJson(text(headers, "content-type"), "content-type");
        return new CloudEvent(
                required(headers, "id"),
                required(headers, "source"),
                required(headers, "type"),
                text(headers, PREFIX + "time").map(time -> InputJson.instantOf(time.strip(), PREFIX + "time")),
                message);
    }

    private static void requireVersion(String version, String place) {
        if (!version.equals(VERSION)) {
            throw new InvalidInputException(place + ": '" + version + "' is not " + VERSION);
        }
    }

    private static void requireJson(Optional<String> mediaType, String place) {
        mediaType
                .map(type -> type.split(";", 2)[0].strip().toLowerCase(Locale.ROOT))
                .filter(type -> !type.endsWith("/json") && !type.endsWith("+json"))
                .ifPresent(type -> {
                    throw new InvalidInputException(place + ": '" + type + "' is not JSON; expected application/json");
                });
    }

    private static String required(Headers headers, String attribute) {
        return text(headers, PREFIX + attribute)
                .orElseThrow(() -> new InvalidInputException(PREFIX + attribute + " (header): missing"));
    }

    private static Optional<String> text(Headers headers, String name) {
        return Optional.ofNullable(headers.lastHeader(name))
                .map(Header::value)
                .map(value -> new String(value, StandardCharsets.UTF_8))
                .filter(text -> !text.isBlank());
    }
}
