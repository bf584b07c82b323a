package io.pactwatch.delivery;

import io.pactwatch.metrics.DeliveryMetrics;
import java.time.Clock;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.CommitFailedException;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRebalanceListener;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.RebalanceInProgressException;
import org.apache.kafka.common.errors.RetriableException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The place of one target in the alerts topic: what it has still to get, and what it has had. For one thread. */
final class AlertConsumer implements AutoCloseable, ConsumerRebalanceListener {
    private static final Logger LOG = LoggerFactory.getLogger(AlertConsumer.class);
    private static final Duration ASK = Duration.ofSeconds(5);
    private static final Duration BETWEEN_COMMITS = Duration.ofSeconds(1);
    private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(5);

    /** Largest number of alerts in memory: with messages of the largest size, 50 MB. */
    private static final int MOST_RECORDS = 50;

    private final Source source;
    private final KafkaConsumer<byte[], byte[]> consumer;
    private final Output output;
    private final DeliveryMetrics metrics;
    private final Clock clock;
    private final Backlog backlog = new Backlog();
    private long lastCommit = System.nanoTime();
    private long lastLook = System.nanoTime();

    /**
     * What is read.
     *
     * @param client properties of every client of the cluster
     * @param group consumer group
     * @param fromBeginning where a group starts that has no offsets yet
     */
    record Source(Map<String, Object> client, String topic, String group, boolean fromBeginning) {
        /** Gives a group that is new its place now: what comes from now on will be delivered, whenever it is read. */
        void fix() {
            try (KafkaConsumer<byte[], byte[]> consumer = consumer(true)) {
                List<TopicPartition> partitions = consumer.partitionsFor(topic).stream()
                        .map(info -> new TopicPartition(topic, info.partition()))
                        .toList();
                consumer.assign(partitions);
                fix(consumer, partitions);
            } catch (CommitFailedException | RebalanceInProgressException e) {
                LOG.debug("{} has members, which give new partitions their place", group, e);
            }
        }

        /** Moves the consumer to where the partitions go on; one without an offset gets it at once. */
        private void fix(KafkaConsumer<byte[], byte[]> consumer, Collection<TopicPartition> partitions) {
            Map<TopicPartition, OffsetAndMetadata> committed = consumer.committed(new HashSet<>(partitions));
            List<TopicPartition> fresh = partitions.stream()
                    .filter(each -> committed.get(each) == null)
                    .toList();
            if (fresh.isEmpty()) {
                return;
            }
            if (fromBeginning) {
                consumer.seekToBeginning(fresh);
            } else {
                consumer.seekToEnd(fresh);
            }
            consumer.commitSync(fresh.stream()
                    .collect(Collectors.toMap(each -> each, each -> new OffsetAndMetadata(consumer.position(each)))));
        }

        KafkaConsumer<byte[], byte[]> consumer(boolean inGroup) {
            Map<String, Object> settings = new HashMap<>(client);
            settings.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
            settings.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
            settings.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
            settings.put(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, MOST_RECORDS);
            if (inGroup) {
                settings.put(ConsumerConfig.GROUP_ID_CONFIG, group);
                settings.put(ConsumerConfig.SESSION_TIMEOUT_MS_CONFIG, 6_000);
                settings.put(ConsumerConfig.HEARTBEAT_INTERVAL_MS_CONFIG, 2_000);
            }
            return new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer());
        }
    }

    private AlertConsumer(Source source, Output output, DeliveryMetrics metrics, Clock clock) {
        this.source = source;
        this.output = output;
        this.metrics = metrics;
        this.clock = clock;
        consumer = source.consumer(true);
    }

    static AlertConsumer open(Source source, Output output, DeliveryMetrics metrics, Clock clock) {
        AlertConsumer opened = new AlertConsumer(source, output, metrics, clock);
        opened.consumer.subscribe(List.of(source.topic()), opened);
        return opened;
    }

    /** Keeps the place in the group, and reads more if that is wanted and nothing is left. */
    void poll(Duration wait, boolean more) {
        if (more && backlog.isEmpty()) {
            consumer.resume(consumer.paused());
            backlog.add(consumer.poll(wait));
        } else {
            consumer.pause(consumer.assignment());
            backlog.add(consumer.poll(Duration.ZERO));
        }
        if (System.nanoTime() - lastLook > BETWEEN_LOOKS.toNanos()) {
            look();
        }
    }

    boolean isAssigned() {
        return !consumer.assignment().isEmpty();
    }

    Optional<ConsumerRecord<byte[], byte[]>> first() {
        return backlog.first();
    }

    /** Whether this record is still the next of this instance. */
    boolean isFirst(ConsumerRecord<byte[], byte[]> record) {
        return backlog.first().filter(first -> first == record).isPresent();
    }

    void firstIsDone() {
        backlog.firstIsDone();
    }

    /** Commits once a second, and when there is nothing to do. */
    void commitIfDue(boolean idle) {
        boolean due = System.nanoTime() - lastCommit > BETWEEN_COMMITS.toNanos();
        if (due || idle && backlog.isEmpty()) {
            commit();
        }
    }

    @Override
    public void onPartitionsRevoked(Collection<TopicPartition> partitions) {
        commit();
        onPartitionsLost(partitions);
    }

    @Override
    public void onPartitionsLost(Collection<TopicPartition> partitions) {
        backlog.forget(partitions);
        output.forget(partitions);
    }

    @Override
    public void onPartitionsAssigned(Collection<TopicPartition> partitions) {
        Map<TopicPartition, Long> starts = starts(partitions);
        if (output.remembers() && !starts.isEmpty()) {
            restore(starts);
        }
        look();
    }

    /** Commits what is done and leaves the group. */
    @Override
    public void close() {
        try {
            commit();
        } finally {
            consumer.close();
        }
    }

    private Map<TopicPartition, Long> starts(Collection<TopicPartition> partitions) {
        source.fix(consumer, partitions);
        return partitions.stream().collect(Collectors.toMap(each -> each, consumer::position));
    }

    /** Reads what lies before the starts; the topic is compacted, so that is about one message for each alert. */
    private void restore(Map<TopicPartition, Long> starts) {
        try (KafkaConsumer<byte[], byte[]> earlier = source.consumer(false)) {
            earlier.assign(starts.keySet());
            earlier.seekToBeginning(starts.keySet());
            while (starts.entrySet().stream().anyMatch(start -> earlier.position(start.getKey()) < start.getValue())) {
                for (ConsumerRecord<byte[], byte[]> record : earlier.poll(ASK)) {
                    if (record.offset() < starts.get(Backlog.partition(record))) {
                        restore(record);
                    }
                }
            }
        }
    }

    private void restore(ConsumerRecord<byte[], byte[]> record) {
        try {
            output.restore(AlertMessage.of(record), clock.instant());
        } catch (IllegalArgumentException e) {
            LOG.debug("{}, partition {}, offset {} is no alert", record.topic(), record.partition(), record.offset());
        }
    }

    private void commit() {
        lastCommit = System.nanoTime();
        Map<TopicPartition, OffsetAndMetadata> done = backlog.done();
        if (done.isEmpty()) {
            return;
        }
        try {
            consumer.commitSync(done, ASK);
            backlog.committed();
        } catch (RetriableException | CommitFailedException | RebalanceInProgressException e) {
            LOG.debug("offsets of {} are committed later", source.group(), e);
        }
    }

    private void look() {
        lastLook = System.nanoTime();
        try {
            metrics.pending(backlog.pending(consumer, ASK));
        } catch (RetriableException e) {
            LOG.debug("the end of {} is not known", source.topic(), e);
        }
    }
}
