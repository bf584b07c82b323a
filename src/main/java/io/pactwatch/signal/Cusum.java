package io.pactwatch.signal;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Two-sided self-starting cumulative sum chart (E. S. Page 1954; D. M. Hawkins, Self-Starting Cusum Charts, 1987) on
 * the winsorised standardised tone of stories. A step is a pure function of the state and one observation, in bounded
 * time. Immutable.
 */
public final class Cusum {
    /** Reference value: half the shift, in standard deviations, that is found fastest. */
    static final double REFERENCE = 0.4;

    /**
     * A level and a scale that are estimated make more false alarms than Siegmund's formula says; asking it for so many
     * times the run length gives the run length. By simulation.
     */
    private static final double ESTIMATED = 1.3;

    /** Stories after a shift during which the new level settles. */
    static final int SETTLING = 6;

    /** Stories held back from the baseline at the most; a statistic that has not crossed by then is no shift. */
    private static final int MOST_HELD = 60;

    /**
     * Stories from which on the level is known so well that a statistic tells more of the stories than of the level's own
     * error. Before, no story is held back: the false alarms after a start would exceed what was accepted.
     */
    private static final int KNOWN = 30;

    private final double falseAlarmsPerYear;

    /** @param falseAlarmsPerYear false alarms that are accepted for a partnership in a year */
    public Cusum(double falseAlarmsPerYear) {
        this.falseAlarmsPerYear = falseAlarmsPerYear;
    }

    /**
     * @param state the state after the observation
     * @param before the baseline that the observation was judged by
     * @param up upper statistic at the observation, before a shift sets it back
     * @param down lower statistic at the observation, before a shift sets it back
     * @param crossed the side that crossed the threshold
     */
    public record Step(
            CusumState state,
            Baseline before,
            double up,
            double down,
            double threshold,
            Optional<Shift.Direction> crossed,
            CusumSide side) {}

    /** Enters the next observation in the order of time. */
    public Step step(CusumState state, ToneObservation observation) {
        StoryRate rate = state.rate().with(observation.at());
        double threshold = CusumThreshold.forRunLength(REFERENCE, ESTIMATED * rate.perYear() / falseAlarmsPerYear);
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
            CusumState next = CusumState.settling(baseline.restart(side.mean()), SETTLING, rate);
            Shift.Direction direction = rises ? Shift.Direction.UP : Shift.Direction.DOWN;
            return new Step(next, baseline, up.statistic(), down.statistic(), threshold, Optional.of(direction), side);
        }
        CusumState next = hold(state, observation.score(), up, down, rate);
        return new Step(next, baseline, up.statistic(), down.statistic(), threshold, Optional.empty(), CusumSide.ZERO);
    }

    private static Step settle(CusumState state, ToneObservation observation, StoryRate rate, double threshold) {
        Baseline settled = state.baseline().with(observation.score());
        CusumState next = CusumState.settling(settled, state.settling() - 1, rate);
        return new Step(next, state.baseline(), 0, 0, threshold, Optional.empty(), CusumSide.ZERO);
    }

    /** A story counts as usual once neither side counts it any more: what may be a shift is not usual. */
    private static CusumState hold(CusumState state, double score, CusumSide up, CusumSide down, StoryRate rate) {
        List<Double> held = new ArrayList<>(state.held());
        held.add(score);
        Baseline baseline = state.baseline();
        boolean known = baseline.levelWeight() >= KNOWN;
        int suspect = known ? Math.min(MOST_HELD, Math.max(up.count(), down.count())) : 0;
        int released = Math.max(0, held.size() - suspect);
        for (double usual : held.subList(0, released)) {
            baseline = baseline.with(usual);
        }
        return new CusumState(baseline, up, down, 0, held.subList(released, held.size()), rate);
    }
}
