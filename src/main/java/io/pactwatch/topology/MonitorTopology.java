package io.pactwatch.topology;

import io.pactwatch.alert.Alert;
import io.pactwatch.alert.AlertPolicy;
import io.pactwatch.alert.AlertRules;
import io.pactwatch.analysis.Decision;
import io.pactwatch.article.Article;
import io.pactwatch.article.PartnershipEvent;
import io.pactwatch.config.MonitorConfig;
import io.pactwatch.config.TermsFile;
import io.pactwatch.contract.TermCatalogue;
import io.pactwatch.metrics.MonitorMetrics;
import io.pactwatch.serde.ArticleReader;
import io.pactwatch.serde.EventReader;
import io.pactwatch.serde.JsonSerde;
import io.pactwatch.signal.LedgerLine;
import io.pactwatch.signal.SentimentPoint;
import io.pactwatch.signal.SentimentShiftDetector;
import io.pactwatch.signal.TermLedger;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.kafka.clients.producer.internals.BuiltInPartitioner;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.StreamsBuilder;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.TopologyConfig;
import org.apache.kafka.streams.kstream.Consumed;
import org.apache.kafka.streams.kstream.KStream;
import org.apache.kafka.streams.kstream.Named;
import org.apache.kafka.streams.kstream.Produced;
import org.apache.kafka.streams.kstream.Repartitioned;

/** The stream: articles and events in, alerts, ledger, sentiment and decisions out. */
public final class MonitorTopology {
    private final MonitorConfig config;
    private final TermCatalogue catalogue;
    private final MonitorMetrics metrics;
    private final Clock clock;
    private final Topics topics;

    /**
     * @param catalogue the contract terms
     * @param clock tells which publication times lie in the future; nothing else depends on it
     */
    public MonitorTopology(MonitorConfig config, TermCatalogue catalogue, MonitorMetrics metrics, Clock clock) {
        this.config = config;
        this.catalogue = catalogue;
        this.metrics = metrics;
        this.clock = clock;
        this.topics = Topics.of(config);
    }

    /** Builds the topology; top to bottom is the way of the data. */
    public Topology build() {
        Properties settings = StreamSettings.of(config, metrics);
        StreamsBuilder builder = new StreamsBuilder(new TopologyConfig(new StreamsConfig(settings)));
        Stores.partitioned().forEach(builder::addStateStore);

        // article
        WatchlistIndex watchlist = new WatchlistIndex(TermsFile.analyzer(config.analysis()));
        builder.addGlobalStore(
                Stores.watchlist(),
                topics.watchlist(),
                Consumed.with(Serdes.String(), Serdes.ByteArray()).withName("article-watchlist"),
                () -> new WatchlistProcessor(watchlist));
        int limit = config.limits().articleBytes();
        KStream<byte[], Article> articles = source(
                builder, topics.articles(), "article-source", (headers, bytes) -> ArticleReader.read(bytes, limit));
        KStream<byte[], PartnershipEvent> events = source(
                builder,
                topics.events(),
                "article-event-source",
                (headers, bytes) -> EventReader.read(headers, bytes, limit));

        // analysis
        KStream<String, Object> read = articles.process(
                        () -> new ArticleProcessor(watchlist, metrics), Named.as("analysis-article"))
                .merge(
                        events.process(() -> new EventProcessor(watchlist, metrics), Named.as("analysis-event")),
                        Named.as("analysis-merge"));
        publish(
                only(read, Decision.class, "analysis-decision"),
                "analysis-decision-sink",
                topics.decisions(),
                Decision.class,
                Decision::inputId);
        KStream<String, Reading> readings = only(read, Reading.class, "analysis-relevant")
                .repartition(Repartitioned.with(Serdes.String(), JsonSerde.of(Reading.class))
                        .withName("analysis-by-partnership")
                        .withStreamPartitioner(MonitorTopology::everywhereIfWithdrawn)
                        .withNumberOfPartitions(config.topics().partitions()));

        // signal
        KStream<String, Object> admissions = readings.process(
                () -> new AdmissionProcessor(config.alert().longestEmbargo(), metrics),
                Named.as("signal-admission"),
                Stores.EMBARGOED,
                Stores.WITHDRAWN);
        publish(
                only(admissions, Decision.class, "signal-decision"),
                "signal-decision-sink",
                topics.decisions(),
                Decision.class,
                Decision::inputId);
        KStream<String, Detection> detections =
                SignalStage.of(only(admissions, Reading.class, "signal-admitted"), config.signal(), catalogue, metrics);

        detections.process(
                () -> new StandingProcessor(
                        watchlist,
                        new TermLedger(catalogue, config.signal()),
                        new SentimentShiftDetector(config.signal()),
                        metrics),
                Named.as("signal-standing"),
                Stores.LEDGER,
                Stores.SENTIMENT,
                Stores.OBSERVATIONS);

        // alert
        AlertPolicy policy = new AlertPolicy(catalogue);
        AlertRules rules = new AlertRules(policy, config.alert());
        KStream<String, Object> outcomes = detections.process(
                () -> new AlertProcessor(policy, rules, metrics),
                Named.as("alert-policy"),
                Stores.ALERTS,
                Stores.CITATIONS,
                Stores.WAITING,
                Stores.PACES);

        publish(
                only(outcomes, Alert.class, "alert-published"),
                "alert-sink",
                topics.alerts(),
                Alert.class,
                alert -> alert.partnership().id());
        publish(
                only(outcomes, Decision.class, "alert-decision"),
                "alert-decision-sink",
                topics.decisions(),
                Decision.class,
                Decision::inputId);
        publish(
                detections
                        .flatMapValues(Detection::lines, Named.as("signal-ledger-lines"))
                        .selectKey((id, line) -> id + "|" + line.key().text(), Named.as("signal-ledger-key")),
                "signal-ledger-sink",
                topics.ledger(),
                LedgerLine.class,
                line -> line.partnership().id());
        detections
                .flatMap(MonitorTopology::points, Named.as("signal-sentiment-points"))
                .to(
                        topics.sentiment(),
                        Produced.with(Serdes.String(), JsonSerde.of(SentimentPoint.class))
                                .withStreamPartitioner((to, key, point, partitions) -> Optional.of(
                                        Set.of(partitionOf(key.substring(0, key.indexOf('|')), partitions))))
                                .withName("signal-sentiment-sink"));
        return builder.build(settings);
    }

