package io.pactwatch.signal;

import java.time.Instant;
import java.util.Objects;

/**
 * One observation of the tone: the weighted mean over the articles of a story.
 *
 * @param at time of the story
 * @param story id of the story
 * @param score in [-1,1]
 */
public record StoryTone(Instant at, String story, double score) {
    public StoryTone {
        Objects.requireNonNull(at, "at");
        Objects.requireNonNull(story, "story");
        if (!(score >= -1 && score <= 1)) {
            throw new IllegalArgumentException("score: " + score + " is not in [-1,1]");
        }
    }
}
