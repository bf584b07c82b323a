package io.pactwatch.bench;

import io.pactwatch.analysis.ArticleAnalyzer;
import io.pactwatch.article.Article;
import io.pactwatch.article.Partnership;
import io.pactwatch.config.MonitorConfig;
import io.pactwatch.feed.SampleArticles;
import io.pactwatch.metrics.MonitorMetrics;
import io.pactwatch.topology.MonitorRunner;
import io.pactwatch.topology.MonitorTopology;
import io.pactwatch.topology.StreamSettings;
import io.pactwatch.topology.Topics;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import java.util.function.IntFunction;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.StreamsBuilder;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.kstream.Consumed;
import org.apache.kafka.streams.kstream.Produced;

/**
 * Throughput of the monitor as a share of a pass-through topology, and its latency, all in one run on one machine. Every round
 * takes fresh topics and a fresh application id; the rounds of the three topologies alternate.
 */
public final class Bench {
    /** Partnerships of a large watchlist. */
    static final int MANY = 10_000;

    private static final int LATENCY_PER_SECOND = 200;
    private static final int LATENCY_SECONDS = 30;

    private final Path folder;
    private final Consumer<String> progress;
    private final BenchArticles articles;

    /**
     * @param folder an empty folder for broker and state, left for the caller to delete
     * @param progress takes one line for each step
     */
    public Bench(Path folder, Consumer<String> progress) {
        this.folder = folder;
        this.progress = progress;
        this.articles = new BenchArticles(
                SampleArticles.all().stream()
                        .map(SampleArticles.Sample::article)
                        .filter(article -> article.body().contains("Microsoft")
                                && article.body().contains("OpenAI"))
                        .map(Article::body)
                        .toList(),
                ArticleAnalyzer.forWatchlist(SampleArticles.watchlist()));
    }

    /**
     * Runs everything.
     *
     * @param count articles of a pass-through and an irrelevant round; a relevant round takes a tenth
     * @param rounds how often each topology is measured
     */
    public BenchResult run(int count, int rounds)
            throws IOException, InterruptedException, ExecutionException, TimeoutException {
        List<Double> passThrough = new ArrayList<>();
        List<Double> irrelevant = new ArrayList<>();
        List<Double> relevant = new ArrayList<>();
        List<Double> analysis = new ArrayList<>();
        List<Double> analysisOfMany = new ArrayList<>();
        Partnership first = SampleArticles.watchlist().get(0);
        AnalysisRun reading = new AnalysisRun(articles::irrelevant);
        for (int round = 1; round <= rounds; round++) {
            progress.accept("round " + round + " of " + rounds + ": analysis alone");
            analysis.add(reading.measure(first, 1));
            analysisOfMany.add(reading.measure(first, MANY));
        }
        progress.accept("starting a broker in a process of its own");
        try (BrokerProcess broker = BrokerProcess.start(folder.resolve("broker"));
                Admin admin = Admin.create(Map.of("bootstrap.servers", broker.bootstrapServers()))) {
            ThroughputRun throughput = new ThroughputRun(admin);
            for (int round = 1; round <= rounds; round++) {
                progress.accept("round " + round + " of " + rounds + ": pass-through");
                passThrough.add(passThrough(admin, throughput, config(broker, "copy-" + round + "."), count));
                progress.accept("round " + round + " of " + rounds + ": irrelevant articles");
                irrelevant.add(
                        monitor(throughput, config(broker, "irrelevant-" + round + "."), articles::irrelevant, count));
                progress.accept("round " + round + " of " + rounds + ": relevant articles");
                relevant.add(
                        monitor(throughput, config(broker, "relevant-" + round + "."), articles::relevant, count / 10));
            }
            progress.accept("latency at " + LATENCY_PER_SECOND + " articles/s for " + LATENCY_SECONDS + " s");
            List<Double> latencies = latency(config(broker, "latency."));
            return new BenchResult(
                    machine(),
                    count,
                    articles.irrelevant(0).length,
                    passThrough,
                    irrelevant,
                    relevant,
                    analysis,
                    analysisOfMany,
                    LATENCY_PER_SECOND,
                    latencies.size(),
                    BenchResult.percentile(latencies, 0.5),
                    BenchResult.percentile(latencies, 0.99));
        }
    }

