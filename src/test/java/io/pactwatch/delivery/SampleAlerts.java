package io.pactwatch.delivery;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.pactwatch.alert.Alert;
import io.pactwatch.alert.AlertStatus;
import io.pactwatch.alert.Severity;
import io.pactwatch.contract.TermValue;
import io.pactwatch.serde.Json;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;

/** Alerts about a revenue share, with what differs between tests. */
record SampleAlerts(
        String id,
        String partnership,
        AlertStatus status,
        Severity severity,
        String title,
        String quote,
        Optional<String> url,
        String source,
        Instant detectedAt) {
    static final Instant PUBLISHED = Instant.parse("2026-03-02T12:00:00Z");
    static final TopicPartition PARTITION = new TopicPartition("alerts", 0);

    static SampleAlerts of(String id) {
        return new SampleAlerts(
                id,
                "acme-globex",
                AlertStatus.OPEN,
                Severity.WARNING,
                "Acme / Globex: revenue share changed",
                "Acme will pay 25 percent",
                Optional.of("https://example.org/a-1"),
                "Harbor Daily",
                PUBLISHED.plusSeconds(3));
    }

    SampleAlerts with(AlertStatus other) {
        return new SampleAlerts(id, partnership, other, severity, title, quote, url, source, detectedAt);
    }

    SampleAlerts with(Severity other) {
        return new SampleAlerts(id, partnership, status, other, title, quote, url, source, detectedAt);
    }

    SampleAlerts titled(String other) {
        return new SampleAlerts(id, partnership, status, severity, other, quote, url, source, detectedAt);
    }

    SampleAlerts quoting(String other, String link, String from) {
        return new SampleAlerts(id, partnership, status, severity, title, other, Optional.of(link), from, detectedAt);
    }

    SampleAlerts detected(Instant other) {
        return new SampleAlerts(id, partnership, status, severity, title, quote, url, source, other);
    }

    Alert alert() {
        return Json.read(json(), Alert.class);
    }

    /** A digest of so many alerts, the second of which was taken back. */
    static Alert digest(int size) {
        ObjectNode digest = of("digest-1").tree().put("kind", "DIGEST");
        digest.remove(List.of("term", "before", "after", "stage"));
        ArrayNode listed = digest.putArray("digest");
        for (int i = 0; i < size; i++) {
            ObjectNode entry = listed.addObject().put("id", "id-" + i).put("kind", "TERM_CHANGE");
            entry.put("severity", "info").put("title", "Minor matter " + i);
            if (i == 1) {
                entry.put("status", "RETRACTED");
            }
        }
        return Json.read(digest.toString().getBytes(StandardCharsets.UTF_8), Alert.class);
    }

    byte[] json() {
        return tree().toString().getBytes(StandardCharsets.UTF_8);
    }

    AlertMessage message() {
        return AlertMessage.of(record(json()));
    }

    /** The same message, marked as one about what was old when it was read. */
    AlertMessage historical() {
        return AlertMessage.of(record(tree().put("historical", true).toString().getBytes(StandardCharsets.UTF_8)));
    }

    private ObjectNode tree() {
        ObjectNode alert = JsonNodeFactory.instance.objectNode();
        alert.put("id", id).put("kind", "TERM_CHANGE").put("status", status.name());
        alert.put("severity", severity.name()).put("title", title);
        alert.put("summary", "The change is stated on the record by a party.");
        ObjectNode pair = alert.putObject("partnership").put("id", partnership).put("name", "Acme / Globex");
        pair.putArray("parties").add("Acme").add("Globex");
        alert.putObject("term").put("name", "REVENUE_SHARE").put("payer", "acme");
        alert.set("before", percent(20));
        alert.set("after", percent(25));
        alert.put("stage", "ANNOUNCED");
        alert.put("publishedAt", PUBLISHED.toString()).put("detectedAt", detectedAt.toString());
        ObjectNode root =
                alert.putArray("roots").addObject().put("root", "harbor daily").put("anonymous", false);
        root.putArray("outlets").add("Harbor Daily").add("El Faro");
        ObjectNode citation = alert.putArray("evidence").addObject().put("articleId", "a-1");
        url.ifPresent(address -> citation.put("url", address));
        citation.put("source", source).put("publishedAt", PUBLISHED.toString()).put("language", "en");
        citation.put("exact", quote).put("start", 0).put("end", quote.codePointCount(0, quote.length()));
        alert.putArray("reasons").add("STATUS_CHANGED");
        return alert.put("schemaVersion", Alert.SCHEMA_VERSION);
    }

    private static JsonNode percent(int number) {
        TermValue value = new TermValue.Percent(BigDecimal.valueOf(number));
        return Json.read(Json.bytes(new Holder(value)), JsonNode.class).path("value");
    }

    /** A value as a field, which is how it is written with its type. */
    private record Holder(TermValue value) {}

    /** A message that deletes an alert. */
    static AlertMessage deleted(String id) {
        return AlertMessage.of(
                new ConsumerRecord<>(PARTITION.topic(), 0, 0, id.getBytes(StandardCharsets.UTF_8), null));
    }

    ConsumerRecord<byte[], byte[]> record(byte[] value) {
        return new ConsumerRecord<>(PARTITION.topic(), 0, 0, id.getBytes(StandardCharsets.UTF_8), value);
    }
}
