package io.pactwatch.testing;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** Plain Kafka clients for tests. */
public final class Kafka {
    private Kafka() {}

    public static void createTopic(String servers, String topic, int partitions) throws Exception {
        createTopic(servers, new NewTopic(topic, partitions, (short) 1));
    }

    public static void createTopic(String servers, NewTopic topic) throws Exception {
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", servers))) {
            admin.createTopics(List.of(topic)).all().get();
        }
    }

    /** Sends texts without keys and waits for their acknowledgement. */
    public static void send(String servers, String topic, Collection<String> values) throws Exception {
        sendRecords(
                servers,
                values.stream()
                        .map(value -> new ProducerRecord<byte[], byte[]>(topic, value.getBytes(StandardCharsets.UTF_8)))
                        .toList());
    }

    public static void sendRecords(String servers, Collection<ProducerRecord<byte[], byte[]>> records)
            throws Exception {
        Map<String, Object> settings = Map.of("bootstrap.servers", servers, "acks", "all");
        try (var producer = new KafkaProducer<>(settings, new ByteArraySerializer(), new ByteArraySerializer())) {
            for (var sent : records.stream().map(producer::send).toList()) {
                sent.get();
            }
        }
    }

    /** All values of a topic up to its end now, as a read_committed consumer sees them, in the order of partitions. */
    public static List<String> readAll(String servers, String topic) {
        return records(servers, topic).stream()
                .map(record -> Optional.ofNullable(record.value())
                        .map(value -> new String(value, StandardCharsets.UTF_8))
                        .orElse(""))
                .toList();
    }

    /** All records of a topic up to its end now, as a read_committed consumer sees them. */
    public static List<ConsumerRecord<byte[], byte[]>> records(String servers, String topic) {
        Map<String, Object> settings = Map.of(
                "bootstrap.servers", servers, "isolation.level", "read_committed", "auto.offset.reset", "earliest");
        List<ConsumerRecord<byte[], byte[]>> records = new ArrayList<>();
        try (var consumer = new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
            List<TopicPartition> partitions = consumer.partitionsFor(topic).stream()
                    .map(info -> new TopicPartition(topic, info.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            while (ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
                consumer.poll(Duration.ofMillis(200)).forEach(records::add);
            }
        }
        return records;
    }
}
