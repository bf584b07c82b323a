package io.pactwatch.alert;

import java.time.Duration;
import java.time.Instant;
import java.util.Objects;

/**
 * When signals are judged.
 *
 * @param at event time of the input that causes them
 * @param detectedAt processing time
 * @param correction whether the input takes back what was told before
 */
public record Moment(Instant at, Instant detectedAt, boolean correction) {
    public Moment {
        Objects.requireNonNull(at, "at");
        Objects.requireNonNull(detectedAt, "detectedAt");
    }

    boolean isHistorical(Duration after) {
        return Duration.between(at, detectedAt).compareTo(after) > 0;
    }
}
