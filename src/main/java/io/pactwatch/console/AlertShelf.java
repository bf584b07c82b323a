package io.pactwatch.console;

import io.pactwatch.alert.Alert;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;

/** The latest alerts by publication, newest first. Bounded. Not thread-safe. */
final class AlertShelf {
    private final int most;
    private final Map<String, Alert> byId = new HashMap<>();
    private final NavigableMap<Place, Alert> all = new TreeMap<>();
    private final Map<String, NavigableMap<Place, Alert>> byPartnership = new HashMap<>();

    AlertShelf(int most) {
        this.most = most;
    }

    /** Where an alert stands in the order: newest first, the id where the times are equal. */
    record Place(Instant publishedAt, String id) implements Comparable<Place> {
        private static final Comparator<Place> ORDER =
                Comparator.comparing(Place::publishedAt).reversed().thenComparing(Place::id);

        static Place of(Alert alert) {
            return new Place(alert.publishedAt(), alert.id());
        }

        /** @throws IllegalArgumentException if the text is not what {@link #text} gives */
        static Place parse(String text) {
            int comma = text.indexOf(',');
            if (comma < 0) {
                throw new IllegalArgumentException("no comma");
            }
            return new Place(Instant.parse(text.substring(0, comma)), text.substring(comma + 1));
        }

        String text() {
            return publishedAt + "," + id;
        }

        @Override
        public int compareTo(Place other) {
            return ORDER.compare(this, other);
        }
    }

    void put(Alert alert) {
        remove(alert.id());
        byId.put(alert.id(), alert);
        all.put(Place.of(alert), alert);
        byPartnership
                .computeIfAbsent(alert.partnership().id(), id -> new TreeMap<>())
                .put(Place.of(alert), alert);
        if (all.size() > most) {
            remove(all.lastKey().id());
        }
    }

    void remove(String id) {
        Optional.ofNullable(byId.remove(id)).ifPresent(alert -> {
            all.remove(Place.of(alert));
            String partnership = alert.partnership().id();
            NavigableMap<Place, Alert> shelf = byPartnership.get(partnership);
            shelf.remove(Place.of(alert));
            if (shelf.isEmpty()) {
                byPartnership.remove(partnership);
            }
        });
    }

    /**
     * At most so many alerts that come after a place, newest first.
     *
     * @param partnership id of the partnership, or empty for all
     */
    List<Alert> after(Optional<Place> place, Optional<String> partnership, Predicate<Alert> wanted, int limit) {
        NavigableMap<Place, Alert> shelf = partnership
                .map(id -> byPartnership.getOrDefault(id, new TreeMap<>()))
                .orElse(all);
        NavigableMap<Place, Alert> rest =
                place.map(from -> shelf.tailMap(from, false)).orElse(shelf);
        List<Alert> found = new ArrayList<>();
        for (Alert alert : rest.values()) {
            if (found.size() == limit) {
                break;
            }
            if (wanted.test(alert)) {
                found.add(alert);
            }
        }
        return found;
    }
}
