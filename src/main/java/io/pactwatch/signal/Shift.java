package io.pactwatch.signal;

import java.time.Instant;
import java.util.Objects;

/**
 * A detected change of level.
 *
 * @param direction which way
 * @param from level before, in [-1,1]
 * @param to mean level since the change point, in [-1,1]
 * @param effectSize {@code (to - from)} in baseline standard deviations
 * @param changePoint estimated time of the first story at the new level
 * @param statistic value of the test statistic when it crossed
 * @param threshold value that it crossed
 */
public record Shift(
        Direction direction,
        double from,
        double to,
        double effectSize,
        Instant changePoint,
        double statistic,
        double threshold) {

    /** Which way the level has moved. */
    public enum Direction {
        UP,
        DOWN
    }

    public Shift {
        Objects.requireNonNull(direction, "direction");
        Objects.requireNonNull(changePoint, "changePoint");
    }
}
