package io.pactwatch.topology;

import io.pactwatch.signal.SentimentSeries;
import io.pactwatch.signal.ToneObservation;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;

/**
 * The sentiment series in two stores: one value by partnership without its open stories, and the open stories by partnership and
 * story, so that a record writes what it changes and not up to 256 stories. The series that were used last stay decoded in
 * memory; the stores are what counts. Not thread-safe.
 */
final class OpenSeries {
    /** Decoded series, of at most 256 stories of about 1 KB. */
    private static final int MOST_DECODED = 200;

    private final KeyValueStore<String, SentimentSeries> series;
    private final KeyValueStore<String, ToneObservation> observations;
    private final Map<String, SentimentSeries> decoded = new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, SentimentSeries> eldest) {
            return size() > MOST_DECODED;
        }
    };

    OpenSeries(KeyValueStore<String, SentimentSeries> series, KeyValueStore<String, ToneObservation> observations) {
        this.series = series;
        this.observations = observations;
    }

    SentimentSeries get(String partnership) {
        return decoded.computeIfAbsent(partnership, this::read);
    }

    void put(String partnership, SentimentSeries next) {
        SentimentSeries before = get(partnership);
        SentimentSeries closed = next.withOpen(List.of());
        if (!closed.equals(before.withOpen(List.of()))) {
            series.put(partnership, closed);
        }
        Set<ToneObservation> kept = Collections.newSetFromMap(new IdentityHashMap<>());
        kept.addAll(next.open());
        Map<String, ToneObservation> gone = new HashMap<>();
        for (ToneObservation observation : before.open()) {
            if (!kept.remove(observation)) {
                gone.put(observation.story(), observation);
            }
        }
        for (ToneObservation observation : kept) {
            if (!observation.equals(gone.remove(observation.story()))) {
                observations.put(key(partnership, observation.story()), observation);
            }
        }
        gone.keySet().forEach(story -> observations.delete(key(partnership, story)));
        decoded.put(partnership, next);
    }

    private SentimentSeries read(String partnership) {
        List<ToneObservation> open = new ArrayList<>();
        try (KeyValueIterator<String, ToneObservation> all =
                observations.prefixScan(key(partnership, ""), new StringSerializer())) {
            all.forEachRemaining(entry -> open.add(entry.value));
        }
        open.sort(ToneObservation.BY_TIME);
        return Optional.ofNullable(series.get(partnership))
                .orElseGet(SentimentSeries::empty)
                .withOpen(open);
    }

    private static String key(String partnership, String story) {
        return partnership + "/" + story;
    }
}
