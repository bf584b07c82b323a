package io.pactwatch.analysis;

import java.util.Objects;
import java.util.Optional;

/**
 * Tone towards the tie between two parties, and of each towards the other where the text shows it.
 *
 * @param score -1 (breaking) to 1 (flourishing)
 * @param weight how much text stands behind the score, in (0,1]
 * @param firstToSecond tone of the first party towards the second, in [-1,1]; empty if the text does not show it
 * @param secondToFirst tone of the second party towards the first
 */
public record Sentiment(double score, double weight, Optional<Double> firstToSecond, Optional<Double> secondToFirst) {
    /** Scores within this distance of zero are neutral. */
    public static final double NEUTRAL = 0.2;

    public Sentiment {
        requireScore(score, "score");
        if (!(weight > 0 && weight <= 1)) {
            throw new IllegalArgumentException("weight: " + weight + " is not in (0,1]");
        }
        Objects.requireNonNull(firstToSecond, "firstToSecond").ifPresent(tone -> requireScore(tone, "firstToSecond"));
        Objects.requireNonNull(secondToFirst, "secondToFirst").ifPresent(tone -> requireScore(tone, "secondToFirst"));
    }

    /** Tone towards the tie alone. */
    public Sentiment(double score, double weight) {
        this(score, weight, Optional.empty(), Optional.empty());
    }

    private static void requireScore(double score, String field) {
        if (!(score >= -1 && score <= 1)) {
            throw new IllegalArgumentException(field + ": " + score + " is not in [-1,1]");
        }
    }

    /** {@code negative}, {@code neutral} or {@code positive}. */
    public String label() {
        if (score <= -NEUTRAL) {
            return "negative";
        }
        return score >= NEUTRAL ? "positive" : "neutral";
    }
}
