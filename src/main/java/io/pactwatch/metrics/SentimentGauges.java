package io.pactwatch.metrics;

import static io.pactwatch.metrics.MeterName.SIGNAL_SENTIMENT_BASELINE;
import static io.pactwatch.metrics.MeterName.SIGNAL_SENTIMENT_LEVEL;
import static io.pactwatch.metrics.MeterName.SIGNAL_SENTIMENT_SCALE;
import static io.pactwatch.metrics.MeterName.SIGNAL_SENTIMENT_STATISTIC;
import static io.pactwatch.metrics.MeterName.SIGNAL_SENTIMENT_THRESHOLD;
import static io.pactwatch.metrics.MeterName.SIGNAL_SENTIMENT_TIME;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import io.pactwatch.metrics.MeterName.Label;
import io.pactwatch.signal.SentimentPoint;
import io.pactwatch.signal.Shift.Direction;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.ToDoubleFunction;

/** The latest point of the sentiment series of one partnership, as gauges. Thread-safe. */
final class SentimentGauges {
    private static final String SECONDS = "seconds";

    private final MeterRegistry registry;
    private final List<Meter> meters = new ArrayList<>();
    private final AtomicReference<SentimentPoint> latest;

    SentimentGauges(MeterRegistry registry, SentimentPoint first) {
        this.registry = registry;
        latest = new AtomicReference<>(first);
        Tags tags = Tags.of(Label.PARTNERSHIP.id(), first.partnership());
        register(SIGNAL_SENTIMENT_LEVEL, tags, SentimentPoint::level);
        register(SIGNAL_SENTIMENT_BASELINE, tags, SentimentPoint::baseline);
        register(SIGNAL_SENTIMENT_SCALE, tags, SentimentPoint::scale);
        register(SIGNAL_SENTIMENT_STATISTIC, side(tags, Direction.UP), SentimentPoint::up);
        register(SIGNAL_SENTIMENT_STATISTIC, side(tags, Direction.DOWN), SentimentPoint::down);
        register(SIGNAL_SENTIMENT_THRESHOLD, tags, SentimentPoint::threshold);
        meters.add(gauge(SIGNAL_SENTIMENT_TIME, tags, point -> point.at().toEpochMilli() / 1000.0)
                .baseUnit(SECONDS)
                .register(registry));
    }

    /** Shows this point unless the one that is shown tells of a later story. */
    void show(SentimentPoint point) {
        latest.accumulateAndGet(point, (shown, next) -> next.at().isBefore(shown.at()) ? shown : next);
    }

    /** Takes the gauges off the registry. */
    void remove() {
        meters.forEach(registry::remove);
    }

    private static Tags side(Tags tags, Direction direction) {
        return tags.and(Label.SIDE.id(), MicrometerMonitorMetrics.label(direction));
    }

    private void register(MeterName name, Tags tags, ToDoubleFunction<SentimentPoint> value) {
        meters.add(gauge(name, tags, value).register(registry));
    }

    private Gauge.Builder<AtomicReference<SentimentPoint>> gauge(
            MeterName name, Tags tags, ToDoubleFunction<SentimentPoint> value) {
        return Gauge.builder(name.id(), latest, shown -> value.applyAsDouble(shown.get()))
                .description(name.description())
                .tags(tags)
                .strongReference(true);
    }
}
