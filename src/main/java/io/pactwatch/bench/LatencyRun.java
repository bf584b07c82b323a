package io.pactwatch.bench;

import io.pactwatch.config.MonitorConfig;
import io.pactwatch.serde.Json;
import io.pactwatch.topology.Topics;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.LockSupport;
import java.util.function.IntFunction;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/**
 * Sends articles at a steady rate and takes the time until a read_committed consumer sees the outcome of each: its decision,
 * or the alert that cites it.
 */
final class LatencyRun {
    private static final int WARM_UP = 400;
    private static final Duration GRACE = Duration.ofSeconds(10);

    private final MonitorConfig config;
    private final Map<String, Long> sentNanos = new ConcurrentHashMap<>();
    private final Set<String> seen = new HashSet<>();
    private final List<Double> millis = new ArrayList<>();

    LatencyRun(MonitorConfig config) {
        this.config = config;
    }

    /**
     * Milliseconds from send to outcome, sorted; the first {@value #WARM_UP} articles are left out.
     *
     * @param perSecond articles a second
     * @param count articles in all
     */
    List<Double> measure(IntFunction<byte[]> articles, int perSecond, int count) throws InterruptedException {
        try (KafkaConsumer<byte[], byte[]> consumer = consumer()) {
            Thread sender = new Thread(() -> send(articles, perSecond, count), "bench-sender");
            sender.start();
            long limit = System.nanoTime()
                    + Duration.ofSeconds(count / perSecond).plus(GRACE).toNanos();
            while (seen.size() < count && System.nanoTime() < limit) {
                consumer.poll(Duration.ofMillis(5)).forEach(this::arrived);
            }
            sender.join();
        }
        return millis.stream().sorted().toList();
    }

    private void arrived(ConsumerRecord<byte[], byte[]> record) {
        long now = System.nanoTime();
        for (String id : Json.read(record.value(), Outcome.class).inputs()) {
            Long sent = sentNanos.get(id);
            if (sent != null && seen.add(id) && number(id) >= WARM_UP) {
                millis.add((now - sent) / 1e6);
            }
        }
    }

    private static int number(String id) {
        return Integer.parseInt(id.substring(id.indexOf('-') + 1));
    }

    private void send(IntFunction<byte[]> articles, int perSecond, int count) {
        Map<String, Object> settings =
                Map.of("bootstrap.servers", config.bootstrapServers(), "acks", "all", "linger.ms", 0);
        String topic = Topics.of(config).articles();
        try (var producer = new KafkaProducer<>(settings, new ByteArraySerializer(), new ByteArraySerializer())) {
            long start = System.nanoTime();
            for (int i = 0; i < count; i++) {
                long due = start + i * 1_000_000_000L / perSecond;
                while (System.nanoTime() < due) {
                    LockSupport.parkNanos(due - System.nanoTime());
                }
                String id = BenchArticles.id(i);
                sentNanos.put(id, System.nanoTime());
                producer.send(new ProducerRecord<>(topic, id.getBytes(StandardCharsets.UTF_8), articles.apply(i)));
            }
        }
    }

    private KafkaConsumer<byte[], byte[]> consumer() {
        Map<String, Object> settings = Map.of(
                "bootstrap.servers",
                config.bootstrapServers(),
                "isolation.level",
                "read_committed",
                "fetch.max.wait.ms",
                10);
        KafkaConsumer<byte[], byte[]> consumer =
                new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer());
        Topics topics = Topics.of(config);
        List<TopicPartition> partitions = new ArrayList<>();
        for (String topic : List.of(topics.alerts(), topics.decisions())) {
            consumer.partitionsFor(topic).forEach(info -> partitions.add(new TopicPartition(topic, info.partition())));
        }
        consumer.assign(partitions);
        consumer.seekToEnd(partitions);
        partitions.forEach(consumer::position);
        return consumer;
    }

    /** What an alert and a decision have in common here: the inputs that they answer. */
    private record Outcome(Optional<String> inputId, Optional<List<Quote>> evidence) {
        List<String> inputs() {
            return inputId.map(List::of).orElseGet(() -> evidence.orElse(List.of()).stream()
                    .map(Quote::articleId)
                    .toList());
        }
    }

    private record Quote(String articleId) {}
}
