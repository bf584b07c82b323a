package io.pactwatch.topology;

import java.util.Map;
import java.util.Optional;
import org.apache.kafka.streams.state.KeyValueStore;

/**
 * The values of a store that were used last, decoded: reading JSON costs more than all the rest. The store is what counts; every
 * write goes to it, and a task that starts again begins with nothing here. Not thread-safe.
 */
final class DecodedValues<V> {
    private final KeyValueStore<String, V> store;
    private final Map<String, V> values;

    /** @param most values kept; beyond it the one that was used longest ago goes */
    DecodedValues(KeyValueStore<String, V> store, int most) {
        this.store = store;
        this.values = new LatestUsed<>(most);
    }

    Optional<V> get(String key) {
        V known = values.get(key);
        if (known == null) {
            known = store.get(key);
            if (known != null) {
                values.put(key, known);
            }
        }
        return Optional.ofNullable(known);
    }

    void put(String key, V value) {
        values.put(key, value);
        store.put(key, value);
    }
}
