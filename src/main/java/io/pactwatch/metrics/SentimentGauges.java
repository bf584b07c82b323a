package io.pactwatch.metrics;

import static io.pactwatch.metrics.MeterName.SIGNAL_SENTIMENT_BASELINE;
import static io.pactwatch.metrics.MeterName.SIGNAL_SENTIMENT_LEVEL;
import static io.pactwatch.metrics.MeterName.SIGNAL_SENTIMENT_SCALE;
import static io.pactwatch.metrics.MeterName.SIGNAL_SENTIMENT_STATISTIC;
import static io.pactwatch.metrics.MeterName.SIGNAL_SENTIMENT_THRESHOLD;
import static io.pactwatch.metrics.MeterName.SIGNAL_SENTIMENT_TIME;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import io.pactwatch.metrics.MeterName.Label;
import io.pactwatch.signal.SentimentPoint;
import io.pactwatch.signal.Shift.Direction;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.ToDoubleFunction;

/** The latest point of the sentiment series of one partnership, as gauges. Thread-safe. */
final class SentimentGauges {
    private static final String SECONDS = "seconds";

    private final AtomicReference<SentimentPoint> latest;

    SentimentGauges(MeterRegistry registry, SentimentPoint first) {
        latest = new AtomicReference<>(first);
        Tags tags = Tags.of(Label.PARTNERSHIP.id(), first.partnership());
        register(registry, SIGNAL_SENTIMENT_LEVEL, tags, SentimentPoint::level);
        register(registry, SIGNAL_SENTIMENT_BASELINE, tags, SentimentPoint::baseline);
        register(registry, SIGNAL_SENTIMENT_SCALE, tags, SentimentPoint::scale);
        register(registry, SIGNAL_SENTIMENT_STATISTIC, side(tags, Direction.UP), SentimentPoint::up);
        register(registry, SIGNAL_SENTIMENT_STATISTIC, side(tags, Direction.DOWN), SentimentPoint::down);
        register(registry, SIGNAL_SENTIMENT_THRESHOLD, tags, SentimentPoint::threshold);
        gauge(SIGNAL_SENTIMENT_TIME, tags, point -> point.at().toEpochMilli() / 1000.0)
                .baseUnit(SECONDS)
                .register(registry);
    }

    /** Shows this point unless the one that is shown tells of a later story. */
    void show(SentimentPoint point) {
        latest.accumulateAndGet(point, (shown, next) -> next.at().isBefore(shown.at()) ? shown : next);
    }

    private static Tags side(Tags tags, Direction direction) {
        return tags.and(Label.SIDE.id(), MicrometerMonitorMetrics.label(direction));
    }

    private void register(MeterRegistry registry, MeterName name, Tags tags, ToDoubleFunction<SentimentPoint> value) {
        gauge(name, tags, value).register(registry);
    }

    private Gauge.Builder<AtomicReference<SentimentPoint>> gauge(
            MeterName name, Tags tags, ToDoubleFunction<SentimentPoint> value) {
        return Gauge.builder(name.id(), latest, shown -> value.applyAsDouble(shown.get()))
                .description(name.description())
                .tags(tags)
                .strongReference(true);
    }
}
