package io.pactwatch.config;

import com.fasterxml.jackson.databind.JsonNode;
import io.pactwatch.alert.AlertKind;
import io.pactwatch.alert.Severity;
import io.pactwatch.article.InvalidInputException;
import io.pactwatch.config.SecretSource.Kind;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/** Reads the list {@code delivery.targets}. Not thread-safe. */
final class DeliveryTargetReader {
    private static final List<String> KEYS = List.of(
            "name",
            "type",
            "url",
            "urlEnv",
            "urlFile",
            "tokenEnv",
            "tokenFile",
            "signingKeyEnv",
            "signingKeyFile",
            "headers",
            "partnerships",
            "kinds",
            "severity",
            "historical",
            "fromBeginning",
            "connectTimeout",
            "requestTimeout",
            "resend",
            "lifetime");
    private static final Map<String, Kind> SOURCES = Map.of("", Kind.VALUE, "Env", Kind.ENVIRONMENT, "File", Kind.FILE);

    private final JsonNode target;

    private DeliveryTargetReader(JsonNode target) {
        this.target = target;
    }

    /** @throws InvalidInputException with place, target and key if something is missing, unknown or wrong */
    static List<DeliveryTarget> read(JsonNode list, String place) {
        if (!list.isArray()) {
            throw new InvalidInputException(
                    place + ": delivery.targets: expected a list such as '- {name: am, type: alertmanager, url: ...}'");
        }
        List<DeliveryTarget> targets = new ArrayList<>();
        for (JsonNode node : list) {
            String name = node.path("name").isTextual() ? node.path("name").textValue() : "";
            String label = name.isBlank() ? "number " + (targets.size() + 1) : "'" + name + "'";
            try {
                targets.add(new DeliveryTargetReader(node).target());
            } catch (IllegalArgumentException e) {
                throw new InvalidInputException(place + ": delivery target " + label + ": " + e.getMessage(), e);
            }
        }
        try {
            DeliveryConfig.requireDistinctNames(targets);
        } catch (IllegalArgumentException e) {
            throw new InvalidInputException(place + ": " + e.getMessage(), e);
        }
        return targets;
    }

    private DeliveryTarget target() {
        if (!target.isObject()) {
            throw new IllegalArgumentException("expected keys and values, such as name, type and url");
        }
        target.fieldNames().forEachRemaining(DeliveryTargetReader::requireKnown);
        DeliveryTarget.Type type = constant(DeliveryTarget.Type.class, "type", required("type"));
        if (type != DeliveryTarget.Type.ALERTMANAGER) {
            refuse("resend", "lifetime");
        }
        return new DeliveryTarget(
                required("name"),
                type,
                secret("url", "", "Env", "File")
                        .orElseThrow(() -> new IllegalArgumentException("needs url, urlEnv or urlFile")),
                secret("token", "Env", "File"),
                secret("signingKey", "Env", "File"),
                headers(),
                filter(),
                timing());
    }

    private static void requireKnown(String key) {
        if (!KEYS.contains(key)) {
            throw new IllegalArgumentException("unknown key '" + key + "'; "
                    + ClosestName.find(key, KEYS)
                            .map(name -> "did you mean '" + name + "'?")
                            .orElse("known are " + String.join(", ", KEYS)));
        }
    }

    private void refuse(String... keys) {
        for (String key : keys) {
            if (target.has(key)) {
                throw new IllegalArgumentException(key + ": is for the type alertmanager only");
            }
        }
    }

    private Optional<SecretSource> secret(String key, String... endings) {
        List<String> given = Arrays.stream(endings)
                .filter(ending -> target.has(key + ending))
                .toList();
        if (given.size() > 1) {
            throw new IllegalArgumentException(
                    "both " + key + given.get(0) + " and " + key + given.get(1) + " are given; give one");
        }
        return given.stream()
                .map(ending -> new SecretSource(SOURCES.get(ending), required(key + ending)))
                .findFirst();
    }

    private Map<String, String> headers() {
        JsonNode node = target.path("headers");
        if (!node.isMissingNode() && !node.isObject()) {
            throw new IllegalArgumentException("headers: expected names and values");
        }
        Map<String, String> headers = new LinkedHashMap<>();
        node.properties().forEach(header -> {
            if (!header.getValue().isValueNode() || header.getValue().isNull()) {
                throw new IllegalArgumentException("headers: expected one value for '" + header.getKey() + "'");
            }
            headers.put(header.getKey(), header.getValue().asText());
        });
        return headers;
    }

    private DeliveryTarget.Filter filter() {
        Set<AlertKind> kinds = new LinkedHashSet<>();
        texts("kinds", text -> kinds.add(constant(AlertKind.class, "kinds", text)));
        Set<String> partnerships = new LinkedHashSet<>();
        texts("partnerships", partnerships::add);
        Severity least = text("severity")
                .map(text -> constant(Severity.class, "severity", text))
                .orElse(Severity.INFO);
        return new DeliveryTarget.Filter(partnerships, kinds, least, flag("historical"), flag("fromBeginning"));
    }

    private DeliveryTarget.Timing timing() {
        DeliveryTarget.Timing defaults = DeliveryTarget.Timing.DEFAULTS;
        return new DeliveryTarget.Timing(
                duration("connectTimeout", defaults.connect()),
                duration("requestTimeout", defaults.request()),
                duration("resend", defaults.resend()),
                duration("lifetime", defaults.lifetime()));
    }

    private void texts(String key, Consumer<String> sink) {
        JsonNode node = target.path(key);
        if (node.isTextual()) {
            sink.accept(node.textValue().strip());
        } else if (node.isArray()) {
            for (JsonNode each : node) {
                if (!each.isTextual() || each.textValue().isBlank()) {
                    throw new IllegalArgumentException(key + ": expected a list of words");
                }
                sink.accept(each.textValue().strip());
            }
        } else if (!node.isMissingNode()) {
            throw new IllegalArgumentException(key + ": expected a list of words");
        }
    }

    private boolean flag(String key) {
        JsonNode node = target.path(key);
        if (!node.isMissingNode() && !node.isBoolean()) {
            throw new IllegalArgumentException(key + ": expected true or false");
        }
        return node.asBoolean();
    }

    private Duration duration(String key, Duration otherwise) {
        try {
            return text(key).map(DurationText::parse).orElse(otherwise);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(key + ": " + e.getMessage(), e);
        }
    }

    private String required(String key) {
        return text(key).orElseThrow(() -> new IllegalArgumentException(key + ": missing"));
    }

    private Optional<String> text(String key) {
        JsonNode node = target.path(key);
        if (!node.isMissingNode() && (!node.isValueNode() || node.isNull())) {
            throw new IllegalArgumentException(key + ": expected one value");
        }
        return Optional.of(node.asText().strip()).filter(text -> !text.isEmpty());
    }

    private static <E extends Enum<E>> E constant(Class<E> type, String key, String text) {
        return Arrays.stream(type.getEnumConstants())
                .filter(constant -> constant.name().equalsIgnoreCase(text))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(key + ": unknown '" + text + "'; give "
                        + Arrays.stream(type.getEnumConstants())
                                .map(constant -> constant.name().toLowerCase(Locale.ROOT))
                                .collect(Collectors.joining(", "))));
    }
}
