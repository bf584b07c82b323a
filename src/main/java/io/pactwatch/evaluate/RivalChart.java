package io.pactwatch.evaluate;

import io.pactwatch.signal.Baseline;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.function.DoublePredicate;

/**
 * Statistics that a detector could use instead of the cumulative sum, on the same self-starting baseline and with the same
 * stories held back from it, so that only the statistic differs. Each threshold gives about {@link ShiftStudy#INTERVAL} stories
 * between false alarms under normal noise after {@link ShiftStudy#LEARNED} stories; found by simulation. Not thread-safe.
 */
abstract class RivalChart implements DoublePredicate {
    private static final int WINDOW = 60;
    private static final int LEARNING = 4;
    private static final int KNOWN = 30;
    private static final double GUARD = 0.4;

    private final double threshold;
    private final Deque<Double> held = new ArrayDeque<>();
    private final double[] sides = new double[2];
    private final int[] counts = new int[2];
    private Baseline baseline = Baseline.PRIOR;
    private int stories;

    RivalChart(double threshold) {
        this.threshold = threshold;
    }

    /** Enters a standardised score and gives the statistic. */
    abstract double statistic(double z);

    /** Takes a score; whether it raises an alarm. */
    @Override
    public boolean test(double score) {
        stories++;
        double z = baseline.standardised(score);
        if (stories > LEARNING && statistic(z) >= threshold) {
            return true;
        }
        held.add(score);
        guard(0, z);
        guard(1, -z);
        int suspect = stories > KNOWN ? Math.min(WINDOW, Math.max(counts[0], counts[1])) : 0;
        while (held.size() > suspect) {
            baseline = baseline.with(held.remove());
        }
        return false;
    }

    /** A story counts as usual once neither side of a cumulative sum counts it any more. */
    private void guard(int side, double z) {
        sides[side] = Math.max(0, sides[side] + z - GUARD);
        counts[side] = sides[side] > 0 ? counts[side] + 1 : 0;
    }

    /** Generalised likelihood ratio over a window, for a shift of any size (D. Siegmund and E. S. Venkatraman, 1995). */
    static final class LikelihoodRatio extends RivalChart {
        static final double THRESHOLD = 5.67;

        private final Deque<Double> window = new ArrayDeque<>();

        LikelihoodRatio(double threshold) {
            super(threshold);
        }

        @Override
        double statistic(double z) {
            window.add(z);
            if (window.size() > WINDOW) {
                window.remove();
            }
            double sum = 0;
            int length = 0;
            double greatest = 0;
            for (Iterator<Double> latest = window.descendingIterator(); latest.hasNext(); ) {
                sum += latest.next();
                length++;
                greatest = length < 2 ? 0 : Math.max(greatest, sum * sum / (2 * length));
            }
            return greatest;
        }
    }

    /**
     * Two-sided statistic of A. N. Shiryaev (1963) and S. W. Roberts (1966) for a shift of one standard deviation, as its
     * logarithm.
     */
    static final class ShiryaevRoberts extends RivalChart {
        static final double THRESHOLD = 6.23;

        private double up;
        private double down;

        ShiryaevRoberts(double threshold) {
            super(threshold);
        }

        @Override
        double statistic(double z) {
            up = (1 + up) * Math.exp(z - 0.5);
            down = (1 + down) * Math.exp(-z - 0.5);
            return Math.log(Math.max(up, down));
        }
    }

    /**
     * Odds that the level has changed among the latest stories, as their logarithm, with a normal prior for the new level (R. P.
     * Adams and D. J. C. MacKay, Bayesian Online Changepoint Detection, 2007, with the level before the change from the
     * baseline).
     */
    static final class BayesianOnline extends RivalChart {
        static final double THRESHOLD = -0.39;

        private static final double HAZARD = 1.0 / ShiftStudy.INTERVAL;

        private final List<Segment> segments = new ArrayList<>();

        /** The hypothesis that the level changed before a certain story. */
        private static final class Segment {
            private double odds;
            private int length;
            private double sum;

            private void add(double z) {
                double precision = 1 + length;
                odds *= density(z, sum / precision, 1 + 1 / precision) / density(z, 0, 1) / (1 - HAZARD);
                length++;
                sum += z;
            }
        }

        BayesianOnline(double threshold) {
            super(threshold);
        }

        @Override
        double statistic(double z) {
            Segment latest = new Segment();
            latest.odds = HAZARD;
            segments.add(latest);
            if (segments.size() > WINDOW) {
                segments.remove(0);
            }
            double odds = 0;
            for (Segment segment : segments) {
                segment.add(z);
                odds += segment.odds;
            }
            return Math.log(odds);
        }

        private static double density(double z, double mean, double variance) {
            return Math.exp(-(z - mean) * (z - mean) / (2 * variance)) / Math.sqrt(variance);
        }
    }
}
