package io.pactwatch.topology;

import io.pactwatch.signal.FoldedLine;
import io.pactwatch.signal.LedgerLine;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.ReadOnlyKeyValueStore;

/**
 * The lines of the ledger, in a store by line and {@linkplain LedgerLine#parts() part}, so that a claim writes the part that it
 * changes. The lines that were used last stay decoded and folded in memory; the store is what counts. Not thread-safe.
 */
final class LedgerLines {
    /** Decoded lines, of at most 84 changes of about 2 KB, and what they tell of these. */
    private static final int MOST_DECODED = 500;

    /** Partnerships whose lines are known by key. */
    private static final int MOST_LISTED = 1_000;

    private final KeyValueStore<String, LedgerLine> store;
    private final Map<String, FoldedLine> decoded = latest(MOST_DECODED);
    private final Map<String, Set<String>> listed = latest(MOST_LISTED);

    LedgerLines(KeyValueStore<String, LedgerLine> store) {
        this.store = store;
    }

    /** Gives every line of a store to a consumer, one at a time. The parts of a line stand next to each other. */
    static void forEach(ReadOnlyKeyValueStore<String, LedgerLine> store, Consumer<LedgerLine> consumer) {
        List<LedgerLine> parts = new ArrayList<>();
        String line = "";
        try (KeyValueIterator<String, LedgerLine> all = store.all()) {
            while (all.hasNext()) {
                String next = line(all.peekNextKey());
                if (!next.equals(line) && !parts.isEmpty()) {
                    consumer.accept(LedgerLine.ofParts(parts));
                    parts.clear();
                }
                line = next;
                parts.add(all.next().value);
            }
        }
        if (!parts.isEmpty()) {
            consumer.accept(LedgerLine.ofParts(parts));
        }
    }

    Optional<FoldedLine> get(String key) {
        FoldedLine known = decoded.get(key);
        if (known == null) {
            List<LedgerLine> parts = LedgerLine.PARTS.stream()
                    .flatMap(part -> Optional.ofNullable(store.get(key(key, part))).stream())
                    .toList();
            if (!parts.isEmpty()) {
                known = FoldedLine.of(LedgerLine.ofParts(parts));
                decoded.put(key, known);
            }
        }
        return Optional.ofNullable(known);
    }

    void put(String partnership, String key, FoldedLine line) {
        Map<String, LedgerLine> before =
                get(key).map(known -> known.line().parts()).orElse(Map.of());
        Map<String, LedgerLine> after = line.line().parts();
        for (String part : LedgerLine.PARTS) {
            LedgerLine next = after.get(part);
            if (next == null && before.containsKey(part)) {
                Stores.delete(store, key(key, part));
            } else if (next != null && !next.equals(before.get(part))) {
                store.put(key(key, part), next);
            }
        }
        decoded.put(key, line);
        Set<String> keys = listed.get(partnership);
        if (keys != null) {
            keys.add(key);
        }
    }

    /** Keys of the lines of a partnership, in their order. Reads the store at the first use only. */
    List<String> keys(String partnership) {
        return List.copyOf(listed.computeIfAbsent(partnership, this::readKeys));
    }

    private Set<String> readKeys(String partnership) {
        Set<String> keys = new TreeSet<>();
        try (KeyValueIterator<String, LedgerLine> all = store.prefixScan(partnership + "|", new StringSerializer())) {
            all.forEachRemaining(entry -> keys.add(line(entry.key)));
        }
        return keys;
    }

    private static String key(String line, String part) {
        return line + "|" + part;
    }

    private static String line(String key) {
        return key.substring(0, key.lastIndexOf('|'));
    }

    private static <V> Map<String, V> latest(int most) {
        return new LinkedHashMap<>(16, 0.75f, true) {
            @Override
            protected boolean removeEldestEntry(Map.Entry<String, V> eldest) {
                return size() > most;
            }
        };
    }
}
