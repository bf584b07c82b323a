package io.pactwatch.topology;

import io.pactwatch.analysis.ArticleAnalysis;
import io.pactwatch.config.MonitorConfig;
import io.pactwatch.contract.TermCatalogue;
import io.pactwatch.metrics.MonitorMetrics;
import io.pactwatch.serde.Json;
import io.pactwatch.serde.JsonSerde;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.StreamsBuilder;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.TestInputTopic;
import org.apache.kafka.streams.TopologyTestDriver;
import org.apache.kafka.streams.kstream.Consumed;
import org.apache.kafka.streams.kstream.KStream;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.StoreBuilder;

/** The signal stage alone, with its stores on disk and without a broker, to measure what it costs. Not thread-safe. */
public final class SignalTrial implements AutoCloseable {
    private static final String TOPIC = "analyses";

    private final Path folder;
    private final TopologyTestDriver driver;
    private final TestInputTopic<String, Reading> input;
    private long signals;

    public SignalTrial(MonitorConfig config, TermCatalogue catalogue) {
        this(config, Optional.of(catalogue));
    }

    /** The same stores without the stage: what the driver costs, which commits all of them after each record. */
    public static SignalTrial withoutStage(MonitorConfig config) {
        return new SignalTrial(config, Optional.empty());
    }

    private SignalTrial(MonitorConfig config, Optional<TermCatalogue> stage) {
        try {
            folder = Files.createTempDirectory("pactwatch-signals");
        } catch (IOException e) {
            throw new UncheckedIOException("temporary folder: cannot be made", e);
        }
        MonitorConfig.Stream stream = config.stream();
        MonitorConfig local =
                config.withStream(new MonitorConfig.Stream(1, stream.commitInterval(), folder, stream.instanceId()));
        StreamsBuilder builder = new StreamsBuilder();
        KStream<String, Reading> readings = builder.stream(
                TOPIC,
                Consumed.with(Serdes.String(), JsonSerde.of(Reading.class)).withName("analyses"));
        Stores.signal().forEach(builder::addStateStore);
        stage.ifPresentOrElse(
                catalogue -> {
                    SignalStage.of(readings, config.signal(), catalogue, MonitorMetrics.NONE)
                            .foreach((partnership, detection) ->
                                    signals += detection.signals().size());
                },
                () -> readings.process(
                        () -> record -> signals++,
                        Stores.signal().stream().map(StoreBuilder::name).toArray(String[]::new)));
        Properties settings = StreamSettings.of(local, MonitorMetrics.NONE);
        settings.put(StreamsConfig.PROCESSING_GUARANTEE_CONFIG, StreamsConfig.AT_LEAST_ONCE);
        settings.put(StreamsConfig.ENSURE_EXPLICIT_INTERNAL_RESOURCE_NAMING_CONFIG, false);
        driver = new TopologyTestDriver(builder.build(), settings);
        input = driver.createInputTopic(
                TOPIC, new StringSerializer(), JsonSerde.of(Reading.class).serializer());
    }

    /** Reads one analysis. */
    public void read(ArticleAnalysis analysis) {
        input.pipeInput(analysis.partnership().id(), Reading.of(analysis, Optional.empty()), analysis.publishedAt());
    }

    /** Signals told so far. */
    public long signals() {
        return signals;
    }

    /** Bytes of the values in each store. */
    public Map<String, Long> storedBytes() {
        Map<String, Long> bytes = new TreeMap<>();
        driver.getAllStateStores().forEach((name, store) -> {
            KeyValueStore<String, Object> values = driver.getKeyValueStore(name);
            try (KeyValueIterator<String, Object> all = values.all()) {
                long sum = 0;
                while (all.hasNext()) {
                    KeyValue<String, Object> entry = all.next();
                    byte[] value = entry.value instanceof byte[] stored ? stored : Json.bytes(entry.value);
                    sum += entry.key.length() + value.length;
                }
                bytes.put(name, sum);
            }
        });
        return bytes;
    }

    @Override
    public void close() {
        driver.close();
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
