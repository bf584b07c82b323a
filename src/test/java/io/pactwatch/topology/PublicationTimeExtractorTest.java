package io.pactwatch.topology;

import static org.assertj.core.api.Assertions.assertThat;

import io.pactwatch.metrics.MonitorMetrics;
import io.pactwatch.serde.ArticleReader;
import io.pactwatch.testing.Messages;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.record.TimestampType;
import org.junit.jupiter.api.Test;

class PublicationTimeExtractorTest {
    private static final Instant NOW = Instant.parse("2025-06-01T12:00:00Z");
    private static final Duration TOLERANCE = Duration.ofMinutes(5);

    private final PublicationTimeExtractor extractor =
            new PublicationTimeExtractor(Clock.fixed(NOW, ZoneOffset.UTC), TOLERANCE, MonitorMetrics.NONE);

    @Test
    void takesThePublicationTime() {
        assertThat(extract("2019-07-22T13:00:00Z", NOW)).isEqualTo(Instant.parse("2019-07-22T13:00:00Z"));
    }

    @Test
    void takesTheTimeOfTheRecordWhenThereIsNone() {
        Instant sent = NOW.minusSeconds(90);
        Object article = ArticleReader.read(Messages.bytes(Messages.article("a", "text")));
        assertThat(Instant.ofEpochMilli(extractor.extract(record(article, sent), 0)))
                .isEqualTo(sent);
    }

    @Test
    void setsBackATimeInTheFutureToTheTolerance() {
        assertThat(extract("2099-01-01T00:00:00Z", NOW)).isEqualTo(NOW.plus(TOLERANCE));
        assertThat(extract(NOW.plus(TOLERANCE).toString(), NOW)).isEqualTo(NOW.plus(TOLERANCE));
    }

    @Test
    void neverGivesATimeThatKafkaWouldDrop() {
        assertThat(extract("1955-11-05T00:00:00Z", NOW)).isEqualTo(Instant.EPOCH);
        assertThat(extractor.extract(record("unknown", Instant.ofEpochMilli(-1)), 0))
                .isZero();
    }

    private Instant extract(String publishedAt, Instant recordTime) {
        Object article =
                ArticleReader.read(Messages.bytes(Messages.article("a", "text").put("publishedAt", publishedAt)));
        return Instant.ofEpochMilli(extractor.extract(record(article, recordTime), 0));
    }

    private static ConsumerRecord<Object, Object> record(Object value, Instant time) {
        return new ConsumerRecord<>(
                "articles",
                0,
                0,
                time.toEpochMilli(),
                TimestampType.CREATE_TIME,
                0,
                0,
                null,
                value,
                new RecordHeaders(),
                Optional.empty());
    }
}
