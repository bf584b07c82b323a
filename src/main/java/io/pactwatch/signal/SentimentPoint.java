package io.pactwatch.signal;

import java.time.Instant;
import java.util.Objects;

/**
 * One point of the published sentiment series of a partnership; a later message for the same story replaces the earlier
 * one.
 *
 * @param partnership id of the partnership
 * @param story id of the story
 * @param at time of the story
 * @param level tone of the story, in [-1,1]
 * @param baseline level that counts as usual before this story
 * @param scale standard deviation that counts as usual, above 0
 * @param up statistic of the upper side
 * @param down statistic of the lower side
 * @param threshold value at which a statistic raises a shift
 */
public record SentimentPoint(
        String partnership,
        String story,
        Instant at,
        double level,
        double baseline,
        double scale,
        double up,
        double down,
        double threshold) {
    public SentimentPoint {
        Objects.requireNonNull(partnership, "partnership");
        Objects.requireNonNull(story, "story");
        Objects.requireNonNull(at, "at");
    }
}
