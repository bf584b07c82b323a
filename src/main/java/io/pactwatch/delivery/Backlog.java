package io.pactwatch.delivery;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;

/**
 * Records that were read and are not done with, and how far each partition is done. Records are done in the order in
 * which they were read. For one thread.
 */
final class Backlog {
    private final Deque<ConsumerRecord<byte[], byte[]>> records = new ArrayDeque<>();
    private final Map<TopicPartition, OffsetAndMetadata> done = new HashMap<>();

    void add(ConsumerRecords<byte[], byte[]> polled) {
        polled.forEach(records::addLast);
    }

    Optional<ConsumerRecord<byte[], byte[]>> first() {
        return Optional.ofNullable(records.peekFirst());
    }

    boolean isEmpty() {
        return records.isEmpty();
    }

    /** The first record need not be read again. */
    void firstIsDone() {
        ConsumerRecord<byte[], byte[]> record = records.removeFirst();
        done.put(partition(record), new OffsetAndMetadata(record.offset() + 1));
    }

    /** What is to be committed. */
    Map<TopicPartition, OffsetAndMetadata> done() {
        return Map.copyOf(done);
    }

    void committed() {
        done.clear();
    }

    /** Drops what belongs to these partitions. */
    void forget(Collection<TopicPartition> partitions) {
        records.removeIf(record -> partitions.contains(partition(record)));
        done.keySet().removeAll(partitions);
    }

    /** Offsets between what is done and the end of the partitions that the consumer has. Asks the broker. */
    long pending(Consumer<byte[], byte[]> consumer, Duration timeout) {
        Map<TopicPartition, Long> next = new HashMap<>();
        records.forEach(record -> next.putIfAbsent(partition(record), record.offset()));
        return consumer.endOffsets(consumer.assignment(), timeout).entrySet().stream()
                .mapToLong(end -> Math.max(
                        0,
                        end.getValue()
                                - Optional.ofNullable(next.get(end.getKey()))
                                        .orElseGet(() -> consumer.position(end.getKey(), timeout))))
                .sum();
    }

    static TopicPartition partition(ConsumerRecord<byte[], byte[]> record) {
        return new TopicPartition(record.topic(), record.partition());
    }
}
