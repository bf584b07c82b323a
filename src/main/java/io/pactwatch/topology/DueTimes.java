package io.pactwatch.topology;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;

/** A queue of keys in the order of the event times at which something is due for them. Not thread-safe. */
final class DueTimes {
    private final KeyValueStore<String, String> store;
    private Optional<Instant> next;

    /** A key whose time has come. */
    record Due(Instant at, String key) {}

    DueTimes(KeyValueStore<String, String> store) {
        this.store = store;
        this.next = first();
    }

    void add(Instant at, String key) {
        store.put(time(at) + "/" + key, key);
        next = next.filter(earlier -> !at.isBefore(earlier)).or(() -> Optional.of(at));
    }

    void remove(Instant at, String key) {
        Stores.delete(store, time(at) + "/" + key);
    }

    /** Takes out what is due by a time. Constant time if nothing is. */
    List<Due> take(Instant now) {
        if (next.filter(time -> !time.isAfter(now)).isEmpty()) {
            return List.of();
        }
        List<KeyValue<String, String>> found = new ArrayList<>();
        try (KeyValueIterator<String, String> due = store.range(null, time(now.plusMillis(1)))) {
            due.forEachRemaining(found::add);
        }
        found.forEach(entry -> Stores.delete(store, entry.key));
        next = first();
        return found.stream().map(entry -> new Due(at(entry.key), entry.value)).toList();
    }

    private Optional<Instant> first() {
        try (KeyValueIterator<String, String> all = store.all()) {
            return all.hasNext() ? Optional.of(at(all.next().key)) : Optional.empty();
        }
    }

    /** Times before 1970 come first, all alike. */
    private static String time(Instant at) {
        return String.format(Locale.ROOT, "%019d", Math.max(0, at.toEpochMilli()));
    }

    private static Instant at(String key) {
        return Instant.ofEpochMilli(Long.parseLong(key.substring(0, key.indexOf('/'))));
    }
}
