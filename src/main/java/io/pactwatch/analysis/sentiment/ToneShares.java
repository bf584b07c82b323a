package io.pactwatch.analysis.sentiment;

import io.pactwatch.analysis.model.Tier;

/**
 * What lexicon and model count in a sentence that a model has read, in words of the lexicon.
 *
 * @param words factor of the words of the lexicon
 * @param model factor of the probabilities of the model
 */
record ToneShares(double words, double model) {
    private static final ToneShares FAST = new ToneShares(0.6, 1);
    private static final ToneShares ACCURATE = new ToneShares(0.3, 1.5);

    /** What was chosen for the models of a tier on the validation part of the labelled passages. */
    static ToneShares of(Tier tier) {
        return tier == Tier.ACCURATE ? ACCURATE : FAST;
    }
}
