package io.pactwatch.cli;

import io.pactwatch.alert.Alert;
import io.pactwatch.alert.AlertKind;
import io.pactwatch.alert.AlertStatus;
import io.pactwatch.alert.Severity;
import io.pactwatch.analysis.Decision;
import io.pactwatch.serde.Json;
import io.pactwatch.topology.DeadLetterHandler;
import io.pactwatch.topology.Topics;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;

/** What has become of one article, gathered from the output topics: the last word of each. Not thread-safe. */
final class ArticleOutcome {
    private final String articleId;
    private final Topics topics;
    private final Map<String, Decision> decisions = new LinkedHashMap<>();
    private final Map<String, CitingAlert> alerts = new LinkedHashMap<>();
    private final List<DeadLetter> deadLetters = new ArrayList<>();

    /** An alert that quotes the article. */
    record CitingAlert(
            String id, String partnership, AlertKind kind, AlertStatus status, Severity severity, String title) {
        static CitingAlert of(Alert alert) {
            return new CitingAlert(
                    alert.id(),
                    alert.partnership().id(),
                    alert.kind(),
                    alert.status(),
                    alert.severity(),
                    alert.title());
        }
    }

    /** A dead letter with the article in it. */
    record DeadLetter(String topic, String partition, String offset, String cause) {}

    /** The outcome as one message. */
    record Summary(
            String articleId,
            Collection<Decision> decisions,
            Collection<CitingAlert> alerts,
            Collection<DeadLetter> deadLetters) {}

    private record Identified(Optional<String> id) {}

    ArticleOutcome(String articleId, Topics topics) {
        this.articleId = articleId;
        this.topics = topics;
    }

    /** Takes one message of the decisions, alerts or dead-letters topic; those about other articles are passed over. */
    void add(ConsumerRecord<byte[], byte[]> record) {
        if (record.topic().equals(topics.deadLetters())) {
            addDeadLetter(record);
        } else if (record.value() != null && record.topic().equals(topics.alerts())) {
            addAlert(Json.read(record.value(), Alert.class));
        } else if (record.value() != null && articleId.equals(text(record.key()))) {
            Decision decision = Json.read(record.value(), Decision.class);
            decisions.put(decision.partnership().orElse(""), decision);
        }
    }

    boolean isEmpty() {
        return decisions.isEmpty() && alerts.isEmpty() && deadLetters.isEmpty();
    }

    Summary summary() {
        return new Summary(articleId, decisions.values(), alerts.values(), deadLetters);
    }

    private void addAlert(Alert alert) {
        if (alert.cites(articleId)) {
            alerts.put(alert.id(), CitingAlert.of(alert));
        } else {
            alerts.remove(alert.id());
        }
    }

    private void addDeadLetter(ConsumerRecord<byte[], byte[]> record) {
        if (articleId.equals(text(record.key())) || isInside(record.value())) {
            deadLetters.add(new DeadLetter(
                    header(record, "topic"),
                    header(record, "partition"),
                    header(record, "offset"),
                    header(record, "message")));
        }
    }

    /** Whether a message can be read as far as its id, and it is this one. */
    private boolean isInside(byte[] value) {
        try {
            Optional<String> id = value == null
                    ? Optional.empty()
                    : Json.read(value, Identified.class).id();
            return id.filter(articleId::equals).isPresent();
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    private static String header(ConsumerRecord<byte[], byte[]> record, String name) {
        Header header = record.headers().lastHeader(DeadLetterHandler.HEADER + name);
        return header == null ? "" : text(header.value());
    }

    private static String text(byte[] bytes) {
        return bytes == null ? "" : new String(bytes, StandardCharsets.UTF_8);
    }
}
