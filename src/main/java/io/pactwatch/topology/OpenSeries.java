package io.pactwatch.topology;

import io.pactwatch.signal.SentimentChart;
import io.pactwatch.signal.SentimentSeries;
import io.pactwatch.signal.ToneObservation;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.BiConsumer;
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
    private final Map<String, SentimentChart> decoded = new LatestUsed<>(MOST_DECODED);

    OpenSeries(KeyValueStore<String, SentimentSeries> series, KeyValueStore<String, ToneObservation> observations) {
        this.series = series;
        this.observations = observations;
    }

    SentimentChart get(String partnership) {
        return decoded.computeIfAbsent(partnership, key -> SentimentChart.of(read(key)));
    }

    void put(String partnership, SentimentChart chart) {
        SentimentSeries before = get(partnership).series();
        SentimentSeries next = chart.series();
        SentimentSeries closed = next.withOpen(List.of());
        if (!closed.equals(before.withOpen(List.of()))) {
            series.put(partnership, closed);
        }
        Map<String, ToneObservation> gone = byStory(without(before.open(), next.open()));
        for (ToneObservation observation : without(next.open(), before.open())) {
            if (!observation.equals(gone.remove(observation.story()))) {
                observations.put(key(partnership, observation.story()), observation);
            }
        }
        gone.keySet().forEach(story -> Stores.delete(observations, key(partnership, story)));
        decoded.put(partnership, chart);
    }

    /** Every series that has an open story, in the order of the partnerships. Reads the open stories twice. */
    void forEach(BiConsumer<String, SentimentSeries> reader) {
        SortedSet<String> partnerships = new TreeSet<>();
        try (KeyValueIterator<String, ToneObservation> all = observations.all()) {
            all.forEachRemaining(entry -> partnerships.add(entry.key.substring(0, entry.key.indexOf('/'))));
        }
        partnerships.forEach(partnership -> reader.accept(partnership, read(partnership)));
    }

    /** Those of one list that the other does not hold, by identity; both are in the order of time. */
    private static List<ToneObservation> without(List<ToneObservation> list, List<ToneObservation> other) {
        List<ToneObservation> rest = new ArrayList<>();
        int next = 0;
        for (ToneObservation observation : list) {
            while (next < other.size()
                    && observation != other.get(next)
                    && ToneObservation.BY_TIME.compare(other.get(next), observation) < 0) {
                next++;
            }
            if (next < other.size() && observation == other.get(next)) {
                next++;
            } else {
                rest.add(observation);
            }
        }
        return rest;
    }

    private static Map<String, ToneObservation> byStory(List<ToneObservation> observations) {
        Map<String, ToneObservation> byStory = new HashMap<>();
        observations.forEach(observation -> byStory.put(observation.story(), observation));
        return byStory;
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
