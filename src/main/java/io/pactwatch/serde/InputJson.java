package io.pactwatch.serde;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.JsonNodeType;
import io.pactwatch.article.InvalidInputException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** One JSON object from outside, read field by field with bounds on size and depth; says which field is wrong. */
final class InputJson {
    private static final String PLAIN_UTC = "0000-00-00T00:00:00Z";
    private static final int MAX_DEPTH = 32;
    private static final int MAX_REASON = 500;
    private static final ObjectMapper MAPPER = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(MAX_DEPTH)
                            .maxNumberLength(100)
                            .maxStringLength(20_000_000)
                            .build())
                    .build())
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();

    private final JsonNode object;

    private InputJson(JsonNode object) {
        this.object = object;
    }

    /** @throws InvalidInputException if the bytes are too many or are not one JSON object */
    static InputJson parse(byte[] json, int maxBytes) {
        return of(tree(json, maxBytes), "message");
    }

    /** @throws InvalidInputException if the bytes are too many or are not one JSON value */
    static JsonNode tree(byte[] json, int maxBytes) {
        if (json.length > maxBytes) {
            throw new InvalidInputException(String.format(
                    Locale.ROOT,
                    "message of %,d bytes: more than the limit of %,d (setting limits.articleBytes)",
                    json.length,
                    maxBytes));
        }
        try {
            return MAPPER.readTree(json);
        } catch (JsonProcessingException e) {
            throw new InvalidInputException("message: not valid JSON: " + oneLine(e), e);
        } catch (IOException e) {
            throw new InvalidInputException("message: not readable as UTF-8 JSON", e);
        }
    }

    static InputJson of(JsonNode node, String place) {
        if (!node.isObject()) {
            String object = place.equals("message") ? "a JSON object" : "an object";
            throw new InvalidInputException(place + ": expected " + object + ", found " + kind(node));
        }
        return new InputJson(node);
    }

    /** Whether a field is there, with whatever value. */
    boolean has(String name) {
        return object.has(name);
    }

    /** The names of all fields, in the order of the message. */
    Stream<String> names() {
        return object.properties().stream().map(Map.Entry::getKey);
    }

    Optional<JsonNode> field(String name) {
        return Optional.ofNullable(object.get(name)).filter(node -> !node.isNull());
    }

    /** A text field; blank counts as absent. */
    Optional<String> text(String name) {
        return field(name).map(node -> text(node, name)).filter(text -> !text.isBlank());
    }

    /** The first of several text fields that is there. */
    Optional<String> firstText(String... names) {
        return Arrays.stream(names).map(this::text).flatMap(Optional::stream).findFirst();
    }

    /** The objects in a list; none if the field is absent. */
    List<InputJson> objects(String name) {
        List<InputJson> objects = new ArrayList<>();
        field(name).ifPresent(list -> {
            if (!list.isArray()) {
                throw new InvalidInputException(name + ": expected a list, found " + kind(list));
            }
            for (int i = 0; i < list.size(); i++) {
                objects.add(of(list.get(i), name + "[" + i + "]"));
            }
        });
        return objects;
    }

    /** @throws InvalidInputException if the node is not text */
    static String text(JsonNode node, String place) {
        if (!node.isTextual()) {
            throw new InvalidInputException(place + ": expected text, found " + kind(node));
        }
        return node.textValue();
    }

    String requiredText(String name) {
        return text(name).orElseThrow(() -> new InvalidInputException(name + ": missing"));
    }

    /** A point in time: an ISO 8601 instant with offset, a local time (read as UTC) or a date (midnight UTC). */
    Optional<Instant> instant(String name) {
        return text(name).map(text -> instantOf(text.strip(), name));
    }

    /** The first of several points in time that is there. */
    Optional<Instant> firstInstant(String... names) {
        return Arrays.stream(names).map(this::instant).flatMap(Optional::stream).findFirst();
    }

    static Instant instantOf(String text, String name) {
        try {
            if (isPlainUtc(text)) {
                return LocalDateTime.of(
                                number(text, 0, 4),
                                number(text, 5, 7),
                                number(text, 8, 10),
                                number(text, 11, 13),
                                number(text, 14, 16),
                                number(text, 17, 19))
                        .toInstant(ZoneOffset.UTC);
            }
            if (text.length() == "2025-01-31".length()) {
                return LocalDate.parse(text).atStartOfDay(ZoneOffset.UTC).toInstant();
            }
            int time = text.indexOf('T');
            boolean zoned = text.endsWith("Z") || text.indexOf('+', time) > 0 || text.lastIndexOf('-') > time;
            return zoned
                    ? OffsetDateTime.parse(text).toInstant()
                    : LocalDateTime.parse(text).toInstant(ZoneOffset.UTC);
        } catch (DateTimeException e) {
            throw new InvalidInputException(
                    name + ": not an ISO 8601 date or time, such as 2025-01-31 or 2025-01-31T09:30:00Z", e);
        }
    }

    /** Whether it has the form that nearly all senders use, 2025-01-31T09:30:00Z, which needs no formatter. */
    private static boolean isPlainUtc(String text) {
        if (text.length() != PLAIN_UTC.length() || text.startsWith("24", PLAIN_UTC.indexOf('T') + 1)) {
            return false;
        }
        for (int i = 0; i < text.length(); i++) {
            char form = PLAIN_UTC.charAt(i);
            char unit = text.charAt(i);
            if (form == '0' ? unit < '0' || unit > '9' : unit != form) {
                return false;
            }
        }
        return true;
    }

    private static int number(String digits, int start, int end) {
        return Integer.parseInt(digits, start, end, 10);
    }

    /** An identity for content without one: the first half of its SHA-256 in hex. */
    static String hash(String content) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(content.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest, 0, 16);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    static String kind(JsonNode node) {
        JsonNodeType type = node.getNodeType();
        return type == JsonNodeType.MISSING ? "nothing" : type.name().toLowerCase(Locale.ROOT);
    }

    /** A message that may repeat words of the input: made one line, and cut. */
    static String oneLine(String message) {
        String cut = message.length() > MAX_REASON ? message.substring(0, MAX_REASON) + "..." : message;
        return cut.replaceAll("[\\p{Cntrl}\\u2028\\u2029]+", " ");
    }

    private static String oneLine(JsonProcessingException e) {
        String message = e.getOriginalMessage();
        int end = message.indexOf('\n');
        String place = e.getLocation() == null
                ? ""
                : " (line " + e.getLocation().getLineNr() + ", column "
                        + e.getLocation().getColumnNr() + ")";
        return (end < 0 ? message : message.substring(0, end)) + place;
    }
}
