package io.pactwatch.train.linear;

import io.pactwatch.analysis.model.linear.SoftmaxHead.Calibration;
import java.util.List;
import java.util.function.IntPredicate;

/** Fits slope and offsets of a calibration to scores of models that have not seen the samples. */
final class CalibrationFit {
    private static final int STEPS = 3_000;
    private static final double RATE = 0.3;

    private CalibrationFit() {}

    static Calibration of(List<Sample> samples, double[][] scores, IntPredicate counts) {
        int width = scores[0].length;
        double slope = 1;
        double[] offsets = new double[width];
        for (int step = 0; step < STEPS; step++) {
            double slopeGradient = 0;
            double[] gradients = new double[width];
            double all = 0;
            for (int i = 0; i < scores.length; i++) {
                if (!counts.test(i)) {
                    continue;
                }
                double weight = samples.get(i).weight();
                all += weight;
                double[] shares = softmax(scores[i], slope, offsets);
                for (int c = 0; c < width; c++) {
                    double error = (shares[c] - samples.get(i).shares()[c]) * weight;
                    gradients[c] += error;
                    slopeGradient += error * scores[i][c];
                }
            }
            double norm = Math.max(all, 1e-9);
            slope -= RATE * slopeGradient / norm;
            for (int c = 0; c < width; c++) {
                offsets[c] -= RATE * gradients[c] / norm;
            }
        }
        float[] rounded = new float[width];
        for (int c = 0; c < width; c++) {
            rounded[c] = (float) offsets[c];
        }
        return new Calibration((float) slope, rounded);
    }

    private static double[] softmax(double[] scores, double slope, double[] offsets) {
        double[] shares = new double[scores.length];
        double sum = 0;
        for (int c = 0; c < shares.length; c++) {
            shares[c] = Math.exp(Math.min(50, slope * scores[c] + offsets[c]));
            sum += shares[c];
        }
        for (int c = 0; c < shares.length; c++) {
            shares[c] /= sum;
        }
        return shares;
    }
}
