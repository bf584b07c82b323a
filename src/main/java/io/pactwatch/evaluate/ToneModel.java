package io.pactwatch.evaluate;

import java.util.Random;

/** A model of how the tone of stories varies around its level: standardised noise of mean 0 and variance 1. */
public enum ToneModel {
    /** Independent normal noise. */
    NORMAL("normal") {
        @Override
        double next(Random random, double last) {
            return random.nextGaussian();
        }
    },
    /** Student's t with 3 degrees of freedom: one story in sixty is more than three deviations off. */
    HEAVY_TAILED("heavy-tailed (t3)") {
        @Override
        double next(Random random, double last) {
            double chiSquared = 0;
            for (int i = 0; i < DEGREES; i++) {
                double normal = random.nextGaussian();
                chiSquared += normal * normal;
            }
            double t = random.nextGaussian() / Math.sqrt(chiSquared / DEGREES);
            return t / Math.sqrt(DEGREES / (DEGREES - 2.0));
        }
    },
    /** First-order autoregression with coefficient 0.3: a story resembles the one before. */
    AUTOCORRELATED("autocorrelated (AR 0.3)") {
        @Override
        double next(Random random, double last) {
            return CORRELATION * last + Math.sqrt(1 - CORRELATION * CORRELATION) * random.nextGaussian();
        }
    },
    /** Exponential, turned so that its long tail is negative: quarrels are rarer and louder than praise. */
    SKEWED("skewed (exponential)") {
        @Override
        double next(Random random, double last) {
            return 1 + Math.log(1 - random.nextDouble());
        }
    };

    private static final int DEGREES = 3;
    private static final double CORRELATION = 0.3;

    private final String title;

    ToneModel(String title) {
        this.title = title;
    }

    /** Name for people. */
    public String title() {
        return title;
    }

    /** The next noise after the last one. */
    abstract double next(Random random, double last);
}
