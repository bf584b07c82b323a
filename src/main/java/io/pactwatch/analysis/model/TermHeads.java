package io.pactwatch.analysis.model;

import io.pactwatch.analysis.text.Span;
import io.pactwatch.contract.ClaimStatus;
import io.pactwatch.contract.Stage;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * One head for each term with an attention of its own over the words of a sentence (Mullenbach et al. 2018). Status and stage
 * are read from what that attention gathers and from what a second one gathers over the whole passage, whose query follows
 * from the first: how firm a claim is stands in other words than what it claims. Immutable.
 *
 * @param labels names of the terms
 * @param query for each term what its attention looks for
 * @param weight for each term the factors of its logit
 * @param bias for each term
 * @param statusQuery matrix from what a term gathers to the query of the second attention; a row for each number of the query
 * @param status reads both gathered vectors, one behind the other
 * @param stage the same
 */
record TermHeads(
        List<String> labels,
        float[][] query,
        float[][] weight,
        float[] bias,
        float[][] statusQuery,
        Optional<LinearHead<ClaimStatus>> status,
        Optional<LinearHead<Stage>> stage) {
    /** Words belong to the focus while their attention is at least this share of the strongest. */
    private static final double FOCUS_SHARE = 0.35;

    /** Terms that are less probable have no focus worth computing. */
    private static final double FLOOR = PassageReading.FLOOR;

    TermHeads {
        int terms = labels.size();
        if (query.length != terms || weight.length != terms || bias.length != terms) {
            throw new IllegalArgumentException(
                    "terms: " + terms + " labels, but not as many of query, weight and bias");
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
        int[] all = IntStream.range(0, pieces.size()).toArray();
        double[] attention = new double[inside.length];
        float[] pooled = new float[states.width()];
        for (int term = 0; term < labels.size(); term++) {
            attend(states, inside, query[term], attention, pooled);
            double probability = 1 / (1 + Math.exp(-bias[term] - LinearHead.dot(weight[term], pooled)));
            if (probability >= FLOOR) {
                float[] features = withStatusWords(states, all, pooled);
                readings.add(new TermReading(
                        labels.get(term),
                        probability,
                        status.map(head -> head.read(features)),
                        stage.map(head -> head.read(features)),
                        focus(pieces, inside, attention)));
            }
        }
        readings.sort(Comparator.comparingDouble(TermReading::probability).reversed());
        return readings;
    }

    /** What a term gathered, and behind it what tells its status. */
    private float[] withStatusWords(HiddenStates states, int[] all, float[] pooled) {
        float[] query = new float[states.width()];
        for (int i = 0; i < query.length; i++) {
            query[i] = (float) LinearHead.dot(statusQuery[i], pooled);
        }
        float[] gathered = new float[states.width()];
        attend(states, all, query, new double[all.length], gathered);
        float[] features = Arrays.copyOf(pooled, 2 * pooled.length);
        System.arraycopy(gathered, 0, features, pooled.length, gathered.length);
        return features;
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
