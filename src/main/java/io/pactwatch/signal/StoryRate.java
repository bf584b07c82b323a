package io.pactwatch.signal;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * State: how many stories a partnership has in a year: exponentially forgotten count over exponentially forgotten time,
 * with a prior of one story a week that is worth two stories.
 *
 * @param last time of the latest story
 * @param stories forgotten count
 * @param years forgotten time
 */
public record StoryRate(Optional<Instant> last, double stories, double years) {
    static final StoryRate PRIOR = new StoryRate(Optional.empty(), 0, 0);

    private static final double MEMORY_YEARS = 0.5;
    private static final double PRIOR_STORIES = 2;
    private static final double PRIOR_YEARS = PRIOR_STORIES / 52;
    private static final double SECONDS_PER_YEAR = 365.25 * 86_400;

    /** The rate after one more story, not earlier than the last one. */
    StoryRate with(Instant at) {
        double gap = last.map(time -> Duration.between(time, at).toSeconds() / SECONDS_PER_YEAR)
                .orElse(0.0);
        double kept = Math.exp(-gap / MEMORY_YEARS);
        return new StoryRate(Optional.of(at), stories * kept + 1, years * kept + MEMORY_YEARS * (1 - kept));
    }

    double perYear() {
        return (stories + PRIOR_STORIES) / (years + PRIOR_YEARS);
    }
}
