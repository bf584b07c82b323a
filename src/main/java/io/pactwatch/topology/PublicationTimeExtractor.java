package io.pactwatch.topology;

import io.pactwatch.article.Article;
import io.pactwatch.article.PartnershipEvent;
import io.pactwatch.metrics.MonitorMetrics;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.streams.processor.TimestampExtractor;

/**
 * Event time: the publication time that an input states, else the time of its record. A time further ahead of the clock than
 * tolerated would push stream time for its whole partition, so it is set back and counted; a time before 1970 becomes 1970,
 * since Kafka has none earlier.
 */
final class PublicationTimeExtractor implements TimestampExtractor {
    private final Clock clock;
    private final Duration tolerance;
    private final MonitorMetrics metrics;

    PublicationTimeExtractor(Clock clock, Duration tolerance, MonitorMetrics metrics) {
        this.clock = clock;
        this.tolerance = tolerance;
        this.metrics = metrics;
    }

    @Override
    public long extract(ConsumerRecord<Object, Object> record, long partitionTime) {
        Instant stated = stated(record.value()).orElse(Instant.ofEpochMilli(Math.max(0, record.timestamp())));
        Instant latest = clock.instant().plus(tolerance);
        if (stated.isAfter(latest)) {
            metrics.timestampClamped();
            return latest.toEpochMilli();
        }
        if (stated.isBefore(Instant.EPOCH)) {
            metrics.timestampClamped();
            return 0;
        }
        return stated.toEpochMilli();
    }

    private static Optional<Instant> stated(Object value) {
        if (value instanceof Article article) {
            return article.publishedAt();
        }
        return value instanceof PartnershipEvent event ? event.occurredAt() : Optional.empty();
    }
}
