package io.pactwatch.analysis.sentiment;

import io.pactwatch.analysis.model.Tier;

/**
 * What lexicon and model count in a sentence that a model has read, in words of the lexicon.
 *
 * @param words factor of the words of the lexicon
 * @param model factor of the probabilities of the model
 * @param weak factor of the score of an article that is near zero: many readings that lean a little must not make a tone
 */
record ToneShares(double words, double model, double weak) {
    /** Lexicon and reported changes alone. */
    static final ToneShares WORDS_ALONE = new ToneShares(1, 0, 1);

    private static final ToneShares FAST = WORDS_ALONE;
    private static final ToneShares ACCURATE = new ToneShares(1, 1, 0.6);

    /** The score of an article for the balance of its sentences, both in [-1,1]; a clear balance keeps its size. */
    double score(double balance) {
        return balance * (weak + (1 - weak) * Math.abs(balance));
    }

    /** What did best on the validation part of the labelled passages and on texts that are put together of them. */
    static ToneShares of(Tier tier) {
        return tier == Tier.ACCURATE ? ACCURATE : FAST;
    }
}
