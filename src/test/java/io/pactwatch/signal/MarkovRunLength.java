package io.pactwatch.signal;

/**
 * Average run length of a cumulative sum chart on normal observations by the Markov chain of D. Brook and D. A. Evans
 * (An approach to the probability distribution of cusum run length, Biometrika 59, 1972): the statistic is cut into
 * cells, and the run length solves a linear system.
 */
final class MarkovRunLength {
    private static final int CELLS = 200;

    private MarkovRunLength() {}

    /** Both sides together: 1 / (1 / upper + 1 / lower). */
    static double twoSided(double reference, double threshold, double shift) {
        double upper = oneSided(reference, threshold, shift);
        double lower = oneSided(reference, threshold, -shift);
        return 1 / (1 / upper + 1 / lower);
    }

    private static double oneSided(double reference, double threshold, double shift) {
        double width = 2 * threshold / (2 * CELLS - 1);
        double[][] system = new double[CELLS][CELLS + 1];
        for (int from = 0; from < CELLS; from++) {
            for (int to = 0; to < CELLS; to++) {
                double centre = (to - from) * width + reference - shift;
                double below = to == 0 ? 0 : normal(centre - width / 2);
                system[from][to] = (from == to ? 1 : 0) - (normal(centre + width / 2) - below);
            }
            system[from][CELLS] = 1;
        }
        return firstUnknown(system);
    }

    /** Gaussian elimination from the last row up, which leaves the first unknown; the matrix is diagonally dominant. */
    private static double firstUnknown(double[][] system) {
        for (int pivot = CELLS - 1; pivot > 0; pivot--) {
            for (int row = 0; row < pivot; row++) {
                double factor = system[row][pivot] / system[pivot][pivot];
                for (int column = 0; column <= CELLS; column++) {
                    system[row][column] -= factor * system[pivot][column];
                }
            }
        }
        return system[0][CELLS] / system[0][0];
    }

    /**
     * Standard normal distribution function, by its series (G. Marsaglia, Evaluating the Normal Distribution, 2004).
     */
    private static double normal(double x) {
        if (x < -8) {
            return 0;
        }
        if (x > 8) {
            return 1;
        }
        double term = x;
        double sum = x;
        for (int n = 1; Math.abs(term) > 1e-17 * Math.abs(sum) && n < 400; n++) {
            term *= x * x / (2 * n + 1);
            sum += term;
        }
        return 0.5 + sum * Math.exp(-x * x / 2) / Math.sqrt(2 * Math.PI);
    }
}
