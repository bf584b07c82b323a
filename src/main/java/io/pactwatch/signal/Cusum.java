package io.pactwatch.signal;

import java.util.Optional;

/**
 * Two-sided self-starting cumulative sum chart (E. S. Page 1954; D. M. Hawkins, Self-Starting Cusum Charts, 1987) on
 * the winsorised standardised tone of stories. A step is a pure function of the state and one observation, in constant
 * time.
 */
final class Cusum {
    /** Reference value: half the shift, in standard deviations, that is found fastest. */
    static final double REFERENCE = 0.5;

    /** Stories after a shift during which the new level settles. */
    static final int SETTLING = 6;

    /**
     * Part of the threshold above which a statistic keeps the baseline from following: what may be a shift is not
     * usual. Lower values leave out so many ordinary stories that the false alarms exceed what was accepted.
     */
    private static final double FREEZE = 0.8;

    private final double falseAlarmsPerYear;

    Cusum(double falseAlarmsPerYear) {
        this.falseAlarmsPerYear = falseAlarmsPerYear;
    }

    /**
     * @param state the state after the observation
     * @param before the baseline that the observation was judged by
     * @param up upper statistic at the observation, before a shift sets it back
     * @param down lower statistic at the observation, before a shift sets it back
     * @param crossed the side that crossed the threshold
     */
    record Step(
            CusumState state,
            Baseline before,
            double up,
            double down,
            double threshold,
            Optional<Shift.Direction> crossed,
            CusumSide side) {}

    Step step(CusumState state, ToneObservation observation) {
        StoryRate rate = state.rate().with(observation.at());
        double threshold = CusumThreshold.forRunLength(REFERENCE, rate.perYear() / falseAlarmsPerYear);
        if (state.settling() > 0) {
            return settle(state, observation, rate, threshold);
        }
        Baseline baseline = state.baseline();
        double z = baseline.standardised(observation.score());
        CusumSide up = state.up().with(observation, 1, z - REFERENCE);
        CusumSide down = state.down().with(observation, -1, -z - REFERENCE);
        if (up.crosses(threshold) || down.crosses(threshold)) {
            boolean rises = up.crosses(threshold);
            CusumSide side = rises ? up : down;
            CusumState next =
                    new CusumState(baseline.restart(side.mean()), CusumSide.ZERO, CusumSide.ZERO, SETTLING, rate);
            Shift.Direction direction = rises ? Shift.Direction.UP : Shift.Direction.DOWN;
            return new Step(next, baseline, up.statistic(), down.statistic(), threshold, Optional.of(direction), side);
        }
        boolean frozen = Math.max(up.statistic(), down.statistic()) > FREEZE * threshold;
        Baseline followed = frozen ? baseline : baseline.with(observation.score());
        CusumState next = new CusumState(followed, up, down, 0, rate);
        return new Step(next, baseline, up.statistic(), down.statistic(), threshold, Optional.empty(), CusumSide.ZERO);
    }

    private static Step settle(CusumState state, ToneObservation observation, StoryRate rate, double threshold) {
        Baseline settled = state.baseline().with(observation.score());
        CusumState next = new CusumState(settled, CusumSide.ZERO, CusumSide.ZERO, state.settling() - 1, rate);
        return new Step(next, state.baseline(), 0, 0, threshold, Optional.empty(), CusumSide.ZERO);
    }
}
