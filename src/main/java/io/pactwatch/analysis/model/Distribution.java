package io.pactwatch.analysis.model;

import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;

/**
 * Probabilities of the constants of an enum, which sum to 1.
 *
 * @param probabilities by constant; a constant that is missing has probability 0
 */
public record Distribution<E extends Enum<E>>(Map<E, Double> probabilities) {
    private static final double TOLERANCE = 1e-3;

    public Distribution {
        double sum = 0;
        for (Map.Entry<E, Double> entry : probabilities.entrySet()) {
            double probability = entry.getValue();
            if (!(probability >= 0 && probability <= 1 + TOLERANCE)) {
                throw new IllegalArgumentException(entry.getKey() + ": " + probability + " is not in [0,1]");
            }
            sum += probability;
        }
        if (!(Math.abs(sum - 1) <= TOLERANCE)) {
            throw new IllegalArgumentException("probabilities: sum to " + sum + ", not to 1");
        }
        probabilities = Collections.unmodifiableMap(new EnumMap<>(probabilities));
    }

    /**
     * The distribution that follows from scores by softmax.
     *
     * @param labels the constants, one for each score
     */
    public static <E extends Enum<E>> Distribution<E> softmax(E[] labels, double[] scores) {
        double largest = Double.NEGATIVE_INFINITY;
        for (double score : scores) {
            largest = Math.max(largest, score);
        }
        double sum = 0;
        for (double score : scores) {
            sum += Math.exp(score - largest);
        }
        EnumMap<E, Double> probabilities = new EnumMap<>(labels[0].getDeclaringClass());
        for (int i = 0; i < labels.length; i++) {
            probabilities.put(labels[i], Math.exp(scores[i] - largest) / sum);
        }
        return new Distribution<>(probabilities);
    }

    /** Probability of a constant, in [0,1]. */
    public double of(E constant) {
        return probabilities.getOrDefault(constant, 0.0);
    }

    /** The most probable constant; the first of equals. */
    public E best() {
        E best = null;
        for (E constant : probabilities.keySet()) {
            if (best == null || of(constant) > of(best)) {
                best = constant;
            }
        }
        return best;
    }
}
