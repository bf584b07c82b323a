package io.pactwatch.signal;

/**
 * The threshold of a two-sided cumulative sum chart for an accepted rate of false alarms.
 *
 * <p>The in-control average run length of a one-sided chart with reference value {@code k} and threshold {@code h} is
 * about {@code (exp(x) - x - 1) / (2 k^2)} with {@code x = 2 k (h + 1.166)}; that of the two-sided chart is half of it
 * (D. Siegmund, Sequential Analysis, Springer 1985).
 */
final class CusumThreshold {
    /**
     * Observations between false alarms: asking for less than the first, or more than the second, gives no usable
     * chart.
     */
    static final double LEAST_RUN_LENGTH = 12;

    static final double GREATEST_RUN_LENGTH = 5000;

    /** Siegmund's correction for the overshoot of a normal random walk, twice 0.583. */
    private static final double OVERSHOOT = 1.166;

    private static final int ITERATIONS = 40;

    private CusumThreshold() {}

    /** Average number of observations between false alarms of the two-sided chart. */
    static double runLength(double reference, double threshold) {
        double x = 2 * reference * (threshold + OVERSHOOT);
        return (Math.exp(x) - x - 1) / (4 * reference * reference);
    }

    /** The threshold that gives the average run length; inverse of {@link #runLength}. Constant time. */
    static double forRunLength(double reference, double runLength) {
        double bounded = Math.max(LEAST_RUN_LENGTH, Math.min(GREATEST_RUN_LENGTH, runLength));
        double target = 4 * reference * reference * bounded;
        double x = Math.log1p(target);
        for (int i = 0; i < ITERATIONS; i++) {
            double next = Math.log(target + 1 + x);
            if (next == x) {
                break;
            }
            x = next;
        }
        return x / (2 * reference) - OVERSHOOT;
    }
}
