package io.pactwatch.console;

import java.util.Objects;
import java.util.Set;
import java.util.function.Supplier;

/**
 * Health from the state of a Kafka Streams client. Ready while it runs, and while it rebalances after it has run: the
 * partitions that it keeps are processed on, so that a rolling restart of others does not take it out. Not live once
 * it has failed or stopped. Thread-safe.
 */
public final class StreamsHealth implements Supplier<Health> {
    private static final String RUNNING = "RUNNING";
    private static final String REBALANCING = "REBALANCING";
    private static final Set<String> DEAD = Set.of("PENDING_ERROR", "ERROR", "NOT_RUNNING");

    private final Supplier<String> state;
    private volatile boolean hasRun;

    /** @param state name of the present {@code KafkaStreams.State} */
    public StreamsHealth(Supplier<String> state) {
        this.state = Objects.requireNonNull(state, "state");
    }

    @Override
    public Health get() {
        String now = state.get();
        if (now.equals(RUNNING)) {
            hasRun = true;
        }
        boolean ready = now.equals(RUNNING) || now.equals(REBALANCING) && hasRun;
        return new Health(!DEAD.contains(now), ready, now);
    }
}
