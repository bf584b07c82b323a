package io.pactwatch.train.encoder;

import java.util.ArrayList;
import java.util.Arrays;
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
            centres.add(centre(centre, example.length(), hidden));
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

    private CentreReading centre(Example.Centre centre, int length, float[] hidden) {
        HeadsFile.TermsHead head = heads.terms();
        int terms = head.labels().size();
        CentreReading reading = new CentreReading(new double[terms], new int[terms], new int[terms]);
        for (int term = 0; term < terms; term++) {
            float[] pooled = pooled(centre.from(), centre.to(), hidden, head.query()[term]);
            double score = dot(head.weight()[term], pooled, 0) + head.bias()[term];
            reading.terms()[term] = 1 / (1 + Math.exp(-score));
            float[] features = withStatusWords(pooled, length, hidden);
            reading.status()[term] = best(heads.status(), features);
            reading.stage()[term] = best(heads.stage(), features);
        }
        return reading;
    }

    /** What a term gathers, and behind it what the query that follows from it gathers over the whole text. */
    private float[] withStatusWords(float[] pooled, int length, float[] hidden) {
        int width = pooled.length;
        float[] query = new float[width];
        for (int i = 0; i < width; i++) {
            query[i] = (float) dot(heads.terms().statusQuery()[i], pooled, 0);
        }
        float[] features = Arrays.copyOf(pooled, 2 * width);
        System.arraycopy(pooled(0, length, hidden, query), 0, features, width, width);
        return features;
    }

    private float[] pooled(int from, int to, float[] hidden, float[] query) {
        int width = heads.hidden();
        double[] shares = new double[to - from];
        double largest = Double.NEGATIVE_INFINITY;
        for (int i = 0; i < shares.length; i++) {
            shares[i] = dot(query, hidden, (from + i) * width) / Math.sqrt(width);
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
            int at = (from + i) * width;
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
