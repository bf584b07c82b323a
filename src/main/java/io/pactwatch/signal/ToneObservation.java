package io.pactwatch.signal;

import java.time.Instant;
import java.util.Comparator;
import java.util.Objects;
import java.util.Optional;

/**
 * State: one story in the sentiment series.
 *
 * @param at time of the story
 * @param story id of the story
 * @param score in [-1,1]
 * @param quote the earliest quote that shows its tone
 */
public record ToneObservation(Instant at, String story, double score, Optional<ToneQuote> quote) {
    /** Order of time; the story decides between observations of one instant. */
    public static final Comparator<ToneObservation> BY_TIME =
            Comparator.comparing(ToneObservation::at).thenComparing(ToneObservation::story);

    public ToneObservation {
        Objects.requireNonNull(at, "at");
        Objects.requireNonNull(story, "story");
        Objects.requireNonNull(quote, "quote");
    }
}
