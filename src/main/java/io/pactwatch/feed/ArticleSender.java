package io.pactwatch.feed;

import io.pactwatch.article.Article;
import io.pactwatch.article.InvalidInputException;
import io.pactwatch.serde.ArticleReader;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;

/**
 * Checks articles and sends them with their id as key. What is wrong with one article concerns that one alone; what is
 * wrong with the cluster ends the sending. Memory is bounded by the producer's buffer. {@link #article} is for one
 * thread; the counts may be read by any.
 */
public final class ArticleSender implements ArticleSink, AutoCloseable {
    private static final Duration CLOSE_LIMIT = Duration.ofSeconds(30);

    private final Optional<Producer<String, byte[]>> producer;
    private final String topic;
    private final Optional<Integer> partition;
    private final int maxBytes;
    private final Refusals refusals;
    private final AtomicLong sent = new AtomicLong();
    private final AtomicLong refused = new AtomicLong();
    private final AtomicReference<KafkaException> failure = new AtomicReference<>();

    /** Is told of each refusal; called by the feeding thread or by the producer's. */
    @FunctionalInterface
    public interface Refusals {
        void refused(String place, String reason);
    }

    /**
     * @param producer sends; empty to check only
     * @param topic name of the articles topic
     * @param partition partition for all articles, which keeps their order; empty to spread them by key
     * @param maxBytes largest message
     */
    public ArticleSender(
            Optional<Producer<String, byte[]>> producer,
            String topic,
            Optional<Integer> partition,
            int maxBytes,
            Refusals refusals) {
        this.producer = producer;
        this.topic = topic;
        this.partition = partition;
        this.maxBytes = maxBytes;
        this.refusals = refusals;
    }

    /**
     * A producer that loses and doubles nothing, and batches for throughput.
     *
     * @param client properties of the connection; may override all others
     */
    public static Producer<String, byte[]> producer(Map<String, Object> client, int maxBytes) {
        Map<String, Object> properties = new HashMap<>();
        properties.put(ProducerConfig.ACKS_CONFIG, "all");
        properties.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true);
        properties.put(ProducerConfig.BATCH_SIZE_CONFIG, 131_072);
        properties.put(ProducerConfig.LINGER_MS_CONFIG, 20);
        properties.put(ProducerConfig.MAX_REQUEST_SIZE_CONFIG, Math.max(1_048_576, maxBytes + 100_000));
        properties.putAll(client);
        return new KafkaProducer<>(properties, new StringSerializer(), new ByteArraySerializer());
    }

    /** @throws KafkaException if an earlier message could not be sent for a reason that concerns all */
    @Override
    public void article(String place, byte[] message) {
        throwFailure();
        Article article;
        try {
            article = ArticleReader.read(message, maxBytes);
        } catch (InvalidInputException | IllegalArgumentException e) {
            refused(place, e.getMessage());
            return;
        }
        if (producer.isEmpty()) {
            sent.incrementAndGet();
            return;
        }
        producer.get()
                .send(
                        new ProducerRecord<>(topic, partition.orElse(null), article.id(), message),
                        (metadata, problem) -> {
                            if (problem == null) {
                                sent.incrementAndGet();
                            } else {
                                notSent(place, problem);
                            }
                        });
    }

    @Override
    public void refused(String place, String reason) {
        refused.incrementAndGet();
        refusals.refused(place, reason);
    }

    /** Articles that Kafka has acknowledged; in a check, articles that could be sent. */
    public long sent() {
        return sent.get();
    }

    public long refused() {
        return refused.get();
    }

    /**
     * Waits until everything is acknowledged or has failed.
     *
     * @throws KafkaException if a message could not be sent for a reason that concerns all
     */
    public void flush() {
        producer.ifPresent(Producer::flush);
        throwFailure();
    }

    /** Waits for what is under way, but not on a cluster that has failed. */
    @Override
    public void close() {
        Duration patience = failure.get() == null ? CLOSE_LIMIT : Duration.ZERO;
        producer.ifPresent(open -> open.close(patience));
    }

    private void notSent(String place, Exception problem) {
        if (problem instanceof RecordTooLargeException) {
            refused(place, "larger than the topic or the broker allows (max.message.bytes)");
        } else {
            failure.compareAndSet(
                    null,
                    problem instanceof KafkaException kafka
                            ? kafka
                            : new KafkaException(problem.getMessage(), problem));
        }
    }

    private void throwFailure() {
        KafkaException problem = failure.get();
        if (problem != null) {
            throw problem;
        }
    }
}
