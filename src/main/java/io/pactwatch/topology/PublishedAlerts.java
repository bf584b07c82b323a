package io.pactwatch.topology;

import io.pactwatch.alert.Alert;
import io.pactwatch.alert.AlertStatus;
import io.pactwatch.alert.Pace;
import io.pactwatch.alert.WaitingAlert;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;

/** What was published, what waits, and how much: the stores of the alert stage. Not thread-safe. */
final class PublishedAlerts {
    private final KeyValueStore<String, Alert> published;
    private final KeyValueStore<String, Long> citations;
    private final KeyValueStore<String, WaitingMessage> waiting;
    private final KeyValueStore<String, Pace> paces;

    private PublishedAlerts(
            KeyValueStore<String, Alert> published,
            KeyValueStore<String, Long> citations,
            KeyValueStore<String, WaitingMessage> waiting,
            KeyValueStore<String, Pace> paces) {
        this.published = published;
        this.citations = citations;
        this.waiting = waiting;
        this.paces = paces;
    }

    static PublishedAlerts of(ProcessorContext<?, ?> context) {
        return new PublishedAlerts(
                context.getStateStore(Stores.ALERTS),
                context.getStateStore(Stores.CITATIONS),
                context.getStateStore(Stores.WAITING),
                context.getStateStore(Stores.PACES));
    }

    Optional<Alert> last(String id) {
        return Optional.ofNullable(published.get(id));
    }

    boolean isRetracted(String id) {
        return last(id).filter(alert -> alert.status() == AlertStatus.RETRACTED).isPresent();
    }

    void put(Alert alert) {
        published.put(alert.id(), alert);
        alert.evidence()
                .forEach(quote -> citations.put(
                        quote.articleId() + "|" + alert.id(), alert.detectedAt().toEpochMilli()));
    }

    /** The alerts that quote an article now. */
    List<Alert> citing(String articleId) {
        List<Alert> citing = new ArrayList<>();
        String prefix = articleId + "|";
        try (KeyValueIterator<String, Long> found = citations.prefixScan(prefix, new StringSerializer())) {
            found.forEachRemaining(entry -> last(entry.key.substring(prefix.length()))
                    .filter(alert -> alert.cites(articleId))
                    .ifPresent(citing::add));
        }
        return citing;
    }

    Pace pace(String partnership) {
        return Optional.ofNullable(paces.get(partnership)).orElse(Pace.NONE);
    }

    void setPace(String partnership, Pace pace) {
        if (!pace.equals(pace(partnership))) {
            paces.put(partnership, pace);
        }
    }

    /** Messages of a partnership that wait no longer than until a point in event time. */
    List<WaitingMessage> due(String partnership, Instant at) {
        List<WaitingMessage> due = new ArrayList<>();
        try (KeyValueIterator<String, WaitingMessage> found =
                waiting.prefixScan(partnership + "/", new StringSerializer())) {
            found.forEachRemaining(entry -> {
                if (!entry.value.waiting().due().isAfter(at)) {
                    due.add(entry.value);
                }
            });
        }
        return due;
    }

    /** All messages that wait. */
    List<WaitingMessage> waiting() {
        List<WaitingMessage> all = new ArrayList<>();
        try (KeyValueIterator<String, WaitingMessage> found = waiting.all()) {
            found.forEachRemaining(entry -> all.add(entry.value));
        }
        return all;
    }

    /** @param trace trace context of the input */
    void setWaiting(String partnership, String id, Optional<WaitingAlert> alert, Optional<String> trace) {
        String key = partnership + "/" + id;
        if (alert.isPresent()) {
            WaitingAlert next = Optional.ofNullable(waiting.get(key))
                    .map(earlier -> alert.get().inPlaceOf(earlier.waiting()))
                    .orElse(alert.get());
            waiting.put(key, new WaitingMessage(next, trace));
        } else if (waiting.get(key) != null) {
            waiting.delete(key);
        }
    }
}
