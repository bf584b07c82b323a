package io.pactwatch.topology;

import io.pactwatch.alert.Alert;
import io.pactwatch.analysis.Decision;
import io.pactwatch.article.Partnership;
import io.pactwatch.config.MonitorConfig;
import io.pactwatch.config.TermsFile;
import io.pactwatch.metrics.MonitorMetrics;
import io.pactwatch.serde.Json;
import io.pactwatch.signal.LedgerLine;
import io.pactwatch.signal.SentimentPoint;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Collection;
import java.util.Comparator;
import java.util.Objects;
import java.util.Properties;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.TestInputTopic;
import org.apache.kafka.streams.TestOutputTopic;
import org.apache.kafka.streams.TopologyTestDriver;
import org.apache.kafka.streams.test.TestRecord;

/** The live topology over a sequence of messages, without a broker. Not thread-safe. */
public final class Backtest implements AutoCloseable {
    private final Path stateDirectory;
    private final TopologyTestDriver driver;
    private final TestInputTopic<byte[], byte[]> articles;
    private final TestInputTopic<byte[], byte[]> events;
    private final TestOutputTopic<byte[], byte[]> alerts;
    private final TestOutputTopic<byte[], byte[]> ledger;
    private final TestOutputTopic<byte[], byte[]> sentiment;
    private final TestOutputTopic<byte[], byte[]> decisions;
    private final TestOutputTopic<byte[], byte[]> deadLetters;

    public Backtest(MonitorConfig config, Collection<Partnership> watchlist) {
        stateDirectory = temporaryFolder();
        MonitorConfig.Stream stream = config.stream();
        MonitorConfig local = config.withStream(
                new MonitorConfig.Stream(1, stream.commitInterval(), stateDirectory, stream.instanceId()));
        MonitorTopology topology = new MonitorTopology(
                local, TermsFile.catalogue(local.analysis()), MonitorMetrics.NONE, Clock.systemUTC());
        Properties settings = StreamSettings.of(local, MonitorMetrics.NONE);
        // There is no broker to commit to; within a transaction the driver drops dead letters of unreadable records.
        settings.put(StreamsConfig.PROCESSING_GUARANTEE_CONFIG, StreamsConfig.AT_LEAST_ONCE);
        driver = new TopologyTestDriver(topology.build(), settings);
        Topics topics = Topics.of(local);
        articles = input(topics.articles());
        events = input(topics.events());
        alerts = output(topics.alerts());
        ledger = output(topics.ledger());
        sentiment = output(topics.sentiment());
        decisions = output(topics.decisions());
        deadLetters = output(topics.deadLetters());
        TestInputTopic<String, byte[]> entries =
                driver.createInputTopic(topics.watchlist(), new StringSerializer(), new ByteArraySerializer());
        watchlist.forEach(partnership -> entries.pipeInput(partnership.id(), Json.bytes(partnership)));
    }

    /** Sends one message of the articles topic and hands every output message that it causes to the sink, in order. */
    public void article(byte[] message, Sink sink) {
        articles.pipeInput(message);
        drain(sink);
    }

    /** Sends one message of the events topic. */
    public void event(byte[] message, Sink sink) {
        events.pipeInput(message);
        drain(sink);
    }

    /** Lets the clock of the monitor run on, so that what waits or is held for that long is released. */
    public void advance(Duration time, Sink sink) {
        driver.advanceWallClockTime(time);
        drain(sink);
    }

    @Override
    public void close() {
        driver.close();
        try (Stream<Path> files = Files.walk(stateDirectory)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void drain(Sink sink) {
        alerts.readValuesToList().forEach(json -> sink.alerts().accept(Json.read(json, Alert.class)));
        ledger.readValuesToList().forEach(json -> sink.ledger().accept(Json.read(json, LedgerLine.class)));
        sentiment.readValuesToList().stream().filter(Objects::nonNull).forEach(json -> sink.sentiment()
                .accept(Json.read(json, SentimentPoint.class)));
        decisions.readValuesToList().forEach(json -> sink.decisions().accept(Json.read(json, Decision.class)));
        deadLetters.readRecordsToList().forEach(record -> sink.deadLetters().accept(DeadLetter.of(record)));
    }

    private TestInputTopic<byte[], byte[]> input(String topic) {
        return driver.createInputTopic(topic, new ByteArraySerializer(), new ByteArraySerializer());
    }

    private TestOutputTopic<byte[], byte[]> output(String topic) {
        return driver.createOutputTopic(topic, new ByteArrayDeserializer(), new ByteArrayDeserializer());
    }

    private static Path temporaryFolder() {
        try {
            return Files.createTempDirectory("pactwatch-backtest");
        } catch (IOException e) {
            throw new UncheckedIOException("temporary folder: cannot be made", e);
        }
    }

    /** Takes the output messages. */
    public record Sink(
            Consumer<Alert> alerts,
            Consumer<LedgerLine> ledger,
            Consumer<SentimentPoint> sentiment,
            Consumer<Decision> decisions,
            Consumer<DeadLetter> deadLetters) {}

    /**
     * A message that could not be read or processed.
     *
     * @param phase where it failed
     * @param topic topic of the message
     * @param offset offset of the message
     * @param cause why, one line
     */
    public record DeadLetter(String phase, String topic, int partition, long offset, String cause) {
        private static DeadLetter of(TestRecord<byte[], byte[]> record) {
            return new DeadLetter(
                    header(record, "phase"),
                    header(record, "topic"),
                    Integer.parseInt(header(record, "partition")),
                    Long.parseLong(header(record, "offset")),
                    header(record, "message"));
        }

        private static String header(TestRecord<byte[], byte[]> record, String name) {
            return new String(
                    record.headers().lastHeader(DeadLetterHandler.HEADER + name).value(), StandardCharsets.UTF_8);
        }
    }
}
