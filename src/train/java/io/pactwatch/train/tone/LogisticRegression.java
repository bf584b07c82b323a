package io.pactwatch.train.tone;

import java.util.List;

/**
 * Multinomial logistic regression with a penalty on the squares of the weights of standardised features, by Newton's method
 * (Boehning 1992). Classes count alike, however many examples they have.
 */
final class LogisticRegression {
    private static final int STEPS = 30;

    /** Keeps the system of the constants solvable. */
    private static final double LEAST_PENALTY = 1e-6;

    private final List<Row> rows;
    private final int classes;
    private final int features;
    private final double[] means;
    private final double[] deviations;
    private final double[] classWeights;

    /** Features, and the class that is to be told from them. */
    record Row(double[] values, int label) {}

    private LogisticRegression(List<Row> rows, int classes) {
        this.rows = rows;
        this.classes = classes;
        this.features = rows.get(0).values().length;
        this.means = new double[features];
        this.deviations = new double[features];
        this.classWeights = new double[classes];
        for (Row row : rows) {
            classWeights[row.label()]++;
            for (int i = 0; i < features; i++) {
                means[i] += row.values()[i] / rows.size();
            }
        }
        for (Row row : rows) {
            for (int i = 0; i < features; i++) {
                deviations[i] += Math.pow(row.values()[i] - means[i], 2) / rows.size();
            }
        }
        for (int i = 0; i < features; i++) {
            deviations[i] = Math.max(1e-9, Math.sqrt(deviations[i]));
        }
        for (int c = 0; c < classes; c++) {
            classWeights[c] = classWeights[c] == 0 ? 0 : rows.size() / (classes * classWeights[c]);
        }
    }

    /** One row for each class: the weights of the features as they are, and a constant. */
    static double[][] fit(List<Row> rows, int classes, double penalty) {
        return new LogisticRegression(rows, classes).fit(penalty);
    }

    private double[][] fit(double penalty) {
        int width = features + 1;
        double[] weights = new double[classes * width];
        for (int step = 0; step < STEPS; step++) {
            double[][] system = system(weights, penalty);
            double[] change = solved(system);
            for (int i = 0; i < weights.length; i++) {
                weights[i] -= change[i];
            }
        }
        double[][] told = new double[classes][width];
        for (int c = 0; c < classes; c++) {
            told[c][features] = weights[c * width + features];
            for (int i = 0; i < features; i++) {
                told[c][i] = weights[c * width + i] / deviations[i];
                told[c][features] -= told[c][i] * means[i];
            }
        }
        return told;
    }

    /** The second derivatives of the loss, and behind them the first. */
    private double[][] system(double[] weights, double penalty) {
        int width = features + 1;
        int size = classes * width;
        double[][] system = new double[size][size + 1];
        for (Row row : rows) {
            double[] values = standardised(row);
            double[] shares = shares(weights, values);
            double own = classWeights[row.label()];
            for (int c = 0; c < classes; c++) {
                double slope = own * (shares[c] - (c == row.label() ? 1 : 0));
                for (int i = 0; i < width; i++) {
                    system[c * width + i][size] += slope * values[i];
                }
                for (int d = 0; d < classes; d++) {
                    double curve = own * shares[c] * ((c == d ? 1 : 0) - shares[d]);
                    for (int i = 0; i < width; i++) {
                        for (int j = 0; j < width; j++) {
                            system[c * width + i][d * width + j] += curve * values[i] * values[j];
                        }
                    }
                }
            }
        }
        for (int at = 0; at < size; at++) {
            double own = at % width == features ? LEAST_PENALTY : penalty;
            system[at][at] += own;
            system[at][size] += own * weights[at];
        }
        return system;
    }

    private double[] standardised(Row row) {
        double[] values = new double[features + 1];
        for (int i = 0; i < features; i++) {
            values[i] = (row.values()[i] - means[i]) / deviations[i];
        }
        values[features] = 1;
        return values;
    }

    private double[] shares(double[] weights, double[] values) {
        double[] shares = new double[classes];
        double sum = 0;
        for (int c = 0; c < classes; c++) {
            double score = 0;
            for (int i = 0; i < values.length; i++) {
                score += weights[c * values.length + i] * values[i];
            }
            shares[c] = Math.exp(score);
            sum += shares[c];
        }
        for (int c = 0; c < classes; c++) {
            shares[c] /= sum;
        }
        return shares;
    }

    /** Gauss and Jordan; the penalty keeps every pivot positive. */
    private static double[] solved(double[][] system) {
        int size = system.length;
        for (int pivot = 0; pivot < size; pivot++) {
            for (int row = 0; row < size; row++) {
                double factor = row == pivot ? 0 : system[row][pivot] / system[pivot][pivot];
                for (int column = pivot; factor != 0 && column <= size; column++) {
                    system[row][column] -= factor * system[pivot][column];
                }
            }
        }
        double[] solution = new double[size];
        for (int i = 0; i < size; i++) {
            solution[i] = system[i][size] / system[i][i];
        }
        return solution;
    }
}
