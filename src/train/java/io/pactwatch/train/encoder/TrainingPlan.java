package io.pactwatch.train.encoder;

/**
 * How long and how fast training goes.
 *
 * @param rounds how often every passage is read
 * @param targetEpochs how often every target is read, spread over the rounds
 * @param validateEvery rounds between two validations
 * @param encoderRate highest learning rate of the encoder
 * @param headRate the same of the heads
 * @param hidden share of word pieces that are hidden from the encoder
 * @param joined share of passages that are read together with another one, since articles surround a sentence with others
 */
record TrainingPlan(
        int seed,
        int rounds,
        double targetEpochs,
        int validateEvery,
        int batch,
        double encoderRate,
        double headRate,
        float dropout,
        double hidden,
        double joined) {
    private static final double WARM_UP = 0.06;

    /** Share of the highest rate at a step: rises at first, then falls to 0. */
    double rateShare(int step, int steps) {
        double warm = Math.max(1, WARM_UP * steps);
        return step < warm ? step / warm : Math.max(0, (steps - step) / (steps - warm));
    }
}
