package io.pactwatch.train.linear;

import io.pactwatch.analysis.model.linear.LinearModel;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/**
 * Logistic regression by stochastic gradient descent with a rate of its own for each weight (AdaGrad; Duchi, Hazan and
 * Singer 2011) and a penalty on large weights. The same examples give the same model.
 *
 * @param slots features, a power of two
 * @param epochs passes over the examples
 * @param rate first step
 * @param penalty of a weight, applied where its feature is present
 * @param exclusive whether an example has exactly one class
 */
record LinearTrainer(int slots, int epochs, double rate, double penalty, boolean exclusive) implements Learner {
    private static final long SEED = 20_251_028L;

    /** Orders of the examples whose weights are averaged. */
    private static final int RUNS = 3;

    /** Keeps the first steps of a weight in bounds. */
    private static final double START = 1e-2;

    @Override
    public LinearModel train(List<String> classes, List<Example> examples) {
        Weights mean = new Weights(classes.size());
        for (int run = 0; run < RUNS; run++) {
            Weights weights = new Weights(classes.size());
            weights.startAtShares(examples);
            List<Example> order = new ArrayList<>(examples);
            Random random = new Random(SEED + run);
            for (int epoch = 0; epoch < epochs; epoch++) {
                Collections.shuffle(order, random);
                order.forEach(weights::learn);
            }
            mean.addShare(weights, 1f / RUNS);
        }
        return LinearModel.rounded(classes, mean.biases, mean.weights);
    }

    /** The weights while they are learned. */
    private final class Weights {
        private final int width;
        private final float[] weights;
        private final float[] squares;
        private final float[] biases;
        private final float[] biasSquares;
        private final float[] slopes;

        private Weights(int width) {
            this.width = width;
            weights = new float[slots * width];
            squares = new float[slots * width];
            biases = new float[width];
            biasSquares = new float[width];
            slopes = new float[width];
        }

        private void addShare(Weights other, float share) {
            for (int i = 0; i < weights.length; i++) {
                weights[i] += other.weights[i] * share;
            }
            for (int c = 0; c < width; c++) {
                biases[c] += other.biases[c] * share;
            }
        }

        /** A class begins as likely as it is among the examples, so that rare words are not made to say that it is rare. */
        private void startAtShares(List<Example> examples) {
            double all = 0;
            double[] held = new double[width];
            for (Example example : examples) {
                all += example.weight();
                for (int c = 0; c < width; c++) {
                    held[c] += example.share(c) * example.weight();
                }
            }
            for (int c = 0; c < width; c++) {
                double share = (held[c] + 1) / (all + 2);
                biases[c] = (float) (exclusive ? Math.log(share) : Math.log(share / (1 - share)));
            }
        }

        private void learn(Example example) {
            score(example);
            squash();
            for (int c = 0; c < width; c++) {
                slopes[c] = (slopes[c] - example.share(c)) * example.weight();
                biasSquares[c] += slopes[c] * slopes[c];
                biases[c] -= (float) (rate * 0.3 * slopes[c] / Math.sqrt(biasSquares[c] + 1));
            }
            step(example);
        }

        private void score(Example example) {
            System.arraycopy(biases, 0, slopes, 0, width);
            for (int i = 0; i < example.slots().length; i++) {
                int row = example.slots()[i] * width;
                float value = example.values()[i];
                for (int c = 0; c < width; c++) {
                    slopes[c] += value * weights[row + c];
                }
            }
        }

        private void squash() {
            if (!exclusive) {
                for (int c = 0; c < width; c++) {
                    slopes[c] = (float) (1 / (1 + Math.exp(-slopes[c])));
                }
                return;
            }
            float most = Float.NEGATIVE_INFINITY;
            for (float score : slopes) {
                most = Math.max(most, score);
            }
            float sum = 0;
            for (int c = 0; c < width; c++) {
                slopes[c] = (float) Math.exp(slopes[c] - most);
                sum += slopes[c];
            }
            for (int c = 0; c < width; c++) {
                slopes[c] /= sum;
            }
        }

        private void step(Example example) {
            for (int i = 0; i < example.slots().length; i++) {
                int row = example.slots()[i] * width;
                float value = example.values()[i];
                for (int c = 0; c < width; c++) {
                    int at = row + c;
                    float slope = slopes[c] * value + (float) (penalty * example.weight()) * weights[at];
                    squares[at] += slope * slope;
                    weights[at] -= (float) (rate * slope / Math.sqrt(squares[at] + START));
                }
            }
        }
    }
}
