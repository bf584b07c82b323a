package io.pactwatch.topology;

import io.pactwatch.analysis.ArticleAnalyzer;
import io.pactwatch.article.Partnership;
import io.pactwatch.serde.WatchlistReader;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.ReadOnlyKeyValueStore;

/**
 * The watchlist in the form that the analysis needs, shared by all stream threads of an instance: made of the global store
 * when first asked for, and again after the store has changed. Thread-safe.
 */
final class WatchlistIndex {
    private final ArticleAnalyzer analyzer;
    private final AtomicLong changes = new AtomicLong();
    private volatile Optional<Snapshot> latest = Optional.empty();

    /** @param analyzer for any watchlist */
    WatchlistIndex(ArticleAnalyzer analyzer) {
        this.analyzer = analyzer;
    }

    /** The store has changed. */
    void changed() {
        changes.incrementAndGet();
    }

    /** The watchlist as it stands in the store. */
    Snapshot snapshot(ReadOnlyKeyValueStore<String, byte[]> store) {
        return latest.filter(this::isCurrent).orElseGet(() -> refresh(store));
    }

    private boolean isCurrent(Snapshot snapshot) {
        return snapshot.version() == changes.get();
    }

    private synchronized Snapshot refresh(ReadOnlyKeyValueStore<String, byte[]> store) {
        return latest.filter(this::isCurrent).orElseGet(() -> {
            Snapshot snapshot = read(store, changes.get());
            latest = Optional.of(snapshot);
            return snapshot;
        });
    }

    private Snapshot read(ReadOnlyKeyValueStore<String, byte[]> store, long version) {
        Map<String, Partnership> partnerships = new LinkedHashMap<>();
        try (KeyValueIterator<String, byte[]> entries = store.all()) {
            entries.forEachRemaining(entry -> partnerships.put(entry.key, WatchlistReader.readEntry(entry.value)));
        }
        return new Snapshot(version, partnerships, analyzer.withWatchlist(partnerships.values()));
    }

    /**
     * @param version number of changes that it includes
     * @param partnerships by id
     * @param analyzer for these partnerships
     */
    record Snapshot(long version, Map<String, Partnership> partnerships, ArticleAnalyzer analyzer) {}
}
