package io.pactwatch.delivery;

import io.pactwatch.alert.Alert;
import io.pactwatch.alert.AlertKind;
import io.pactwatch.alert.AlertStatus;
import io.pactwatch.alert.Severity;
import io.pactwatch.article.PartnershipRef;
import io.pactwatch.contract.Stage;
import io.pactwatch.contract.TermValue;
import io.pactwatch.signal.Citation;
import io.pactwatch.signal.Root;
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
        return new Alert(
                id,
                AlertKind.TERM_CHANGE,
                status,
                severity,
                new PartnershipRef(partnership, "Acme / Globex", List.of("Acme", "Globex")),
                title,
                "The change is stated on the record by a party.",
                Optional.of(new Alert.Term("REVENUE_SHARE", Optional.empty(), Optional.of("acme"))),
                Optional.of(new TermValue.Percent(BigDecimal.valueOf(20))),
                Optional.of(new TermValue.Percent(BigDecimal.valueOf(25))),
                Optional.empty(),
                Optional.of(Stage.ANNOUNCED),
                Optional.empty(),
                PUBLISHED,
                detectedAt,
                List.of(new Root("harbor daily", List.of("Harbor Daily", "El Faro"), false)),
                List.of(new Citation(
                        "a-1",
                        url,
                        Optional.of(source),
                        PUBLISHED,
                        "en",
                        quote,
                        0,
                        quote.codePointCount(0, quote.length()))),
                List.of("STATUS_CHANGED"),
                Alert.SCHEMA_VERSION);
    }

    byte[] json() {
        return io.pactwatch.serde.Json.bytes(alert());
    }

    AlertMessage message() {
        return AlertMessage.of(record(json()));
    }

    /** A message that deletes an alert. */
    static AlertMessage deleted(String id) {
        return AlertMessage.of(
                new ConsumerRecord<>(PARTITION.topic(), 0, 0, id.getBytes(StandardCharsets.UTF_8), null));
    }

    ConsumerRecord<byte[], byte[]> record(byte[] value) {
        return new ConsumerRecord<>(PARTITION.topic(), 0, 0, id.getBytes(StandardCharsets.UTF_8), value);
    }
}