    /** The points that have changed; a point that is gone has no value. */
    private static List<KeyValue<String, SentimentPoint>> points(String partnership, Detection detection) {
        List<KeyValue<String, SentimentPoint>> points = new ArrayList<>();
        detection.points().forEach(point -> points.add(KeyValue.pair(partnership + "|" + point.story(), point)));
        detection.gone().forEach(story -> points.add(KeyValue.pair(partnership + "|" + story, null)));
        return points;
    }

    private <T> KStream<byte[], T> source(
            StreamsBuilder builder, String topic, String name, BiFunction<Headers, byte[], T> reader) {
        return builder.stream(
                topic,
                Consumed.with(Serdes.ByteArray(), inputSerde(reader))
                        .withTimestampExtractor(new PublicationTimeExtractor(
                                clock, config.limits().futureTolerance(), metrics))
                        .withName(name));
    }

    /** Inputs are only read; what cannot be read goes to the dead letters with the reader's own reason. */
    private static <T> Serde<T> inputSerde(BiFunction<Headers, byte[], T> reader) {
        Deserializer<T> deserializer = new Deserializer<>() {
            @Override
            public T deserialize(String topic, byte[] bytes) {
                return deserialize(topic, new RecordHeaders(), bytes);
            }

            @Override
            public T deserialize(String topic, Headers headers, byte[] bytes) {
                try {
                    return bytes == null ? null : reader.apply(headers, bytes);
                } catch (RuntimeException e) {
                    throw new SerializationException("input of topic " + topic + " cannot be read", e);
                }
            }
        };
        return Serdes.serdeFrom(
                (topic, value) -> {
                    throw new UnsupportedOperationException("inputs are not written");
                },
                deserializer);
    }

    private static <T> KStream<String, T> only(KStream<String, Object> stream, Class<T> type, String name) {
        return stream.flatMapValues(
                value -> type.isInstance(value) ? List.of(type.cast(value)) : List.of(), Named.as(name));
    }

    /** A withdrawal goes to every partition; any other reading to the one of its partnership. */
    private static Optional<Set<Integer>> everywhereIfWithdrawn(
            String topic, String partnership, Reading reading, int partitions) {
        return Optional.of(
                reading.isWithdrawal()
                        ? IntStream.range(0, partitions).boxed().collect(Collectors.toSet())
                        : Set.of(partitionOf(partnership, partitions)));
    }

    private static int partitionOf(String owner, int partitions) {
        return BuiltInPartitioner.partitionForKey(owner.getBytes(StandardCharsets.UTF_8), partitions);
    }

    /** Writes to a topic; the partition follows from the owner (a partnership or an input), whatever the key. */
    private static <T> void publish(
            KStream<String, T> stream, String name, String topic, Class<T> type, Function<T, String> owner) {
        stream.to(
                topic,
                Produced.with(Serdes.String(), JsonSerde.of(type))
                        .withStreamPartitioner((to, key, value, partitions) ->
                                Optional.of(Set.of(partitionOf(owner.apply(value), partitions))))
                        .withName(name));
    }
}
