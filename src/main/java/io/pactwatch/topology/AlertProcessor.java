package io.pactwatch.topology;

import io.pactwatch.alert.Alert;
import io.pactwatch.alert.AlertPolicy;
import io.pactwatch.alert.QuietPolicy;
import io.pactwatch.analysis.Decision;
import io.pactwatch.metrics.MonitorMetrics;
import io.pactwatch.signal.Signal;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueStore;

/** Publishes the signals of an analysis as {@link Alert}s, keyed by alert id, or else the {@link Decision} why there is none. */
final class AlertProcessor implements Processor<String, Detection, String, Object> {
    private final AlertPolicy policy;
    private final MonitorMetrics metrics;
    private ProcessorContext<String, Object> context;
    private KeyValueStore<String, Alert> published;

    AlertProcessor(AlertPolicy policy, MonitorMetrics metrics) {
        this.policy = policy;
        this.metrics = metrics;
    }

    @Override
    public void init(ProcessorContext<String, Object> processorContext) {
        context = processorContext;
        published = context.getStateStore(Stores.ALERTS);
    }

    @Override
    public void process(Record<String, Detection> record) {
        boolean told = false;
        for (Signal signal : record.value().signals()) {
            told |= publish(record, signal);
        }
        if (!told) {
            Decision decision =
                    QuietPolicy.decide(record.value().report(), record.value().withheld());
            metrics.decided(decision.reason());
            context.forward(record.withKey(decision.inputId()).withValue(decision));
        }
    }

    private boolean publish(Record<String, Detection> record, Signal signal) {
        String id = policy.id(signal);
        long now = context.currentSystemTimeMs();
        Optional<Alert> alert = policy.apply(Optional.ofNullable(published.get(id)), signal, Instant.ofEpochMilli(now));
        alert.ifPresent(found -> {
            published.put(id, found);
            metrics.published(found, InputHeaders.age(record.headers(), now).orElse(Duration.ZERO));
            context.forward(record.withKey(id)
                    .withValue((Object) found)
                    .withHeaders(CloudEventHeaders.of(found, record.headers())));
        });
        return alert.isPresent();
    }
}
