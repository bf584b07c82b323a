package io.pactwatch.delivery;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.pactwatch.alert.Alert;
import java.time.Instant;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * An alert as Alertmanager knows it. The labels are its identity there, so they hold what is fixed or of few values: the
 * alert's id keeps two alerts apart, and everything that tells about it is an annotation.
 *
 * @param labels {@code alertname}, {@code alert_id}, {@code partnership}, {@code kind}, {@code severity} and, for alerts
 *     about a term, {@code term}
 * @param startsAt when it was detected. Not when the article was published: Alertmanager skips {@code group_wait} for an
 *     alert that began long ago, so five alerts of one article would come in two messages
 * @param endsAt when it is over, or will be unless it is sent again
 */
record AlertmanagerAlert(
        Map<String, String> labels,
        Map<String, String> annotations,
        Instant startsAt,
        Instant endsAt,
        String generatorUrl) {
    AlertmanagerAlert {
        labels = Map.copyOf(labels);
        annotations = Map.copyOf(annotations);
    }

    static AlertmanagerAlert of(Alert alert, Instant endsAt, String consoleLink) {
        Map<String, String> labels = new TreeMap<>();
        labels.put("alertname", name(alert));
        labels.put("alert_id", alert.id());
        labels.put("partnership", alert.partnership().id());
        labels.put("kind", alert.kind().name().toLowerCase(Locale.ROOT));
        labels.put("severity", alert.severity().name().toLowerCase(Locale.ROOT));
        alert.term().ifPresent(term -> labels.put("term", term.name()));
        return new AlertmanagerAlert(labels, annotations(alert), alert.detectedAt(), endsAt, consoleLink);
    }

    /** The same alert, over at that time. */
    AlertmanagerAlert ended(Instant time) {
        Instant start = startsAt.isAfter(time) ? time : startsAt;
        return new AlertmanagerAlert(labels, annotations, start, time, generatorUrl);
    }

    /** The same alert with the beginning of an earlier message. */
    AlertmanagerAlert startedAt(Instant time) {
        return time.isBefore(startsAt) ? new AlertmanagerAlert(labels, annotations, time, endsAt, generatorUrl) : this;
    }

    ObjectNode json() {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        new TreeMap<>(labels).forEach(json.putObject("labels")::put);
        new TreeMap<>(annotations).forEach(json.putObject("annotations")::put);
        json.put("startsAt", startsAt.toString());
        json.put("endsAt", endsAt.toString());
        return json.put("generatorURL", generatorUrl);
    }

    /** For example {@code PactwatchTermChange}. */
    private static String name(Alert alert) {
        return "Pactwatch"
                + Arrays.stream(alert.kind().name().split("_"))
                        .map(word -> word.charAt(0) + word.substring(1).toLowerCase(Locale.ROOT))
                        .collect(Collectors.joining());
    }

    private static Map<String, String> annotations(Alert alert) {
        AlertWords words = new AlertWords(alert);
        Map<String, String> annotations = new TreeMap<>();
        annotations.put("summary", words.title());
        annotations.put("description", words.summary());
        words.change().ifPresent(change -> annotations.put("change", change));
        annotations.put("digest", String.join("\n", words.listed()));
        annotations.put("quote", words.quote());
        annotations.put("source", words.source());
        words.link().ifPresent(link -> annotations.put("link", link));
        annotations.put("roots", words.roots());
        alert.stage().ifPresent(stage -> annotations.put("stage", stage.name()));
        annotations.put("status", alert.status().name());
        annotations.put("published_at", alert.publishedAt().toString());
        annotations.values().removeIf(String::isBlank);
        return annotations;
    }
}
