package io.pactwatch.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.pactwatch.alert.Alert;
import io.pactwatch.alert.AlertStatus;
import io.pactwatch.alert.Severity;
import io.pactwatch.broker.EmbeddedBroker;
import io.pactwatch.config.ConfigReader;
import io.pactwatch.config.MonitorConfig;
import io.pactwatch.feed.SampleArticles;
import io.pactwatch.serde.Json;
import io.pactwatch.testing.Kafka;
import io.pactwatch.topology.Backtest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Alerts on a real broker reach a real Alertmanager, and stay there while they are open. */
class AlertmanagerIT {
    private static final Duration LIMIT = Duration.ofSeconds(60);

    @TempDir
    static Path folder;

    private EmbeddedBroker broker;
    private RealAlertmanager alertmanager;

    @Test
    void knowsWhatIsOpenWhateverIsRestarted() throws Exception {
        RealAlertmanager.require("prometheus-alertmanager", "amtool");
        try (EmbeddedBroker kafka = EmbeddedBroker.start(folder.resolve("kafka"), 0);
                Receiver hook = Receiver.start();
                RealAlertmanager real = RealAlertmanager.start(folder, hook.url())) {
            broker = kafka;
            alertmanager = real;
            Kafka.createTopic(kafka.bootstrapServers(), "pactwatch.alerts", 3);
            MonitorConfig config = config();
            try (Deliveries deliveries = start(config)) {
                showsWhatIsOpen(deliveries);
                endsWhatIsRetracted(hook);
                givesARaisedAlertOneIdentity();
                givesEverythingBackToAnAlertmanagerThatForgot();
            }
            alertmanager.kill();
            send(sample("while-both-were-down"));
            alertmanager.start();
            try (Deliveries deliveries = start(config)) {
                await().atMost(LIMIT).until(deliveries::isReading);
                awaitOpen("a-1", "a-3", "while-it-was-down", "while-both-were-down");
            }
        }
    }

    @Test
    void showsTheAlertsOfTheSampleArticles(@TempDir Path samples) throws Exception {
        RealAlertmanager.require("prometheus-alertmanager", "amtool");
        Map<String, Alert> alerts = sampleAlerts();
        assertThat(alerts).hasSizeGreaterThan(10);
        try (EmbeddedBroker kafka = EmbeddedBroker.start(samples.resolve("kafka"), 0);
                Receiver hook = Receiver.start();
                RealAlertmanager real = RealAlertmanager.start(samples, hook.url())) {
            broker = kafka;
            alertmanager = real;
            Kafka.createTopic(kafka.bootstrapServers(), "pactwatch.alerts", 3);
            try (Deliveries deliveries = start(config())) {
                await().atMost(LIMIT).until(deliveries::isReading);
                Kafka.sendRecords(
                        kafka.bootstrapServers(),
                        alerts.values().stream()
                                .map(alert -> new ProducerRecord<>(
                                        "pactwatch.alerts",
                                        alert.id().getBytes(StandardCharsets.UTF_8),
                                        Json.bytes(alert)))
                                .toList());
                awaitOpen(alerts.keySet().toArray(String[]::new));
            }
            String shown = alertmanager.amtool("alert", "query", "-o", "extended", "partnership=microsoft-openai");
            alerts.values().stream()
                    .filter(alert -> alert.partnership().id().equals("microsoft-openai"))
                    .forEach(alert -> assertThat(shown).contains("alert_id=\"" + alert.id() + "\""));
        }
    }

    /** The last message of every alert that the sample articles raise and that is open at the end. */
    private static Map<String, Alert> sampleAlerts() {
        Map<String, Alert> alerts = new LinkedHashMap<>();
        try (Backtest backtest = new Backtest(MonitorConfig.DEFAULTS, SampleArticles.watchlist())) {
            Backtest.Sink sink = new Backtest.Sink(
                    alert -> alerts.put(alert.id(), alert), line -> {}, point -> {}, decision -> {}, letter -> {});
            SampleArticles.all().forEach(sample -> backtest.article(sample.message(), sink));
        }
        alerts.values().removeIf(AlertMessage::isClosed);
        return alerts;
    }

    private void showsWhatIsOpen(Deliveries deliveries) throws Exception {
        await().atMost(LIMIT).until(deliveries::isReading);
        for (String id : List.of("a-1", "a-2", "a-3")) {
            send(sample(id));
        }
        awaitOpen("a-1", "a-2", "a-3");
        assertThat(alertmanager.amtool("alert", "query", "alertname=PactwatchTermChange", "alert_id=a-2"))
                .contains("Acme / Globex: revenue share changed");
        JsonNode shown = alertmanager.alerts().get(0);
        assertThat(shown.at("/annotations/change").asText()).isEqualTo("20% -> 25%");
        assertThat(shown.at("/generatorURL").asText()).startsWith("http://localhost:8080/#/p/acme-globex");
    }

    private void endsWhatIsRetracted(Receiver hook) throws Exception {
        await().atMost(LIMIT).until(() -> told(hook, "\"status\":\"firing\"", "a-2"));
        send(sample("a-2").with(AlertStatus.RETRACTED));
        awaitOpen("a-1", "a-3");
        await().atMost(LIMIT).until(() -> told(hook, "\"status\":\"resolved\"", "a-2"));
    }

    private void givesARaisedAlertOneIdentity() throws Exception {
        send(sample("a-3").with(AlertStatus.UPDATED).with(Severity.CRITICAL));
        await().atMost(LIMIT).until(() -> alertmanager.alerts().stream()
                .anyMatch(alert -> alert.at("/labels/severity").asText().equals("critical")));
        awaitOpen("a-1", "a-3");
    }

    private void givesEverythingBackToAnAlertmanagerThatForgot() throws Exception {
        alertmanager.kill();
        send(sample("while-it-was-down"));
        alertmanager.start();
        awaitOpen("a-1", "a-3", "while-it-was-down");
    }

    private static boolean told(Receiver hook, String status, String id) {
        return hook.taken().stream()
                .anyMatch(received ->
                        received.body().contains(status) && received.body().contains("\"alert_id\":\"" + id + "\""));
    }

    private void awaitOpen(String... ids) {
        Callable<List<String>> open = () -> {
            List<String> found = new ArrayList<>();
            alertmanager
                    .alerts()
                    .forEach(alert -> found.add(alert.at("/labels/alert_id").asText()));
            return found.stream().sorted().toList();
        };
        List<String> wanted = List.of(ids).stream().sorted().toList();
        await().atMost(LIMIT).ignoreExceptions().until(open, wanted::equals);
    }

    private static SampleAlerts sample(String id) {
        return SampleAlerts.of(id).detected(Instant.now());
    }

    private void send(SampleAlerts alert) throws Exception {
        Kafka.sendRecords(
                broker.bootstrapServers(),
                List.of(new ProducerRecord<>(
                        "pactwatch.alerts", alert.id().getBytes(StandardCharsets.UTF_8), alert.json())));
    }

    private Deliveries start(MonitorConfig config) {
        return Deliveries.start(config, Map.of(), new SimpleMeterRegistry());
    }

    private MonitorConfig config() throws IOException {
        Path file = Files.writeString(
                folder.resolve("pactwatch.yaml"),
                "delivery.targets: [{name: am, type: alertmanager, url: '" + alertmanager.url()
                        + "/', resend: 1s, historical: true}]\n");
        return ConfigReader.read(Optional.of(file), Map.of(), Map.of("bootstrapServers", broker.bootstrapServers()));
    }
}
