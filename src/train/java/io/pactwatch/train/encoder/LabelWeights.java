package io.pactwatch.train.encoder;

import java.util.List;

/**
 * How much each label counts in the loss: as the square root of how much rarer it is than usual, within limits.
 *
 * @param term by number of the term; a term that is as frequent as usual or more counts 1
 */
record LabelWeights(float[] term, float[] status, float[] stage) {
    private static final double MOST = 3;

    static LabelWeights of(List<Example> examples, int terms) {
        int[] term = new int[terms];
        int[] status = new int[LabelSet.STATUSES.size()];
        int[] stage = new int[LabelSet.STAGES.size()];
        for (Example example : examples) {
            for (Example.Centre centre : example.centres()) {
                for (Example.ClaimLabel claim : centre.claims()) {
                    term[claim.term()]++;
                    status[claim.status()]++;
                    stage[claim.stage()]++;
                }
            }
        }
        return new LabelWeights(weights(term, 1), weights(status, 0.5), weights(stage, 0.5));
    }

    private static float[] weights(int[] counts, double least) {
        double mean = java.util.Arrays.stream(counts).average().orElse(1);
        float[] weights = new float[counts.length];
        for (int i = 0; i < counts.length; i++) {
            weights[i] = (float) Math.max(least, Math.min(MOST, Math.sqrt(mean / Math.max(1, counts[i]))));
        }
        return weights;
    }
}
