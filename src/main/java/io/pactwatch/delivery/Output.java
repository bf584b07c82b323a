package io.pactwatch.delivery;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.common.TopicPartition;

/** What a target is sent for the messages of the topic. For one thread; the bodies of the payloads for any. */
interface Output {
    /** What to send for the next message of its partition; absent if the target is not to know of it. */
    Optional<Payload> next(AlertMessage message, Instant now);

    /** Whether {@link #restore} needs the messages before those that are to be delivered. */
    default boolean remembers() {
        return false;
    }

    /** Takes up a message that the target has had already. */
    default void restore(AlertMessage message, Instant now) {}

    /** Drops what is known from these partitions. */
    default void forget(Collection<TopicPartition> partitions) {}

    /** What is to be sent again now. */
    default List<Payload> due(Instant now) {
        return List.of();
    }
}
