package io.pactwatch.metrics;

import static io.pactwatch.metrics.MeterName.DELIVERY_FAILED;
import static io.pactwatch.metrics.MeterName.DELIVERY_FILTERED;
import static io.pactwatch.metrics.MeterName.DELIVERY_PENDING;
import static io.pactwatch.metrics.MeterName.DELIVERY_SENT;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import io.pactwatch.metrics.MeterName.Label;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;

/**
 * What one delivery target has been sent. Every alert is sent, filtered, or failed for {@link Failure#REFUSED} or
 * {@link Failure#UNREADABLE}; until then it is pending. A pending count that grows while nothing is sent means that the
 * target is down. Thread-safe.
 */
public final class DeliveryMetrics {
    /** Why an attempt failed. */
    public enum Failure {
        /** No connection, or it was closed before the answer. */
        CONNECTION,
        /** No whole answer in time. */
        TIMEOUT,
        /** Status 408 or 429: too much at once. */
        THROTTLED,
        /** Another status of 500 or more. */
        SERVER,
        /** A status that speaks of the address or the credentials, such as 401 or 404; tried again. */
        CLIENT,
        /** Status 400, 413, 415 or 422: this message will never be taken; it is skipped. */
        REFUSED,
        /** A secret cannot be read, or is no address or no header. */
        SETTINGS,
        /** The message on the topic is no alert; it is skipped. */
        UNREADABLE,
        /** Kafka did not answer. */
        KAFKA
    }

    private final Counter sent;
    private final Counter filtered;
    private final Map<Failure, Counter> failed = new EnumMap<>(Failure.class);
    private final AtomicLong pending = new AtomicLong();

    /** @param target name of the target, from the configuration */
    public DeliveryMetrics(MeterRegistry registry, String target) {
        Tags tags = Tags.of(Label.TARGET.id(), target);
        sent = counter(registry, DELIVERY_SENT, tags);
        filtered = counter(registry, DELIVERY_FILTERED, tags);
        for (Failure failure : Failure.values()) {
            String reason = MicrometerMonitorMetrics.label(failure);
            failed.put(failure, counter(registry, DELIVERY_FAILED, tags.and(Label.REASON.id(), reason)));
        }
        Gauge.builder(DELIVERY_PENDING.id(), pending, AtomicLong::get)
                .description(DELIVERY_PENDING.description())
                .tags(tags)
                .strongReference(true)
                .register(registry);
    }

    /** The target has taken a message. */
    public void sent() {
        sent.increment();
    }

    /** The filter of the target kept an alert back. */
    public void filtered() {
        filtered.increment();
    }

    /** An attempt failed. */
    public void failed(Failure failure) {
        failed.get(failure).increment();
    }

    /** So many offsets are between what is delivered and the end of the topic. */
    public void pending(long offsets) {
        pending.set(offsets);
    }

    private static Counter counter(MeterRegistry registry, MeterName name, Tags tags) {
        return Counter.builder(name.id())
                .description(name.description())
                .tags(tags)
                .register(registry);
    }
}
