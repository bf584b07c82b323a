package io.pactwatch.metrics;

import io.micrometer.core.instrument.binder.jvm.ClassLoaderMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmGcMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmInfoMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmMemoryMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmThreadMetrics;
import io.micrometer.core.instrument.binder.kafka.KafkaStreamsMetrics;
import io.micrometer.core.instrument.binder.system.FileDescriptorMetrics;
import io.micrometer.core.instrument.binder.system.ProcessorMetrics;
import io.micrometer.core.instrument.binder.system.UptimeMetrics;
import io.micrometer.core.instrument.config.MeterFilter;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.streams.KafkaStreams;

/**
 * The meters of one process: a Prometheus registry with those of the monitor, of the JVM, and of every Kafka Streams
 * client that is bound. Thread-safe.
 */
public final class Meters implements AutoCloseable {
    /** A counter of RocksDB that Kafka reports as -1 when it is unknown; a negative counter breaks the whole scrape. */
    private static final String OPEN_FILES = "kafka.stream.state.number.open.files";

    private final PrometheusMeterRegistry registry = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
    private final JvmGcMetrics garbageCollection = new JvmGcMetrics();
    private final MicrometerMonitorMetrics monitor;
    private final Map<KafkaStreams, KafkaStreamsMetrics> bound = new HashMap<>();

    public Meters() {
        registry.config().meterFilter(MeterFilter.denyNameStartsWith(OPEN_FILES));
        monitor = new MicrometerMonitorMetrics(registry);
        garbageCollection.bindTo(registry);
        new JvmMemoryMetrics().bindTo(registry);
        new JvmThreadMetrics().bindTo(registry);
        new JvmInfoMetrics().bindTo(registry);
        new ClassLoaderMetrics().bindTo(registry);
        new ProcessorMetrics().bindTo(registry);
        new FileDescriptorMetrics().bindTo(registry);
        new UptimeMetrics().bindTo(registry);
    }

    /** Where everything is registered; what the console shows. */
    public PrometheusMeterRegistry registry() {
        return registry;
    }

    /** The meters of the monitor. */
    public MicrometerMonitorMetrics monitor() {
        return monitor;
    }

    /**
     * Shows the metrics of these streams until {@link #unbind} or {@link #close}; a second call for the same streams
     * does nothing. New threads and tasks appear within a minute.
     */
    public synchronized void bind(KafkaStreams streams) {
        bound.computeIfAbsent(streams, client -> {
            KafkaStreamsMetrics metrics = new KafkaStreamsMetrics(client);
            metrics.bindTo(registry);
            return metrics;
        });
    }

    /** Removes the metrics of these streams; does nothing if they are not bound. */
    public synchronized void unbind(KafkaStreams streams) {
        KafkaStreamsMetrics metrics = bound.remove(streams);
        if (metrics != null) {
            metrics.close();
        }
    }

    /** Releases everything; the registry shows no more. Idempotent. */
    @Override
    public synchronized void close() {
        bound.values().forEach(KafkaStreamsMetrics::close);
        bound.clear();
        garbageCollection.close();
        registry.close();
    }
}
