package io.pactwatch.delivery;

import io.pactwatch.config.DeliveryTarget;
import io.pactwatch.metrics.DeliveryMetrics;
import io.pactwatch.metrics.DeliveryMetrics.Failure;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Delivers to one target, one message at a time, so in the order of the partitions. While a message is tried, nothing
 * more is read, but the consumer goes on asking for its place in the group; a target that is down for days loses
 * nothing but time. Offsets are committed after the answer, so after a crash the messages of the last second may come
 * twice. A thread of its own runs it; {@link #close} and {@link #isReading} are for any thread.
 */
final class TargetDelivery implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(TargetDelivery.class);
    private static final Duration WAIT = Duration.ofMillis(100);
    private static final Duration GRACE = Duration.ofSeconds(1);
    private static final Duration PAUSE_AFTER_FAILURE = Duration.ofSeconds(2);
    private static final Duration CLOSE_LIMIT = Duration.ofSeconds(10);

    private final DeliveryTarget target;
    private final AlertConsumer.Source source;
    private final Output output;
    private final HttpSender sender;
    private final DeliveryMetrics metrics;
    private final Clock clock;
    private final CountDownLatch stopping = new CountDownLatch(1);
    private final Thread thread;
    private final Deque<Payload> again = new ArrayDeque<>();
    private Optional<Attempt> current = Optional.empty();
    private volatile boolean reading;

    /** What is being sent; {@code record} is absent if it is sent again only. */
    private record Attempt(
            Optional<ConsumerRecord<byte[], byte[]>> record, Payload payload, CompletableFuture<HttpReply> reply) {}

    TargetDelivery(
            DeliveryTarget target,
            AlertConsumer.Source source,
            Output output,
            HttpSender sender,
            DeliveryMetrics metrics,
            Clock clock) {
        this.target = target;
        this.source = source;
        this.output = output;
        this.sender = sender;
        this.metrics = metrics;
        this.clock = clock;
        thread = new Thread(this::run, "delivery-" + target.name());
    }

    /**
     * Takes its place in the topic, and starts.
     *
     * @throws org.apache.kafka.common.KafkaException if the cluster does not answer
     */
    void start() {
        source.fix();
        thread.start();
    }

    /** Whether it has its place in the consumer group. */
    boolean isReading() {
        return reading;
    }

    /** Tells it to stop, and does not wait. */
    void stop() {
        stopping.countDown();
    }

    /** Stops within ten seconds; a message on its way has one second to be answered. Idempotent. */
    @Override
    public void close() {
        stop();
        try {
            thread.join(CLOSE_LIMIT.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        sender.close();
    }

    private void run() {
        while (!isStopping()) {
            try (AlertConsumer consumer = AlertConsumer.open(source, output, metrics, clock)) {
                while (!isStopping()) {
                    step(consumer, WAIT);
                    reading = consumer.isAssigned();
                }
                current.filter(attempt -> isDone(attempt, GRACE)).ifPresent(attempt -> finish(attempt, consumer));
            } catch (RuntimeException e) {
                metrics.failed(Failure.KAFKA);
                LOG.warn("delivery target '{}': reading alerts failed, trying again: {}", target.name(), e.toString());
                LOG.debug("delivery target '{}'", target.name(), e);
                pause();
            } finally {
                reading = false;
                giveUp();
                again.clear();
            }
        }
    }

    private void step(AlertConsumer consumer, Duration wait) {
        consumer.poll(current.isPresent() ? Duration.ZERO : wait, current.isEmpty() && again.isEmpty());
        if (current.flatMap(Attempt::record)
                .filter(record -> !consumer.isFirst(record))
                .isPresent()) {
            giveUp(); // its partition has gone to another instance
        }
        if (current.isEmpty()) {
            current = next(consumer);
        }
        current.filter(attempt -> isDone(attempt, wait)).ifPresent(attempt -> finish(attempt, consumer));
        consumer.commitIfDue(current.isEmpty());
    }

    private Optional<Attempt> next(AlertConsumer consumer) {
        if (again.isEmpty() && consumer.isAssigned()) {
            again.addAll(output.due(clock.instant()));
        }
        Optional<Payload> repeated = Optional.ofNullable(again.pollFirst());
        return repeated.isPresent()
                ? repeated.map(payload -> new Attempt(Optional.empty(), payload, sender.send(payload)))
                : nextRecord(consumer);
    }

    private Optional<Attempt> nextRecord(AlertConsumer consumer) {
        for (var record = consumer.first(); record.isPresent(); record = consumer.first()) {
            Optional<Payload> payload = payload(record.get());
            if (payload.isPresent()) {
                return Optional.of(new Attempt(record, payload.get(), sender.send(payload.get())));
            }
            consumer.firstIsDone();
        }
        return Optional.empty();
    }

    private Optional<Payload> payload(ConsumerRecord<byte[], byte[]> record) {
        AlertMessage message;
        try {
            message = AlertMessage.of(record);
        } catch (IllegalArgumentException e) {
            metrics.failed(Failure.UNREADABLE);
            LOG.warn(
                    "delivery target '{}': {}, partition {}, offset {} is no alert; skipped",
                    target.name(),
                    record.topic(),
                    record.partition(),
                    record.offset());
            return Optional.empty();
        }
        Optional<Payload> payload = output.next(message, clock.instant());
        if (payload.isEmpty()) {
            metrics.filtered();
        }
        return payload;
    }

    private boolean isDone(Attempt attempt, Duration wait) {
        try {
            attempt.reply().get(wait.toMillis(), TimeUnit.MILLISECONDS);
            return true;
        } catch (TimeoutException e) {
            return false;
        } catch (ExecutionException e) {
            throw new IllegalStateException("attempts to send ended without an answer", e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private void finish(Attempt attempt, AlertConsumer consumer) {
        HttpReply reply = attempt.reply().join();
        if (reply.failure().isPresent()) {
            LOG.warn(
                    "delivery target '{}' refused {} (status {}); skipped",
                    target.name(),
                    PlainText.line(attempt.payload().subject(), 100),
                    reply.status());
        } else {
            metrics.sent();
        }
        attempt.record().ifPresent(record -> consumer.firstIsDone());
        current = Optional.empty();
    }

    private void giveUp() {
        current.ifPresent(attempt -> attempt.reply().cancel(true));
        current = Optional.empty();
    }

    private boolean isStopping() {
        return stopping.getCount() == 0;
    }

    private void pause() {
        try {
            stopping.await(PAUSE_AFTER_FAILURE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            stopping.countDown();
        }
    }
}
