package io.pactwatch.analysis.model.linear;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;

/**
 * Which terms a passage speaks of: a linear model over its words and cues gives scores, a second one weighs them with the
 * rules. Immutable and thread-safe.
 *
 * @param terms one class for each term
 * @param stack one class: that the sentence states the term
 * @param threshold probability from which a term is taken as stated
 */
public record TermHead(LinearModel terms, LinearModel stack, float threshold) {
    /** The most that is believed of a term in a language other than English. */
    private static final double MOST_ELSEWHERE = 0.9;

    public double[] scores(PassageWords passage) {
        return terms.scores(TermFeatures.of(passage));
    }

    /** The probability that the centre of a passage states a term. */
    public double probability(PassageWords passage, double[] scores, int place) {
        double score = stack.scores(StackFeatures.of(passage, terms, scores, place))[0];
        double probability = 1 / (1 + Math.exp(-score));
        return passage.isEnglish() ? probability : Math.min(MOST_ELSEWHERE, probability);
    }

    void write(DataOutputStream out) throws IOException {
        terms.write(out);
        stack.write(out);
        out.writeFloat(threshold);
    }

    static TermHead read(DataInputStream in) throws IOException {
        return new TermHead(LinearModel.read(in), LinearModel.read(in), in.readFloat());
    }
}
