package io.pactwatch.analysis;

/**
 * Tone towards the tie between two parties.
 *
 * @param score -1 (breaking) to 1 (flourishing)
 * @param weight how much text stands behind the score, in (0,1]
 */
public record Sentiment(double score, double weight) {
    /** Scores within this distance of zero are neutral. */
    public static final double NEUTRAL = 0.2;

    public Sentiment {
        if (!(score >= -1 && score <= 1)) {
            throw new IllegalArgumentException("score: " + score + " is not in [-1,1]");
        }
        if (!(weight > 0 && weight <= 1)) {
            throw new IllegalArgumentException("weight: " + weight + " is not in (0,1]");
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
