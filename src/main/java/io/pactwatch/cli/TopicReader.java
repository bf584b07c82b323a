package io.pactwatch.cli;

import io.pactwatch.config.MonitorConfig;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.WakeupException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/**
 * Reads committed messages of topics without a consumer group, so that it disturbs nobody. For one thread, save {@link
 * #stop}.
 */
final class TopicReader implements AutoCloseable {
    private static final Duration POLL = Duration.ofMillis(200);

    private final KafkaConsumer<byte[], byte[]> consumer;
    private final List<TopicPartition> partitions;

    private TopicReader(KafkaConsumer<byte[], byte[]> consumer, List<TopicPartition> partitions) {
        this.consumer = consumer;
        this.partitions = partitions;
    }

    /**
     * @param fromBeginning whether to start at the oldest message, else at the present end
     * @throws CommandFailure if the cluster does not answer or a topic is missing
     */
    static TopicReader open(MonitorConfig config, Collection<String> topics, boolean fromBeginning) {
        List<TopicPartition> partitions = Brokers.partitions(config, topics);
        Map<String, Object> properties = Brokers.client(config);
        properties.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
        properties.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        properties.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
        KafkaConsumer<byte[], byte[]> consumer =
                new KafkaConsumer<>(properties, new ByteArrayDeserializer(), new ByteArrayDeserializer());
        consumer.assign(partitions);
        if (fromBeginning) {
            consumer.seekToBeginning(partitions);
        } else {
            consumer.seekToEnd(partitions);
            partitions.forEach(consumer::position);
        }
        return new TopicReader(consumer, partitions);
    }

    /** Hands over what is there now, and returns. */
    void readToEnd(Consumer<ConsumerRecord<byte[], byte[]>> sink) {
        Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
        while (ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
            consumer.poll(POLL).forEach(record -> {
                if (record.offset() < ends.get(new TopicPartition(record.topic(), record.partition()))) {
                    sink.accept(record);
                }
            });
        }
    }

    /**
     * Hands over what comes, until {@link #stop} is called or the sink has had enough.
     *
     * @param goOn asked after every poll
     */
    void follow(Consumer<ConsumerRecord<byte[], byte[]>> sink, BooleanSupplier goOn) {
        try {
            while (goOn.getAsBoolean()) {
                consumer.poll(POLL).forEach(sink);
            }
        } catch (WakeupException e) {
            return;
        }
    }

    /** Ends {@link #follow}, from another thread. */
    void stop() {
        consumer.wakeup();
    }

    @Override
    public void close() {
        consumer.close();
    }
}
