package io.pactwatch.topology;

import static org.assertj.core.api.Assertions.assertThat;

import io.pactwatch.alert.Alert;
import io.pactwatch.alert.AlertStatus;
import io.pactwatch.analysis.ArticleAnalyzer;
import io.pactwatch.config.MonitorConfig;
import io.pactwatch.metrics.MonitorMetrics;
import io.pactwatch.serde.Json;
import io.pactwatch.testing.Messages;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.TestInputTopic;
import org.apache.kafka.streams.TestOutputTopic;
import org.apache.kafka.streams.TopologyTestDriver;
import org.apache.kafka.streams.test.TestRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Events whose CloudEvents attributes are in headers, through the whole topology. */
class CloudEventInputTest {
    private static final String DATA =
            """
            {"partnership":"acme-globex","claims":[{"term":"MERGER","status":"new","stage":"filed","evidence":"the boards agreed"}]}""";

    @TempDir
    Path state;

    private TopologyTestDriver driver;
    private TestInputTopic<byte[], byte[]> events;
    private TestOutputTopic<byte[], byte[]> alerts;
    private TestOutputTopic<byte[], byte[]> deadLetters;

    @BeforeEach
    void start() {
        MonitorConfig config =
                MonitorConfig.DEFAULTS.withStream(new MonitorConfig.Stream(1, Duration.ofMillis(100), state, ""));
        Properties settings = StreamSettings.of(config, MonitorMetrics.NONE);
        settings.put(StreamsConfig.PROCESSING_GUARANTEE_CONFIG, StreamsConfig.AT_LEAST_ONCE);
        MonitorTopology topology = new MonitorTopology(
                config, ArticleAnalyzer.forWatchlist(List.of()).catalogue(), MonitorMetrics.NONE, Clock.systemUTC());
        driver = new TopologyTestDriver(topology.build(), settings);
        Topics topics = Topics.of(config);
        events = driver.createInputTopic(topics.events(), new ByteArraySerializer(), new ByteArraySerializer());
        alerts = driver.createOutputTopic(topics.alerts(), new ByteArrayDeserializer(), new ByteArrayDeserializer());
        deadLetters = driver.createOutputTopic(
                topics.deadLetters(), new ByteArrayDeserializer(), new ByteArrayDeserializer());
        driver.createInputTopic(topics.watchlist(), new ByteArraySerializer(), new ByteArraySerializer())
                .pipeInput(bytes("acme-globex"), Json.bytes(Messages.partnership("acme", "globex")));
    }

    @AfterEach
    void stop() {
        driver.close();
    }

    @Test
    void attributesInHeadersAreThoseOfTheEventAndTheTraceGoesOn() {
        String trace = "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01";
        send(Map.of(
                "ce_specversion", "1.0",
                "ce_id", "17",
                "ce_source", "/filings",
                "ce_type", "com.example.filing",
                "ce_time", "2025-03-03T10:00:00Z",
                "traceparent", trace));

        TestRecord<byte[], byte[]> alert = alerts.readRecord();

        Alert read = Json.read(alert.value(), Alert.class);
        assertThat(read.publishedAt()).isEqualTo(Messages.TIME);
        assertThat(read.evidence().get(0).articleId()).isEqualTo("/filings#17");
        assertThat(read.evidence().get(0).source()).contains("/filings");
        assertThat(header(alert, "ce_source")).isEqualTo("/partnerships/acme-globex");
        assertThat(header(alert, "traceparent")).isEqualTo(trace);
    }

    @Test
    void anAlertThatHasWaitedGoesOnWithTheTraceOfItsOwnInput() {
        String own = "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01";
        talks("1", "2025-03-03T10:00:00Z", "IP_LICENSE", "first");
        talks("2", "2025-03-03T11:00:00Z", "IP_LICENSE", own);
        talks("3", "2025-03-05T10:00:00Z", "MERGER", "00-11111111111111111111111111111111-b7ad6b7169203331-01");

        List<TestRecord<byte[], byte[]>> published = alerts.readRecordsToList();

        assertThat(published).hasSize(3);
        assertThat(Json.read(published.get(1).value(), Alert.class).status()).isEqualTo(AlertStatus.UPDATED);
        assertThat(header(published.get(1), "traceparent")).isEqualTo(own);
    }

    @Test
    void anArticleUnderEmbargoGoesOnWithItsOwnTrace() {
        String own = "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01";
        Instant until = Instant.now().plus(Duration.ofHours(1));
        TestInputTopic<byte[], byte[]> articles = driver.createInputTopic(
                Topics.of(MonitorConfig.DEFAULTS).articles(), new ByteArraySerializer(), new ByteArraySerializer());
        byte[] article = Messages.bytes(Messages.article("a1", Messages.investment("Acme", "Globex", 3))
                .put("embargoedUntil", until.toString()));
        articles.pipeInput(new TestRecord<>(bytes("key"), article, new RecordHeaders().add("traceparent", bytes(own))));

        driver.advanceWallClockTime(Duration.ofMinutes(61));

        assertThat(header(alerts.readRecord(), "traceparent")).isEqualTo(own);
    }

    @Test
    void anIncompleteEnvelopeIsADeadLetterThatNamesTheHeader() {
        send(Map.of("ce_specversion", "1.0", "ce_id", "17"));

        assertThat(header(deadLetters.readRecord(), DeadLetterHandler.HEADER + "message"))
                .isEqualTo("ce_source (header): missing");
        assertThat(alerts.isEmpty()).isTrue();
    }

    private void talks(String id, String time, String term, String trace) {
        RecordHeaders headers = new RecordHeaders();
        Map.of(
                        "ce_specversion",
                        "1.0",
                        "ce_id",
                        id,
                        "ce_source",
                        "/wire/" + id,
                        "ce_type",
                        "com.example.talks",
                        "ce_time",
                        time,
                        "traceparent",
                        trace)
                .forEach((name, value) -> headers.add(name, bytes(value)));
        String data = DATA.replace("MERGER", term).replace("new", "negotiating").replace("filed", "in_talks");
        events.pipeInput(new TestRecord<>(bytes("key"), bytes(data), headers));
    }

    private void send(Map<String, String> attributes) {
        RecordHeaders headers = new RecordHeaders();
        attributes.forEach((name, value) -> headers.add(name, bytes(value)));
        events.pipeInput(new TestRecord<>(bytes("key"), bytes(DATA), headers));
    }

    private static String header(TestRecord<byte[], byte[]> record, String name) {
        return new String(record.headers().lastHeader(name).value(), StandardCharsets.UTF_8);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
