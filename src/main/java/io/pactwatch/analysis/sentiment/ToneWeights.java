package io.pactwatch.analysis.sentiment;

import io.pactwatch.analysis.Sentiment;
import io.pactwatch.analysis.model.Distribution;
import io.pactwatch.analysis.model.Tier;
import io.pactwatch.analysis.model.Tone;

/**
 * What each of {@link ToneFeatures} counts for a tone of an article: multinomial logistic regression, fitted to labelled
 * articles that no model has trained on, see {@code src/train/README.md}.
 *
 * @param rows one for each tone, in the order of {@link Tone}: the weights of the features in their order, and a constant
 */
record ToneWeights(double[]... rows) {
    private static final ToneWeights FAST = new ToneWeights(
            new double[] {-0.14, -0.24, 0.68, -0.37, 0.76, -0.27, 1.55, -0.58, -0.31, -0.38},
            new double[] {-0.09, -0.34, 0.14, -0.12, -0.25, -1.07, -0.68, 0.20, -0.16, 0.77},
            new double[] {0.24, 0.57, -0.83, 0.49, -0.51, 1.34, -0.87, 0.38, 0.47, -0.39});
    private static final ToneWeights ACCURATE = new ToneWeights(
            new double[] {-0.11, -0.16, 0.30, -0.21, 0.35, -0.31, 0.64, -0.36, -0.09, -0.30},
            new double[] {-0.10, -0.06, -0.16, -0.06, -0.11, -0.30, -0.30, 0.13, -0.15, 0.48},
            new double[] {0.21, 0.23, -0.14, 0.27, -0.24, 0.61, -0.34, 0.24, 0.25, -0.18});

    static ToneWeights of(Tier tier) {
        return tier == Tier.ACCURATE ? ACCURATE : FAST;
    }

    /** In [-1,1]; between the bounds of {@link Sentiment#NEUTRAL} where neutral is the most probable tone. */
    double score(ToneFeatures features) {
        double[] values = features.values();
        double[] scores = new double[rows.length];
        for (int row = 0; row < rows.length; row++) {
            scores[row] = rows[row][values.length];
            for (int i = 0; i < values.length; i++) {
                scores[row] += rows[row][i] * values[i];
            }
        }
        return score(Distribution.softmax(Tone.values(), scores));
    }

    /** The lead of the more probable clear tone over the others; of a neutral one, how far it leans to one side. */
    private static double score(Distribution<Tone> tones) {
        double good = tones.of(Tone.POSITIVE);
        double bad = tones.of(Tone.NEGATIVE);
        double neutral = tones.of(Tone.NEUTRAL);
        double clear = Math.max(good, bad);
        if (neutral > clear) {
            return Sentiment.NEUTRAL * (good - bad) / (neutral - Math.min(good, bad));
        }
        double lead = clear - Math.max(neutral, Math.min(good, bad));
        return Math.signum(good - bad) * (Sentiment.NEUTRAL + (1 - Sentiment.NEUTRAL) * lead);
    }
}
