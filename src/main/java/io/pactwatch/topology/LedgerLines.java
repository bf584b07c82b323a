package io.pactwatch.topology;

import io.pactwatch.signal.FoldedLine;
import io.pactwatch.signal.LedgerChange;
import io.pactwatch.signal.LedgerLine;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.ReadOnlyKeyValueStore;

/**
 * The lines of the ledger, in a store by line and number: the head of a line under 0, each change under a number of its own, so
 * that a claim writes the change that it adds to. A change takes the number of one that it replaces. The lines that were used
 * last stay decoded and folded in memory; the store is what counts. Not thread-safe.
 */
final class LedgerLines {
    /** Decoded lines, of at most 84 changes of about 2 KB, and what they tell of these. */
    private static final int MOST_DECODED = 500;

    /** Partnerships whose lines are known by key. */
    private static final int MOST_LISTED = 1_000;

    private static final int HEAD = 0;

    private final KeyValueStore<String, LedgerLine> store;
    private final Map<String, Kept> decoded = new LatestUsed<>(MOST_DECODED);
    private final Map<String, Set<String>> listed = new LatestUsed<>(MOST_LISTED);

    /**
     * A line as it is stored.
     *
     * @param changes its changes by number
     */
    private record Kept(FoldedLine line, SortedMap<Integer, LedgerChange> changes) {}

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
        return kept(key).map(Kept::line);
    }

    void put(String partnership, String key, FoldedLine line) {
        Optional<Kept> before = kept(key);
        LedgerLine head = line.line().head();
        if (before.filter(last -> last.line().line().head().equals(head)).isEmpty()) {
            store.put(key(key, HEAD), head);
        }
        SortedMap<Integer, LedgerChange> changes = before.map(Kept::changes).orElseGet(TreeMap::new);
        write(key, line.line(), changes);
        decoded.put(key, new Kept(line, changes));
        Set<String> keys = listed.get(partnership);
        if (keys != null) {
            keys.add(key);
        }
    }

    /** Writes the changes that the store does not hold, under the numbers of those that the line does not hold any more. */
    private void write(String key, LedgerLine line, SortedMap<Integer, LedgerChange> changes) {
        Set<LedgerChange> fresh = Collections.newSetFromMap(new IdentityHashMap<>());
        fresh.addAll(line.changes());
        Set<Integer> free = new TreeSet<>();
        changes.forEach((number, change) -> {
            if (!fresh.remove(change) && !fresh.removeIf(change::equals)) {
                free.add(number);
            }
        });
        Iterator<Integer> numbers = free.iterator();
        for (LedgerChange change : line.changes()) {
            if (fresh.contains(change)) {
                int number = numbers.hasNext() ? numbers.next() : unused(changes);
                changes.put(number, change);
                store.put(key(key, number), line.part(change));
            }
        }
        numbers.forEachRemaining(number -> {
            changes.remove(number);
            Stores.delete(store, key(key, number));
        });
    }

    private static int unused(SortedMap<Integer, LedgerChange> changes) {
        return changes.isEmpty() ? HEAD + 1 : changes.lastKey() + 1;
    }

    private Optional<Kept> kept(String key) {
        Kept known = decoded.get(key);
        if (known == null) {
            List<LedgerLine> parts = new ArrayList<>();
            SortedMap<Integer, LedgerChange> changes = new TreeMap<>();
            try (KeyValueIterator<String, LedgerLine> found = store.prefixScan(key + "|", new StringSerializer())) {
                found.forEachRemaining(entry -> {
                    if (line(entry.key).equals(key)) {
                        parts.add(entry.value);
                        entry.value.changes().forEach(change -> changes.put(number(entry.key), change));
                    }
                });
            }
            if (!parts.isEmpty()) {
                known = new Kept(FoldedLine.of(LedgerLine.ofParts(parts)), changes);
                decoded.put(key, known);
            }
        }
        return Optional.ofNullable(known);
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

    private static String key(String line, int number) {
        return line + "|" + number;
    }

    private static int number(String key) {
        return Integer.parseInt(key, key.lastIndexOf('|') + 1, key.length(), 10);
    }

    private static String line(String key) {
        return key.substring(0, key.lastIndexOf('|'));
    }
}
