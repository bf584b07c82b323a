package io.pactwatch.train.linear;

import io.pactwatch.analysis.model.linear.LinearModel;
import java.util.Collections;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * Support vector machines with squared hinge loss, one for each class against the others, by dual coordinate descent (Hsieh
 * et al. 2008). The same examples give the same model.
 *
 * @param slots features, a power of two
 * @param cost of an error; small values keep weights small
 * @param positive how much more an error costs on an example of the class
 */
record SvmTrainer(int slots, double cost, double positive) implements Learner {
    private static final long SEED = 20_251_028L;
    private static final int PASSES = 25;

    @Override
    public LinearModel train(List<String> classes, List<Example> examples) {
        int width = classes.size();
        float[] weights = new float[slots * width];
        float[] biases = new float[width];
        for (int c = 0; c < width; c++) {
            float[] own = new float[slots + 1];
            train(c, examples, own);
            for (int slot = 0; slot < slots; slot++) {
                weights[slot * width + c] = own[slot];
            }
            biases[c] = own[slots];
        }
        return LinearModel.rounded(classes, biases, weights);
    }

    private void train(int place, List<Example> examples, float[] weights) {
        int size = examples.size();
        double[] alphas = new double[size];
        double[] diagonal = new double[size];
        double[] norms = new double[size];
        List<Integer> order = new ArrayList<>();
        for (int i = 0; i < size; i++) {
            Example example = examples.get(i);
            double own = cost * example.weight() * (example.share(place) > 0.5 ? positive : 1);
            diagonal[i] = 0.5 / own;
            norms[i] = diagonal[i] + 1;
            for (float value : example.values()) {
                norms[i] += value * value;
            }
            order.add(i);
        }
        Random random = new Random(SEED);
        for (int pass = 0; pass < PASSES; pass++) {
            Collections.shuffle(order, random);
            for (int i : order) {
                Example example = examples.get(i);
                double sign = example.share(place) > 0.5 ? 1 : -1;
                double slope = sign * score(example, weights) - 1 + diagonal[i] * alphas[i];
                double next = Math.max(0, alphas[i] - slope / norms[i]);
                if (next != alphas[i]) {
                    step(example, (float) ((next - alphas[i]) * sign), weights);
                    alphas[i] = next;
                }
            }
        }
    }

    private double score(Example example, float[] weights) {
        float sum = weights[slots];
        for (int i = 0; i < example.slots().length; i++) {
            sum += weights[example.slots()[i]] * example.values()[i];
        }
        return sum;
    }

    private void step(Example example, float by, float[] weights) {
        weights[slots] += by;
        for (int i = 0; i < example.slots().length; i++) {
            weights[example.slots()[i]] += by * example.values()[i];
        }
    }
}
