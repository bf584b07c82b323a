package io.pactwatch.console;

import io.pactwatch.signal.SentimentPoint;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;

/** The latest points of each sentiment series, by time. Bounded per partnership. Not thread-safe. */
final class SentimentShelf {
    private final int most;
    private final Map<String, Series> byPartnership = new HashMap<>();

    SentimentShelf(int most) {
        this.most = most;
    }

    private record Place(Instant at, String story) {
        static final Comparator<Place> ORDER = Comparator.comparing(Place::at).thenComparing(Place::story);

        static Place of(SentimentPoint point) {
            return new Place(point.at(), point.story());
        }
    }

    private record Series(Map<String, Place> byStory, NavigableMap<Place, SentimentPoint> points) {}

    void put(SentimentPoint point) {
        Series series = byPartnership.computeIfAbsent(
                point.partnership(), id -> new Series(new HashMap<>(), new TreeMap<>(Place.ORDER)));
        remove(point.partnership(), point.story());
        series.byStory().put(point.story(), Place.of(point));
        series.points().put(Place.of(point), point);
        if (series.points().size() > most) {
            remove(point.partnership(), series.points().firstKey().story());
        }
    }

    void remove(String partnership, String story) {
        Series series = byPartnership.get(partnership);
        if (series != null) {
            Optional.ofNullable(series.byStory().remove(story)).ifPresent(series.points()::remove);
        }
    }

    /** In the order of time. */
    List<SentimentPoint> of(String partnership) {
        Series series = byPartnership.get(partnership);
        return series == null ? List.of() : List.copyOf(series.points().values());
    }

    /** The last points, in the order of time. */
    List<SentimentPoint> last(String partnership, int limit) {
        Series series = byPartnership.get(partnership);
        if (series == null) {
            return List.of();
        }
        List<SentimentPoint> newestFirst =
                series.points().descendingMap().values().stream().limit(limit).toList();
        List<SentimentPoint> points = new ArrayList<>(newestFirst);
        Collections.reverse(points);
        return points;
    }
}
