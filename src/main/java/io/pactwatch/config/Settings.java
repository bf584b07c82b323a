package io.pactwatch.config;

import io.pactwatch.analysis.model.TierSetting;
import io.pactwatch.article.InvalidInputException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Settings as text under flat keys such as {@code topics.partitions}, each with the place it was read from. A later
 * value replaces an earlier one. Not thread-safe.
 */
final class Settings {
    /** Keys below this prefix are properties of Kafka clients and pass unchecked. */
    static final String KAFKA = "kafka.";

    /** All other keys. */
    static final List<String> KEYS = List.of(
            "bootstrapServers",
            "applicationId",
            "topics.prefix",
            "topics.partitions",
            "topics.replicationFactor",
            "stream.threads",
            "stream.commitInterval",
            "stream.stateDirectory",
            "stream.instanceId",
            "limits.articleBytes",
            "limits.futureTolerance",
            "analysis.tier",
            "analysis.terms",
            "signal.lateness",
            "signal.storyWindow",
            "signal.falseAlarmsPerYear",
            "signal.dueNotice",
            "alert.termCoolDown",
            "alert.negotiationCoolDown",
            "alert.shiftCoolDown",
            "alert.dailyBudget",
            "alert.historicalAfter",
            "alert.longestEmbargo",
            "console.host",
            "console.port",
            "console.token",
            "console.tokenFile",
            "console.openAccess",
            "console.keyStore",
            "console.keyStorePasswordFile",
            "delivery.consoleUrl");

    private final Map<String, Setting> byKey = new LinkedHashMap<>();

    private record Setting(String text, String place) {}

    /** @throws InvalidInputException if there is no such key */
    void put(String key, String text, String place) {
        if (!KEYS.contains(key) && !(key.startsWith(KAFKA) && key.length() > KAFKA.length())) {
            throw unknown(key, place, KEYS);
        }
        byKey.put(key, new Setting(text.strip(), place));
    }

    static InvalidInputException unknown(String key, String place, List<String> known) {
        String advice = ClosestName.find(key, known)
                .map(name -> "did you mean '" + name + "'?")
                .orElse("known are " + String.join(", ", known) + ", " + KAFKA + "*");
        return new InvalidInputException(place + ": unknown setting '" + key + "'; " + advice);
    }

    String text(String key, String otherwise) {
        return read(key, Function.identity()).orElse(otherwise);
    }

    TierSetting tier(String key, TierSetting otherwise) {
        return read(key, TierSetting::parse).orElse(otherwise);
    }

    int wholeNumber(String key, int otherwise) {
        return read(key, text -> number(text, "a whole number up to " + Integer.MAX_VALUE, Integer::valueOf))
                .orElse(otherwise);
    }

    short smallNumber(String key, short otherwise) {
        return read(key, text -> number(text, "a whole number up to " + Short.MAX_VALUE, Short::valueOf))
                .orElse(otherwise);
    }

    boolean yesOrNo(String key, boolean otherwise) {
        return read(key, text -> switch (text) {
                    case "true" -> true;
                    case "false" -> false;
                    default -> throw new IllegalArgumentException("'" + text + "' is neither true nor false");
                })
                .orElse(otherwise);
    }

    /** What stands under a key, without a default; blank counts as absent. */
    Optional<String> text(String key) {
        return read(key, Function.<String>identity()).filter(text -> !text.isBlank());
    }

    double number(String key, double otherwise) {
        return read(key, text -> number(text, "a number", Double::valueOf)).orElse(otherwise);
    }

    Duration duration(String key, Duration otherwise) {
        return read(key, DurationText::parse).orElse(otherwise);
    }

    /** The properties of Kafka clients, without the prefix. */
    Map<String, String> kafka() {
        return byKey.entrySet().stream()
                .filter(entry -> entry.getKey().startsWith(KAFKA))
                .collect(Collectors.toMap(
                        entry -> entry.getKey().substring(KAFKA.length()),
                        entry -> entry.getValue().text(),
                        (first, second) -> second,
                        TreeMap::new));
    }

    /** An error about a key, told with the place that the value of that key comes from. */
    InvalidInputException invalid(IllegalArgumentException problem) {
        String message = problem.getMessage();
        String place = byKey.entrySet().stream()
                .filter(entry -> message.startsWith(entry.getKey()))
                .map(entry -> entry.getValue().place() + ": ")
                .findFirst()
                .orElse("");
        return new InvalidInputException(place + message, problem);
    }

    private <T> Optional<T> read(String key, Function<String, T> reader) {
        Setting setting = byKey.get(key);
        if (setting == null) {
            return Optional.empty();
        }
        try {
            return Optional.of(reader.apply(setting.text()));
        } catch (IllegalArgumentException e) {
            throw new InvalidInputException(setting.place() + ": " + key + ": " + e.getMessage(), e);
        }
    }

    private static <T> T number(String text, String expected, Function<String, T> reader) {
        try {
            return reader.apply(text);
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException("'" + text + "' is not " + expected, e);
        }
    }
}
