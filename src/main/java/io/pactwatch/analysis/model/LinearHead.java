package io.pactwatch.analysis.model;

import java.util.Arrays;

/**
 * A linear layer with softmax over the constants of an enum.
 *
 * @param labels one for each row of {@code weight}; not to be changed
 * @param weight a row of factors for each label
 * @param bias one for each label
 */
record LinearHead<E extends Enum<E>>(E[] labels, float[][] weight, float[] bias) {
    LinearHead {
        if (labels.length == 0 || weight.length != labels.length || bias.length != labels.length) {
            throw new IllegalArgumentException("labels: " + labels.length + ", but " + weight.length
                    + " rows of weight and " + bias.length + " of bias");
        }
        if (Arrays.stream(labels).distinct().count() != labels.length) {
            throw new IllegalArgumentException("labels: one stands twice");
        }
    }

    Distribution<E> read(float[] features) {
        double[] scores = new double[labels.length];
        for (int label = 0; label < scores.length; label++) {
            scores[label] = bias[label] + dot(weight[label], features);
        }
        return Distribution.softmax(labels, scores);
    }

    static double dot(float[] row, float[] features) {
        float sum = 0;
        for (int i = 0; i < features.length; i++) {
            sum += row[i] * features[i];
        }
        return sum;
    }
}
