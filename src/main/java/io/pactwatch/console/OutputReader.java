package io.pactwatch.console;

import io.pactwatch.alert.Alert;
import io.pactwatch.analysis.Decision;
import io.pactwatch.config.MonitorConfig;
import io.pactwatch.serde.WatchlistReader;
import io.pactwatch.signal.LedgerLine;
import io.pactwatch.signal.SentimentPoint;
import io.pactwatch.topology.Topics;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads the committed messages of the output topics and of the watchlist into a view, in a thread of its own and without
 * a consumer group, so that every instance sees everything. Reads on after an outage, from the beginning. Partitions that
 * are added while it runs are read after a restart. Thread-safe.
 */
public final class OutputReader implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(OutputReader.class);
    private static final Duration POLL = Duration.ofMillis(200);
    private static final long RETRY_SECONDS = 10;
    private static final long STOP_MILLIS = 5_000;

    private final MonitorConfig config;
    private final Topics topics;
    private final OutputView view;
    private final CountDownLatch stop = new CountDownLatch(1);
    private final Thread thread = new Thread(this::run, "console-output-reader");

    private OutputReader(MonitorConfig config, OutputView view) {
        this.config = config;
        this.topics = Topics.of(config);
        this.view = view;
        thread.setDaemon(true);
    }

    /** Starts to read; the topics should exist. */
    public static OutputReader start(MonitorConfig config, OutputView view) {
        OutputReader reader = new OutputReader(config, view);
        reader.thread.start();
        return reader;
    }

    /** Stops within five seconds. Idempotent. */
    @Override
    public void close() {
        stop.countDown();
        try {
            thread.join(STOP_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void run() {
        try {
            do {
                try (Consumer<byte[], byte[]> consumer = open()) {
                    follow(consumer);
                } catch (RuntimeException e) {
                    LOG.warn(
                            "console: output topics cannot be read ({}); tries again in {} s",
                            e.toString(),
                            RETRY_SECONDS);
                }
            } while (!stop.await(RETRY_SECONDS, TimeUnit.SECONDS));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private Consumer<byte[], byte[]> open() {
        Map<String, Object> properties = new HashMap<>(config.kafka());
        properties.put(ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG, config.bootstrapServers());
        properties.put(ConsumerConfig.CLIENT_ID_CONFIG, config.applicationId() + "-console");
        properties.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
        properties.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        properties.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
        return new KafkaConsumer<>(properties, new ByteArrayDeserializer(), new ByteArrayDeserializer());
    }

    private void follow(Consumer<byte[], byte[]> consumer) {
        List<TopicPartition> partitions = List.of(
                        topics.watchlist(), topics.alerts(), topics.ledger(), topics.sentiment(), topics.decisions())
                .stream()
                .flatMap(topic -> consumer.partitionsFor(topic).stream()
                        .map(partition -> new TopicPartition(topic, partition.partition())))
                .toList();
        consumer.assign(partitions);
        consumer.seekToBeginning(partitions);
        Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
        seekToRecentDecisions(consumer, ends);
        view.clearDecisions();
        boolean complete = false;
        while (stop.getCount() > 0) {
            consumer.poll(POLL).forEach(this::enter);
            if (!complete
                    && ends.entrySet().stream().allMatch(end -> consumer.position(end.getKey()) >= end.getValue())) {
                complete = true;
                view.complete();
            }
        }
    }

    /** Of decisions, which are many, only as many are read as the view keeps. */
    private void seekToRecentDecisions(Consumer<byte[], byte[]> consumer, Map<TopicPartition, Long> ends) {
        List<TopicPartition> decisions = ends.keySet().stream()
                .filter(partition -> partition.topic().equals(topics.decisions()))
                .toList();
        consumer.beginningOffsets(decisions)
                .forEach((partition, beginning) ->
                        consumer.seek(partition, Math.max(beginning, ends.get(partition) - OutputView.MAX_DECISIONS)));
    }

    private void enter(ConsumerRecord<byte[], byte[]> record) {
        if (record.key() == null) {
            return;
        }
        String key = new String(record.key(), StandardCharsets.UTF_8);
        try {
            if (record.value() == null) {
                remove(record.topic(), key);
            } else {
                enter(record.topic(), record.value());
            }
        } catch (RuntimeException e) {
            // Whatever is wrong with one message must not keep the others from being shown.
            LOG.warn(
                    "console: message of topic {}, partition {}, offset {} is not shown: it cannot be read",
                    record.topic(),
                    record.partition(),
                    record.offset());
            LOG.debug("console: reason", e);
        }
    }

    private void enter(String topic, byte[] value) {
        if (topic.equals(topics.alerts())) {
            view.enter(ClippedJson.read(value, Alert.class));
        } else if (topic.equals(topics.ledger())) {
            view.enter(ClippedJson.read(value, LedgerLine.class));
        } else if (topic.equals(topics.sentiment())) {
            view.enter(ClippedJson.read(value, SentimentPoint.class));
        } else if (topic.equals(topics.decisions())) {
            view.enter(ClippedJson.read(value, Decision.class));
        } else {
            view.enter(WatchlistReader.readEntry(value));
        }
    }

    private void remove(String topic, String key) {
        String partnership = key.substring(0, Math.max(0, key.indexOf('|')));
        String rest = key.substring(key.indexOf('|') + 1);
        if (topic.equals(topics.alerts())) {
            view.removeAlert(key);
        } else if (topic.equals(topics.ledger())) {
            view.removeLine(partnership, rest);
        } else if (topic.equals(topics.sentiment())) {
            view.removePoint(partnership, rest);
        } else if (topic.equals(topics.watchlist())) {
            view.removePartnership(key);
        }
    }
}
