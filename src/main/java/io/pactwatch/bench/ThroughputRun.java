package io.pactwatch.bench;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.Topology;

/**
 * Lets a topology work off a topic that is already full. The rate is taken from the committed offsets between one fifth of the
 * records, when the code is warm, and all of them; internal topics must be worked off as well.
 */
final class ThroughputRun {
    private static final Duration LIMIT = Duration.ofMinutes(5);
    private static final double WARM = 0.2;
    private static final long POLL_MILLIS = 20;

    private final Admin admin;

    ThroughputRun(Admin admin) {
        this.admin = admin;
    }

    /** Records of the topic that are worked off per second. */
    double measure(Topology topology, Properties settings, String topic, int records)
            throws InterruptedException, ExecutionException, TimeoutException {
        String group = settings.getProperty(StreamsConfig.APPLICATION_ID_CONFIG);
        try (KafkaStreams streams = new KafkaStreams(topology, settings)) {
            streams.start();
            return awaitEnd(streams, group, topic, records);
        }
    }

    private double awaitEnd(KafkaStreams streams, String group, String topic, int records)
            throws InterruptedException, ExecutionException, TimeoutException {
        long limit = System.nanoTime() + LIMIT.toNanos();
        Optional<Sample> warm = Optional.empty();
        while (System.nanoTime() < limit && !streams.state().hasStartedOrFinishedShuttingDown()) {
            Map<TopicPartition, OffsetAndMetadata> committed = admin.listConsumerGroupOffsets(group)
                    .partitionsToOffsetAndMetadata()
                    .get();
            long done = committed.entrySet().stream()
                    .filter(entry -> entry.getKey().topic().equals(topic))
                    .mapToLong(entry -> entry.getValue().offset())
                    .sum();
            Sample now = new Sample(System.nanoTime(), done);
            if (warm.isEmpty() && done >= WARM * records) {
                warm = Optional.of(now);
            }
            if (done >= records && internalDone(committed)) {
                return warm.orElse(now).rateUntil(System.nanoTime(), records);
            }
            Thread.sleep(POLL_MILLIS);
        }
        throw new TimeoutException("topic " + topic + " was not worked off within " + LIMIT.toMinutes()
                + " minutes; the streams are " + streams.state());
    }

    /** Whether the repartition topics are worked off, but for the marker that ends the last transaction. */
    private boolean internalDone(Map<TopicPartition, OffsetAndMetadata> committed)
            throws InterruptedException, ExecutionException {
        Map<TopicPartition, OffsetSpec> internal = committed.keySet().stream()
                .filter(partition -> partition.topic().endsWith("-repartition"))
                .collect(Collectors.toMap(partition -> partition, partition -> OffsetSpec.latest()));
        for (var end : admin.listOffsets(internal).all().get().entrySet()) {
            if (committed.get(end.getKey()).offset() + 1 < end.getValue().offset()) {
                return false;
            }
        }
        return true;
    }

    private record Sample(long nanos, long done) {
        double rateUntil(long endNanos, long records) {
            return (records - done) / ((endNanos - nanos) / 1e9);
        }
    }
}
