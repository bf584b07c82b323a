package io.pactwatch.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.pactwatch.alert.Alert;
import io.pactwatch.analysis.Decision;
import io.pactwatch.analysis.Decision.Reason;
import io.pactwatch.article.Partnership;
import io.pactwatch.article.Party;
import io.pactwatch.broker.EmbeddedBroker;
import io.pactwatch.config.MonitorConfig;
import io.pactwatch.serde.Json;
import io.pactwatch.testing.Kafka;
import io.pactwatch.topology.MonitorRunner;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OutputReaderIT {
    private static final Partnership WATCHED = new Partnership(
            "acme-bolt",
            "Acme / Bolt",
            List.of(new Party("acme", "Acme", List.of(), List.of()), new Party("bolt", "Bolt", List.of(), List.of())));

    @TempDir
    private Path folder;

    @Test
    void showsWhatIsCommittedInTheOutputTopicsAndFollowsThem() throws Exception {
        try (EmbeddedBroker broker = EmbeddedBroker.start(folder, 0)) {
            MonitorConfig config = MonitorConfig.DEFAULTS.withBootstrapServers(broker.bootstrapServers());
            MonitorRunner.prepare(config, List.of(WATCHED));
            Kafka.sendRecords(
                    broker.bootstrapServers(),
                    List.of(
                            message("alerts", "a1", Outputs.alert("a1", 1)),
                            message("alerts", "a2", Outputs.alert("a2", 2)),
                            new ProducerRecord<>("pactwatch.alerts", bytes("a3"), bytes("no JSON")),
                            new ProducerRecord<>("pactwatch.alerts", bytes("a3"), bytes("null")),
                            new ProducerRecord<>("pactwatch.alerts", bytes("a3"), bytes("{\"id\":\"a3\"}")),
                            message("ledger", "acme-bolt|REVENUE_SHARE||acme", Outputs.shares()),
                            message("sentiment", "acme-bolt|s1", Outputs.point("s1", 1, 0.5)),
                            message(
                                    "decisions",
                                    "x1",
                                    new Decision("x1", Optional.empty(), Reason.IRRELEVANT, "no", Outputs.DAY_ZERO))));
            sendAborted(broker, message("alerts", "a4", Outputs.alert("a4", 4)));
            OutputView view = new OutputView();
            OutputReader reader = OutputReader.start(config, view);
            try (reader) {
                await().atMost(Duration.ofSeconds(30)).until(view::isComplete);
                assertThat(view.partnerships()).containsEntry("acme-bolt", WATCHED.ref());
                assertThat(ids(view)).containsExactly("a2", "a1");
                assertThat(view.ledger("acme-bolt")).containsExactly(Outputs.shares());
                assertThat(view.sentiment("acme-bolt")).containsExactly(Outputs.point("s1", 1, 0.5));
                assertThat(view.decisions("x1")).hasSize(1);

                Kafka.sendRecords(
                        broker.bootstrapServers(),
                        List.of(
                                new ProducerRecord<>("pactwatch.alerts", bytes("a1"), null),
                                new ProducerRecord<>("pactwatch.ledger", bytes("acme-bolt|REVENUE_SHARE||acme"), null),
                                new ProducerRecord<>("pactwatch.sentiment", bytes("acme-bolt|s1"), null),
                                message("alerts", "a5", Outputs.alert("a5", 5))));
                await().untilAsserted(() -> {
                    assertThat(ids(view)).containsExactly("a5", "a2");
                    assertThat(view.ledger("acme-bolt")).isEmpty();
                    assertThat(view.sentiment("acme-bolt")).isEmpty();
                });
            }
        }
    }

    private static List<String> ids(OutputView view) {
        return view.alerts(Optional.empty(), Optional.empty(), alert -> true, 100).stream()
                .map(Alert::id)
                .toList();
    }

    private static void sendAborted(EmbeddedBroker broker, ProducerRecord<byte[], byte[]> message) throws Exception {
        Map<String, Object> settings =
                Map.of("bootstrap.servers", broker.bootstrapServers(), "transactional.id", "aborting");
        try (var producer = new KafkaProducer<>(settings, new ByteArraySerializer(), new ByteArraySerializer())) {
            producer.initTransactions();
            producer.beginTransaction();
            producer.send(message).get();
            producer.abortTransaction();
        }
    }

    private static ProducerRecord<byte[], byte[]> message(String topic, String key, Object value) {
        return new ProducerRecord<>("pactwatch." + topic, bytes(key), Json.bytes(value));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
