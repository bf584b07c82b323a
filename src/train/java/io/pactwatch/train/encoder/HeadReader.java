package io.pactwatch.train.encoder;

import java.util.ArrayList;
import java.util.List;

/** Computes what the heads find from hidden states, by the formulas that the product uses. */
final class HeadReader {
    private final HeadsFile heads;

    HeadReader(HeadsFile heads) {
        this.heads = heads;
    }

    /**
     * What the heads find in one text.
     *
     * @param target most probable tone towards the target, by number
     * @param tie most probable tone towards the tie, by number
     */
    record Reading(int target, int tie, List<CentreReading> centres) {}

    /** Probability of every term in a centre, and the most probable status and stage given the term. */
    record CentreReading(double[] terms, int[] status, int[] stage) {}

    Reading read(Example example, float[] hidden) {
        float[] summary = summary(example, hidden);
        List<CentreReading> centres = new ArrayList<>();
        for (Example.Centre centre : example.centres()) {
            centres.add(centre(centre, hidden));
        }
        return new Reading(best(heads.target(), summary), best(heads.tie(), summary), centres);
    }

    private float[] summary(Example example, float[] hidden) {
        int width = heads.hidden();
        float[] summary = new float[2 * width];
        System.arraycopy(hidden, 0, summary, 0, width);
        int marked = 0;
        for (int i = 0; i < example.length(); i++) {
            if (example.marked()[i]) {
                marked++;
                for (int j = 0; j < width; j++) {
                    summary[width + j] += hidden[i * width + j];
                }
            }
        }
        for (int j = 0; j < width; j++) {
            summary[width + j] /= marked;
        }
        return summary;
    }

    private CentreReading centre(Example.Centre centre, float[] hidden) {
        int terms = heads.terms().labels().size();
        CentreReading reading = new CentreReading(new double[terms], new int[terms], new int[terms]);
        for (int term = 0; term < terms; term++) {
            float[] pooled = pooled(centre, hidden, heads.terms().query()[term]);
            double score = dot(heads.terms().weight()[term], pooled, 0) + heads.terms().bias()[term];
            reading.terms()[term] = 1 / (1 + Math.exp(-score));
            reading.status()[term] = best(heads.status(), pooled);
            reading.stage()[term] = best(heads.stage(), pooled);
        }
        return reading;
    }

    private float[] pooled(Example.Centre centre, float[] hidden, float[] query) {
        int width = heads.hidden();
        double[] shares = new double[centre.to() - centre.from()];
        double largest = Double.NEGATIVE_INFINITY;
        for (int i = 0; i < shares.length; i++) {
            shares[i] = dot(query, hidden, (centre.from() + i) * width) / Math.sqrt(width);
            largest = Math.max(largest, shares[i]);
        }
        double sum = 0;
        for (int i = 0; i < shares.length; i++) {
            shares[i] = Math.exp(shares[i] - largest);
            sum += shares[i];
        }
        float[] pooled = new float[width];
        for (int i = 0; i < shares.length; i++) {
            float share = (float) (shares[i] / sum);
            int at = (centre.from() + i) * width;
            for (int j = 0; j < width; j++) {
                pooled[j] += share * hidden[at + j];
            }
        }
        return pooled;
    }

    private static int best(HeadsFile.LabelHead head, float[] input) {
        int best = 0;
        double most = Double.NEGATIVE_INFINITY;
        for (int label = 0; label < head.bias().length; label++) {
            double score = dot(head.weight()[label], input, 0) + head.bias()[label];
            if (score > most) {
                most = score;
                best = label;
            }
        }
        return best;
    }

    private static double dot(float[] weights, float[] values, int from) {
        double sum = 0;
        for (int j = 0; j < weights.length; j++) {
            sum += weights[j] * values[from + j];
        }
        return sum;
    }
}
