package io.pactwatch.train.tone;

import java.util.List;

/** Least squares with a penalty on the squares of the weights and without a constant (Hoerl and Kennard 1970). */
final class RidgeRegression {
    private RidgeRegression() {}

    /** @param rows features and, behind them, the value to be told from them */
    static double[] fit(List<double[]> rows, double penalty) {
        int features = rows.get(0).length - 1;
        double[][] system = new double[features][features + 1];
        for (double[] row : rows) {
            for (int i = 0; i < features; i++) {
                for (int j = 0; j <= features; j++) {
                    system[i][j] += row[i] * row[j];
                }
            }
        }
        for (int i = 0; i < features; i++) {
            system[i][i] += penalty;
        }
        return solved(system);
    }

    /** Gauss and Jordan; the penalty keeps every pivot positive. */
    private static double[] solved(double[][] system) {
        int size = system.length;
        for (int pivot = 0; pivot < size; pivot++) {
            for (int row = 0; row < size; row++) {
                double factor = row == pivot ? 0 : system[row][pivot] / system[pivot][pivot];
                for (int column = pivot; column <= size; column++) {
                    system[row][column] -= factor * system[pivot][column];
                }
            }
        }
        double[] weights = new double[size];
        for (int i = 0; i < size; i++) {
            weights[i] = system[i][size] / system[i][i];
        }
        return weights;
    }
}
