package io.pactwatch.topology;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.pactwatch.alert.Alert;
import io.pactwatch.article.Partnership;
import io.pactwatch.broker.EmbeddedBroker;
import io.pactwatch.config.MonitorConfig;
import io.pactwatch.metrics.MonitorMetrics;
import io.pactwatch.serde.Json;
import io.pactwatch.testing.Kafka;
import io.pactwatch.testing.Messages;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Header;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What only a real broker shows: transactions, keys and headers on the wire, a watchlist that changes while it runs. */
class MonitorIT {
    private static final Duration LIMIT = Duration.ofSeconds(60);

    @TempDir
    static Path folder;

    private static EmbeddedBroker broker;
    private static MonitorConfig config;
    private static Topics topics;
    private static MonitorRunner runner;

    @BeforeAll
    static void start() throws InterruptedException {
        broker = EmbeddedBroker.start(folder.resolve("broker"), 0);
        config = MonitorConfig.DEFAULTS
                .withBootstrapServers(broker.bootstrapServers())
                .withTopics(new MonitorConfig.Topics("it.", 3, (short) 1))
                .withStream(new MonitorConfig.Stream(2, Duration.ofMillis(100), folder.resolve("state"), ""));
        topics = Topics.of(config);
        runner = MonitorRunner.start(
                config, List.of(Messages.partnership("acme", "globex")), MonitorMetrics.NONE, streams -> {});
        assertThat(runner.awaitRunning(LIMIT)).isTrue();
    }

    @AfterAll
    static void stop() {
        runner.close();
        broker.close();
    }

    @Test
    void aBrokenMessageAloneIsACommittedDeadLetterWithItsOriginInTheHeaders() throws Exception {
        Kafka.send(broker.bootstrapServers(), topics.events(), List.of("{\"broken\":"));
        ConsumerRecord<byte[], byte[]> letter = awaitRecord(topics.deadLetters(), "{\"broken\":");
        assertThat(header(letter, "__streams.errors.topic")).isEqualTo(topics.events());
        assertThat(header(letter, "__streams.errors.phase")).isEqualTo("DESERIALIZATION");
        assertThat(header(letter, "__streams.errors.message")).startsWith("message: not valid JSON");
    }

    @Test
    void aRecordWithoutKeyAndValueIsADeadLetter() throws Exception {
        Kafka.sendRecords(broker.bootstrapServers(), List.of(new ProducerRecord<>(topics.articles(), 0, null, null)));
        await().atMost(LIMIT).untilAsserted(() -> assertThat(
                        Kafka.records(broker.bootstrapServers(), topics.deadLetters()))
                .anyMatch(letter -> header(letter, "__streams.errors.message").contains("without a value")));
    }

    @Test
    void anAlertIsACloudEventThatCarriesTheTraceOfItsArticle() throws Exception {
        String trace = "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01";
        ProducerRecord<byte[], byte[]> article = new ProducerRecord<>(
                topics.articles(),
                Messages.bytes(Messages.article("traced", Messages.investment("Acme", "Globex", 7), Messages.TIME)));
        article.headers().add("traceparent", trace.getBytes(StandardCharsets.US_ASCII));
        article.headers().add("hostile", "dropped".getBytes(StandardCharsets.US_ASCII));
        Kafka.sendRecords(broker.bootstrapServers(), List.of(article));
        ConsumerRecord<byte[], byte[]> record = awaitRecord(topics.alerts(), "traced");
        Alert alert = Json.read(record.value(), Alert.class);
        assertThat(record.key()).isEqualTo(alert.id().getBytes(StandardCharsets.UTF_8));
        assertThat(header(record, "ce_specversion")).isEqualTo("1.0");
        assertThat(header(record, "ce_type")).isEqualTo("io.pactwatch.alert.term_change");
        assertThat(header(record, "ce_source")).isEqualTo("/partnerships/acme-globex");
        assertThat(header(record, "traceparent")).isEqualTo(trace);
        assertThat(record.headers().lastHeader("hostile")).isNull();
    }

    @Test
    void aPartnershipThatIsAddedWhileItRunsIsWatched() throws Exception {
        Partnership added = Messages.partnership("wayne", "stark");
        Kafka.sendRecords(
                broker.bootstrapServers(),
                List.of(new ProducerRecord<>(
                        topics.watchlist(), added.id().getBytes(StandardCharsets.UTF_8), Json.bytes(added))));
        await().atMost(LIMIT).untilAsserted(() -> {
            // The watchlist and the articles are different topics: an article that overtakes the entry is not about it
            // yet.
            Kafka.send(
                    broker.bootstrapServers(),
                    topics.articles(),
                    List.of(Messages.article("late-comer", Messages.investment("Wayne", "Stark", 2), Messages.TIME)
                            .toString()));
            assertThat(Kafka.readAll(broker.bootstrapServers(), topics.alerts()))
                    .anyMatch(json -> json.contains("\"wayne-stark\""));
        });
    }

    @Test
    void everyInputHasAnAlertADecisionOrADeadLetter() throws Exception {
        Map<String, String> inputs = Map.of(
                "irrelevant-1",
                "The harvest was late this year.",
                "relevant-1",
                Messages.investment("Acme", "Globex", 9));
        for (var input : inputs.entrySet()) {
            Kafka.send(
                    broker.bootstrapServers(),
                    topics.articles(),
                    List.of(Messages.article(input.getKey(), input.getValue(), Messages.TIME)
                            .toString()));
        }
        awaitRecord(topics.decisions(), "irrelevant-1");
        awaitRecord(topics.alerts(), "relevant-1");
    }

    private static ConsumerRecord<byte[], byte[]> awaitRecord(String topic, String content) {
        return await().atMost(LIMIT)
                .until(
                        () -> Kafka.records(broker.bootstrapServers(), topic).stream()
                                .filter(record -> record.value() != null)
                                .filter(record -> new String(record.value(), StandardCharsets.UTF_8).contains(content))
                                .findFirst(),
                        Optional::isPresent)
                .orElseThrow();
    }

    private static String header(ConsumerRecord<byte[], byte[]> record, String name) {
        Header header = record.headers().lastHeader(name);
        return header == null ? "" : new String(header.value(), StandardCharsets.UTF_8);
    }
}
