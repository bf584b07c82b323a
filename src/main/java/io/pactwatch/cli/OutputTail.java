package io.pactwatch.cli;

import io.pactwatch.alert.Alert;
import io.pactwatch.analysis.Decision;
import io.pactwatch.config.MonitorConfig;
import io.pactwatch.serde.Json;
import io.pactwatch.signal.LedgerLine;
import io.pactwatch.topology.Topics;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** Follows the output topics of a monitor in a thread of its own and books every message. Thread-safe. */
final class OutputTail implements AutoCloseable {
    private static final long STOP_MILLIS = 5_000;

    private final Topics topics;
    private final DemoOutcomes outcomes;
    private final Consumer<Alert> alerts;
    private final TopicReader reader;
    private final Thread thread = new Thread(this::follow, "output-tail");
    private volatile boolean following = true;
    private volatile Optional<RuntimeException> failure = Optional.empty();

    private OutputTail(Topics topics, TopicReader reader, DemoOutcomes outcomes, Consumer<Alert> alerts) {
        this.topics = topics;
        this.reader = reader;
        this.outcomes = outcomes;
        this.alerts = alerts;
        thread.setDaemon(true);
    }

    /** @param alerts is called for every alert message, after it is booked, on the thread of the tail */
    static OutputTail start(MonitorConfig config, DemoOutcomes outcomes, Consumer<Alert> alerts) {
        Topics topics = Topics.of(config);
        List<String> followed = List.of(topics.alerts(), topics.decisions(), topics.ledger(), topics.deadLetters());
        OutputTail tail = new OutputTail(topics, TopicReader.open(config, followed, true), outcomes, alerts);
        tail.thread.start();
        return tail;
    }

    /** What ended the reading, if something did. */
    Optional<RuntimeException> failure() {
        return failure;
    }

    /** Books all that is there by now and stops: topics are not read in step, so one may lag behind the others. */
    void finish() throws InterruptedException {
        following = false;
        thread.join(STOP_MILLIS);
    }

    @Override
    public void close() {
        reader.stop();
        try {
            thread.join(STOP_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void follow() {
        try (reader) {
            reader.follow(this::book, () -> following);
            if (!following) {
                reader.readToEnd(this::book);
            }
        } catch (RuntimeException e) {
            failure = Optional.of(e);
        }
    }

    private void book(ConsumerRecord<byte[], byte[]> record) {
        String topic = record.topic();
        if (record.value() == null) {
            return;
        }
        if (topic.equals(topics.alerts())) {
            Alert alert = Json.read(record.value(), Alert.class);
            outcomes.alert(alert, Instant.now());
            alerts.accept(alert);
        } else if (topic.equals(topics.decisions())) {
            outcomes.decision(Json.read(record.value(), Decision.class));
        } else if (topic.equals(topics.ledger())) {
            outcomes.ledger(Json.read(record.value(), LedgerLine.class));
        } else {
            outcomes.deadLetter(record.key() == null ? "" : new String(record.key(), StandardCharsets.UTF_8));
        }
    }
}
