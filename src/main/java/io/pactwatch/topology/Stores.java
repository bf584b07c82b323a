package io.pactwatch.topology;

import io.pactwatch.alert.Alert;
import io.pactwatch.alert.Pace;
import io.pactwatch.serde.JsonSerde;
import io.pactwatch.signal.Activity;
import io.pactwatch.signal.LedgerLine;
import io.pactwatch.signal.SentimentSeries;
import io.pactwatch.signal.StoryMember;
import io.pactwatch.signal.ToneObservation;
import java.util.List;
import java.util.stream.Stream;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.StoreBuilder;

/** The state stores: what each holds, for how long, and how large an item is. */
final class Stores {
    /** Watchlist entries by partnership id, as JSON; as long as they are on the topic; about 1 KB each. */
    static final String WATCHLIST = "watchlist";

    /** Publication time (ms) of the newest article by partnership; for ever; 8 bytes each. */
    static final String WATERMARKS = "signal-watermarks";

    /** Articles by partnership, day and id, as far as stories need them; lateness and two story windows; about 1 KB each. */
    static final String STORIES = "signal-stories";

    /** Reports of articles by partnership, day and id, as JSON, for withdrawals; as long as the stories; about 2 KB each. */
    static final String REPORTS = "signal-reports";

    /** Publication time (ms) of those articles by id and partnership; as long as these; 100 bytes each. */
    static final String ARTICLES = "signal-articles";

    /** Analyses under embargo by the end of it, partnership and id; at most {@code alert.longestEmbargo}; about 2 KB each. */
    static final String EMBARGOED = "signal-embargoed";

    /** Processing time (ms) of withdrawals by article id; 90 days; 60 bytes each. */
    static final String WITHDRAWN = "signal-withdrawn";

    /** Lines of the ledger, change by change, by partnership, term, scope, payer and number; for ever; about 1 KB each. */
    static final String LEDGER = "signal-ledger";

    /** Lines of the ledger by the event time at which an end of validity is to be told; until then; about 100 bytes each. */
    static final String DUE = "signal-due";

    /** Days with input by partnership; one value for ever; at most 10 KB. */
    static final String ACTIVITY = "signal-activity";

    /** Partnerships by the event time at which their silence is to be told; until then; about 50 bytes each. */
    static final String QUIET = "signal-quiet";

    /** Stories of the sentiment series that can still change, by partnership and story; at most 256 of about 500 bytes each. */
    static final String OBSERVATIONS = "signal-observations";

    /** Sentiment series by partnership, without those stories; one value for ever; about 5 KB each. */
    static final String SENTIMENT = "signal-sentiment";

    /** Alerts as last published, by id; for ever; about 3 KB each. */
    static final String ALERTS = "alert-published";

    /** Processing time (ms) of the latest message by quoted article and alert; for ever; 100 bytes each, 5 for an alert. */
    static final String CITATIONS = "alert-citations";

    /** Messages that wait for the end of a cool-down, by partnership and alert; at most that long; about 3 KB each. */
    static final String WAITING = "alert-waiting";

    /** How much was told, by partnership; one value for ever; 200 bytes each. */
    static final String PACES = "alert-paces";

    private Stores() {}

    /** Not logged: its topic is its log. */
    static StoreBuilder<KeyValueStore<String, byte[]>> watchlist() {
        return org.apache.kafka.streams.state.Stores.keyValueStoreBuilder(
                        org.apache.kafka.streams.state.Stores.inMemoryKeyValueStore(WATCHLIST),
                        Serdes.String(),
                        Serdes.ByteArray())
                .withLoggingDisabled();
    }

    static List<StoreBuilder<?>> partitioned() {
        return Stream.of(
                        List.of(store(EMBARGOED, JsonSerde.of(HeldReading.class)), store(WITHDRAWN, Serdes.Long())),
                        signal(),
                        List.of(
                                store(ALERTS, JsonSerde.of(Alert.class)),
                                store(CITATIONS, Serdes.Long()),
                                store(WAITING, JsonSerde.of(WaitingMessage.class)),
                                store(PACES, JsonSerde.of(Pace.class))))
                .<StoreBuilder<?>>flatMap(List::stream)
                .toList();
    }

    /** The stores of the {@link SignalStage}. */
    static List<StoreBuilder<?>> signal() {
        return List.of(
                store(WATERMARKS, Serdes.Long()),
                store(STORIES, JsonSerde.of(StoryMember.class)),
                store(REPORTS, Serdes.ByteArray()),
                store(ARTICLES, Serdes.Long()),
                store(LEDGER, JsonSerde.of(LedgerLine.class)),
                store(DUE, Serdes.String()),
                store(OBSERVATIONS, JsonSerde.of(ToneObservation.class)),
                store(SENTIMENT, JsonSerde.of(SentimentSeries.class)),
                store(ACTIVITY, JsonSerde.of(Activity.class)),
                store(QUIET, Serdes.String()));
    }

    /** Deletes without reading what was there, as {@link KeyValueStore#delete} does to return it. */
    static void delete(KeyValueStore<String, ?> store, String key) {
        store.put(key, null);
    }

    private static <V> StoreBuilder<KeyValueStore<String, V>> store(String name, Serde<V> serde) {
        return org.apache.kafka.streams.state.Stores.keyValueStoreBuilder(
                        org.apache.kafka.streams.state.Stores.persistentKeyValueStore(name), Serdes.String(), serde)
                .withCachingEnabled();
    }
}