    private double passThrough(Admin admin, ThroughputRun throughput, MonitorConfig config, int count)
            throws InterruptedException, ExecutionException, TimeoutException {
        Topics topics = Topics.of(config);
        admin.createTopics(List.of(
                        new NewTopic(topics.articles(), config.topics().partitions(), (short) 1),
                        new NewTopic(topics.decisions(), config.topics().partitions(), (short) 1),
                        new NewTopic(topics.deadLetters(), 1, (short) 1)))
                .all()
                .get();
        fill(config, articles::irrelevant, count);
        Properties settings = StreamSettings.of(config, MonitorMetrics.NONE);
        StreamsBuilder builder = new StreamsBuilder();
        builder.stream(
                        topics.articles(),
                        Consumed.with(Serdes.ByteArray(), Serdes.ByteArray()).withName("copy-source"))
                .to(
                        topics.decisions(),
                        Produced.with(Serdes.ByteArray(), Serdes.ByteArray()).withName("copy-sink"));
        return throughput.measure(builder.build(), settings, topics.articles(), count);
    }

    private double monitor(ThroughputRun throughput, MonitorConfig config, IntFunction<byte[]> messages, int count)
            throws InterruptedException, ExecutionException, TimeoutException {
        MonitorRunner.prepare(config, SampleArticles.watchlist());
        fill(config, messages, count);
        Properties settings = StreamSettings.of(config, MonitorMetrics.NONE);
        Topology topology = new MonitorTopology(
                        config,
                        ArticleAnalyzer.forWatchlist(List.of()).catalogue(),
                        MonitorMetrics.NONE,
                        Clock.systemUTC())
                .build();
        return throughput.measure(topology, settings, Topics.of(config).articles(), count);
    }

    private List<Double> latency(MonitorConfig config) throws InterruptedException {
        try (MonitorRunner runner =
                MonitorRunner.start(config, SampleArticles.watchlist(), MonitorMetrics.NONE, streams -> {})) {
            runner.awaitRunning(Duration.ofMinutes(1));
            return new LatencyRun(config)
                    .measure(articles::relevant, LATENCY_PER_SECOND, LATENCY_PER_SECOND * LATENCY_SECONDS);
        }
    }

    private static void fill(MonitorConfig config, IntFunction<byte[]> messages, int count) {
        // Not idempotent: a batch that is refused while the topic is young brings an idempotent producer out of order
        // for ever.
        Map<String, Object> settings = Map.of(
                "bootstrap.servers",
                config.bootstrapServers(),
                "batch.size",
                131_072,
                "linger.ms",
                20,
                "enable.idempotence",
                false);
        String topic = Topics.of(config).articles();
        try (var producer = new KafkaProducer<>(settings, new ByteArraySerializer(), new ByteArraySerializer())) {
            for (int i = 0; i < count; i++) {
                byte[] key = BenchArticles.id(i).getBytes(StandardCharsets.UTF_8);
                producer.send(new ProducerRecord<>(topic, key, messages.apply(i)));
            }
        }
    }

    private MonitorConfig config(BrokerProcess broker, String name) {
        MonitorConfig defaults = MonitorConfig.DEFAULTS;
        MonitorConfig.Stream stream = defaults.stream();
        return defaults.withBootstrapServers(broker.bootstrapServers())
                .withApplicationId(name + "monitor")
                .withTopics(new MonitorConfig.Topics(name, defaults.topics().partitions(), (short) 1))
                .withStream(new MonitorConfig.Stream(
                        stream.threads(), stream.commitInterval(), folder.resolve(name + "state"), ""));
    }

    private static String machine() {
        return Runtime.getRuntime().availableProcessors() + " processors, Java "
                + System.getProperty("java.version") + ", " + System.getProperty("os.name") + " "
                + System.getProperty("os.arch");
    }
}
