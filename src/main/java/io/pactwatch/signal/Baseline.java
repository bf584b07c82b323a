package io.pactwatch.signal;

/**
 * State: the level and scale of the tone that count as usual. An empirical-Bayes estimate: a normal-inverse-gamma prior
 * that is worth a few observations, so that the first stories of a partnership are judged too; every residual is
 * winsorised (P. Huber, Robust Statistics, 1981), so that a single story moves it little; the weight is capped, so that
 * it follows slow drift. Stories that resemble the one before carry less news: their scale is that of the long-run
 * variance of a first-order autoregression.
 *
 * @param level mean, in [-1,1]
 * @param levelWeight observations that the mean is worth
 * @param variance of one story
 * @param varianceWeight observations that the variance is worth
 * @param autocovariance of one story with the next
 * @param last residual of the last story
 */
public record Baseline(
        double level, double levelWeight, double variance, double varianceWeight, double autocovariance, double last) {
    /** The tone of partnerships in general: slightly friendly, and wide for a quantity in [-1,1]. */
    public static final Baseline PRIOR = new Baseline(0.1, 2, 0.16, 2, 0, 0);

    /** Least scale: below it, differences of tone say nothing. */
    static final double LEAST_SCALE = 0.15;

    /** Standard deviations beyond which a residual counts no more. */
    static final double WINSOR = 3;

    private static final double GREATEST_WEIGHT = 400;

    /** Standard errors of the correlation that count as chance. */
    private static final double DOUBT = 0.45;

    private static final double GREATEST_CORRELATION = 0.8;

    /** Standard deviation of one story, at least {@link #LEAST_SCALE}. */
    double scale() {
        return Math.max(LEAST_SCALE, Math.sqrt(variance));
    }

    /**
     * Winsorised residual in standard deviations of its prediction, which is wider while the level is known from few
     * stories, and where stories resemble each other.
     */
    public double standardised(double score) {
        double correlation = correlation();
        double longRun = (1 + correlation) / (1 - correlation);
        double predicted = scale() * Math.sqrt(longRun + 1 / levelWeight);
        return winsorised((score - level) / predicted);
    }

    /** Correlation of one story with the next, less a part of its standard error, and not negative. */
    private double correlation() {
        double estimate = autocovariance / variance - DOUBT / Math.sqrt(varianceWeight);
        return Math.max(0, Math.min(GREATEST_CORRELATION, estimate));
    }

    /** The baseline with one more story. */
    public Baseline with(double score) {
        double residual = scale() * winsorised((score - level) / scale());
        double nextLevel = level + residual / (levelWeight + 1);
        double squared = residual * residual * levelWeight / (levelWeight + 1);
        double nextVariance = variance + (squared - variance) / (varianceWeight + 1);
        double nextAutocovariance = autocovariance + (residual * last - autocovariance) / (varianceWeight + 1);
        return new Baseline(
                nextLevel,
                Math.min(GREATEST_WEIGHT, levelWeight + 1),
                nextVariance,
                Math.min(GREATEST_WEIGHT, varianceWeight + 1),
                nextAutocovariance,
                residual);
    }

    /**
     * Starts again at a new level; the scale is kept. The stories that made a statistic cross overstate the level, so
     * together they are worth one.
     */
    Baseline restart(double mean) {
        return new Baseline(mean, 1, variance, varianceWeight, autocovariance, 0);
    }

    private static double winsorised(double standardised) {
        return Math.max(-WINSOR, Math.min(WINSOR, standardised));
    }
}
