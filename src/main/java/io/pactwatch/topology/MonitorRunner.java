package io.pactwatch.topology;

import io.pactwatch.article.Partnership;
import io.pactwatch.config.MonitorConfig;
import io.pactwatch.config.TermsFile;
import io.pactwatch.metrics.MonitorMetrics;
import io.pactwatch.serde.Json;
import java.time.Clock;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.apache.kafka.clients.CommonClientConfigs;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.errors.StreamsUncaughtExceptionHandler.StreamThreadExceptionResponse;

/** A running monitor. Thread-safe. */
public final class MonitorRunner implements AutoCloseable {
    private static final Duration CLOSE_TIMEOUT = Duration.ofSeconds(10);

    private final KafkaStreams streams;
    private final CountDownLatch started = new CountDownLatch(1);
    private final CountDownLatch stopped = new CountDownLatch(1);
    private final AtomicReference<Throwable> failure = new AtomicReference<>();

    private MonitorRunner(KafkaStreams streams) {
        this.streams = streams;
        streams.setStateListener((now, before) -> stateChanged(now));
        streams.setUncaughtExceptionHandler(error -> {
            failure.compareAndSet(null, error);
            return StreamThreadExceptionResponse.SHUTDOWN_CLIENT;
        });
    }

    /**
     * Creates missing topics, publishes the watchlist, and starts the streams. Returns once started, not once running.
     *
     * @param watchlist partnerships to publish to the watchlist topic; those that are there already and are not in this list
     *     stay
     * @param beforeStart sees the streams before they start, to bind metrics
     * @throws TopicMismatchException if a topic exists that does not fit
     * @throws org.apache.kafka.common.KafkaException if the cluster does not answer
     */
    public static MonitorRunner start(
            MonitorConfig config,
            Collection<Partnership> watchlist,
            MonitorMetrics metrics,
            Consumer<KafkaStreams> beforeStart) {
        prepare(config, watchlist);
        MonitorTopology topology =
                new MonitorTopology(config, TermsFile.catalogue(config.analysis()), metrics, Clock.systemUTC());
        KafkaStreams streams = new KafkaStreams(topology.build(), StreamSettings.of(config, metrics));
        MonitorRunner runner = new MonitorRunner(streams);
        beforeStart.accept(streams);
        streams.start();
        return runner;
    }

    /**
     * Creates missing topics and publishes the watchlist, without running anything.
     *
     * @throws TopicMismatchException if a topic exists that does not fit
     */
    public static void prepare(MonitorConfig config, Collection<Partnership> watchlist) {
        try (Admin admin = Admin.create(clientSettings(config))) {
            new TopicAdmin(admin).ensure(config);
        }
        publish(watchlist, config);
    }

    /** State of the streams. */
    public KafkaStreams.State state() {
        return streams.state();
    }

    /** Waits until the streams run; false if they do not within the time or have failed. */
    public boolean awaitRunning(Duration timeout) throws InterruptedException {
        return started.await(timeout.toMillis(), TimeUnit.MILLISECONDS)
                && failure().isEmpty();
    }

    /** Waits until the streams stop, by {@link #close} or by failure. */
    public void awaitStop() throws InterruptedException {
        stopped.await();
    }

    /** What stopped the streams, if they failed. */
    public Optional<Throwable> failure() {
        return Optional.ofNullable(failure.get());
    }

    /** Stops the streams within ten seconds. Idempotent. */
    @Override
    public void close() {
        streams.close(CLOSE_TIMEOUT);
    }

    private void stateChanged(KafkaStreams.State now) {
        if (now == KafkaStreams.State.RUNNING) {
            started.countDown();
        }
        if (now == KafkaStreams.State.ERROR || now == KafkaStreams.State.NOT_RUNNING) {
            started.countDown();
            stopped.countDown();
        }
    }

    private static void publish(Collection<Partnership> watchlist, MonitorConfig config) {
        if (watchlist.isEmpty()) {
            return;
        }
        Map<String, Object> settings = clientSettings(config);
        settings.put(ProducerConfig.ACKS_CONFIG, "all");
        String topic = Topics.of(config).watchlist();
        try (KafkaProducer<String, byte[]> producer =
                new KafkaProducer<>(settings, new StringSerializer(), new ByteArraySerializer())) {
            for (Partnership partnership : watchlist) {
                producer.send(new ProducerRecord<>(topic, partnership.id(), Json.bytes(partnership)));
            }
            producer.flush();
        }
    }

    private static Map<String, Object> clientSettings(MonitorConfig config) {
        Map<String, Object> settings = new HashMap<>(config.kafka());
        settings.put(CommonClientConfigs.BOOTSTRAP_SERVERS_CONFIG, config.bootstrapServers());
        return settings;
    }
}
