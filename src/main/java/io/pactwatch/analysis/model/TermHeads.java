package io.pactwatch.analysis.model;

import io.pactwatch.analysis.text.Span;
import io.pactwatch.contract.ClaimStatus;
import io.pactwatch.contract.Stage;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * One head for each term with an attention of its own over the words of a sentence (Mullenbach et al. 2018), and heads for
 * status and stage on what that attention gathers. Immutable.
 *
 * @param labels names of the terms
 * @param query for each term what its attention looks for
 * @param weight for each term the factors of its logit
 * @param bias for each term
 * @param threshold for each term, see {@link TermReading}
 */
record TermHeads(
        List<String> labels,
        float[][] query,
        float[][] weight,
        float[] bias,
        double[] threshold,
        Optional<LinearHead<ClaimStatus>> status,
        Optional<LinearHead<Stage>> stage) {
    /** Words belong to the focus while their attention is at least this share of the strongest. */
    private static final double FOCUS_SHARE = 0.35;

    /** Terms that are less probable have no focus worth computing. */
    private static final double FLOOR = PassageReading.FLOOR;

    TermHeads {
        int terms = labels.size();
        if (query.length != terms || weight.length != terms || bias.length != terms || threshold.length != terms) {
            throw new IllegalArgumentException(
                    "terms: " + terms + " labels, but not as many of query, weight, bias and" + " threshold");
        }
        labels = List.copyOf(labels);
    }

    /**
     * The terms of a sentence, by falling probability.
     *
     * @param inside the pieces of the sentence
     */
    List<TermReading> read(HiddenStates states, Pieces pieces, int[] inside) {
        List<TermReading> readings = new ArrayList<>();
        if (inside.length == 0) {
            return readings;
        }
        double[] attention = new double[inside.length];
        float[] pooled = new float[states.width()];
        for (int term = 0; term < labels.size(); term++) {
            attend(states, inside, query[term], attention, pooled);
            double probability = 1 / (1 + Math.exp(-bias[term] - LinearHead.dot(weight[term], pooled)));
            if (probability >= FLOOR) {
                readings.add(new TermReading(
                        labels.get(term),
                        probability,
                        threshold[term],
                        status.map(head -> head.read(pooled)),
                        stage.map(head -> head.read(pooled)),
                        focus(pieces, inside, attention)));
            }
        }
        readings.sort(Comparator.comparingDouble(TermReading::probability).reversed());
        return readings;
    }

    private static void attend(HiddenStates states, int[] inside, float[] query, double[] attention, float[] pooled) {
        double scale = 1 / Math.sqrt(states.width());
        double largest = Double.NEGATIVE_INFINITY;
        for (int i = 0; i < inside.length; i++) {
            attention[i] = states.dot(inside[i], query) * scale;
            largest = Math.max(largest, attention[i]);
        }
        double sum = 0;
        for (int i = 0; i < inside.length; i++) {
            attention[i] = Math.exp(attention[i] - largest);
            sum += attention[i];
        }
        Arrays.fill(pooled, 0);
        for (int i = 0; i < inside.length; i++) {
            attention[i] /= sum;
            states.addTo(pooled, inside[i], (float) attention[i]);
        }
    }

    /** The place of the strongest piece, widened over its neighbours that are nearly as strong. */
    private static Span focus(Pieces pieces, int[] inside, double[] attention) {
        int strongest = 0;
        for (int i = 1; i < inside.length; i++) {
            strongest = attention[i] > attention[strongest] ? i : strongest;
        }
        double least = attention[strongest] * FOCUS_SHARE;
        int from = strongest;
        int to = strongest;
        while (from > 0 && attention[from - 1] >= least) {
            from--;
        }
        while (to + 1 < inside.length && attention[to + 1] >= least) {
            to++;
        }
        return pieces.place(inside[from]).join(pieces.place(inside[to]));
    }
}
