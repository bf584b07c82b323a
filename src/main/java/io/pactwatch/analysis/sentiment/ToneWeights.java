package io.pactwatch.analysis.sentiment;

import io.pactwatch.analysis.model.Tier;

/**
 * What each of {@link ToneFeatures} counts in the score of an article. They are fitted by ridge regression
 * to labelled articles that no model has trained on, see {@code src/train/README.md}.
 *
 * @param weights in the order of the features
 */
record ToneWeights(double... weights) {
    /** Lexicon and reported changes alone. */
    static final ToneWeights WORDS_ALONE = new ToneWeights(1, 0, 0, 0, 0, 0);

    private static final ToneWeights FAST = new ToneWeights(0.31, 0.40, 0.51, 0.26, 0.42, 0.17);
    private static final ToneWeights ACCURATE = new ToneWeights(0.24, 0.17, 0.28, 0.35, 0.15, 0.08);

    static ToneWeights of(Tier tier) {
        return tier == Tier.ACCURATE ? ACCURATE : FAST;
    }

    /** In [-1,1]. */
    double score(ToneFeatures features) {
        double[] values = features.values();
        double score = 0;
        for (int i = 0; i < values.length; i++) {
            score += weights[i] * values[i];
        }
        return Math.max(-1, Math.min(1, score));
    }
}
