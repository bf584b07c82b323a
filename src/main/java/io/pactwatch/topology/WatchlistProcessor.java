package io.pactwatch.topology;

import io.pactwatch.article.InvalidInputException;
import io.pactwatch.serde.WatchlistReader;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueStore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Keeps the watchlist store equal to the watchlist topic; entries that cannot be read leave the former entry standing. */
final class WatchlistProcessor implements Processor<String, byte[], Void, Void> {
    private static final Logger LOG = LoggerFactory.getLogger(WatchlistProcessor.class);

    private final WatchlistIndex index;
    private KeyValueStore<String, byte[]> store;

    WatchlistProcessor(WatchlistIndex index) {
        this.index = index;
    }

    @Override
    public void init(ProcessorContext<Void, Void> context) {
        store = context.getStateStore(Stores.WATCHLIST);
    }

    @Override
    public void process(Record<String, byte[]> record) {
        if (record.key() == null) {
            LOG.warn("watchlist entry without a key ignored; the key is the partnership id");
            return;
        }
        if (record.value() == null) {
            store.delete(record.key());
        } else if (readable(record)) {
            store.put(record.key(), record.value());
        }
        index.changed();
    }

    private static boolean readable(Record<String, byte[]> record) {
        try {
            WatchlistReader.readEntry(record.value());
            return true;
        } catch (InvalidInputException e) {
            LOG.warn("watchlist entry {} ignored: {}", record.key(), e.getMessage());
            return false;
        }
    }
}
