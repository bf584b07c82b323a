package io.pactwatch.alert;

import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * State: how much of a partnership was told.
 *
 * @param day UTC day of processing on which the latest alert was opened
 * @param opened alerts opened on that day
 * @param lastTold event time of the latest message by kind
 */
public record Pace(LocalDate day, int opened, Map<AlertKind, Instant> lastTold) {
    /** Nothing was told. */
    public static final Pace NONE = new Pace(LocalDate.EPOCH, 0, Map.of());

    public Pace {
        Objects.requireNonNull(day, "day");
        lastTold = Map.copyOf(lastTold);
    }

    int openedOn(LocalDate other) {
        return other.equals(day) ? opened : 0;
    }

    Pace withOpened(LocalDate other) {
        return new Pace(other, openedOn(other) + 1, lastTold);
    }

    Optional<Instant> lastTold(AlertKind kind) {
        return Optional.ofNullable(lastTold.get(kind));
    }

    Pace withTold(AlertKind kind, Instant at) {
        Map<AlertKind, Instant> told = new EnumMap<>(AlertKind.class);
        told.putAll(lastTold);
        told.merge(kind, at, (one, other) -> one.isAfter(other) ? one : other);
        return new Pace(day, opened, told);
    }
}
