package io.pactwatch.signal;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * State: one side of a cumulative sum chart (E. S. Page, Continuous Inspection Schemes, Biometrika 41, 1954), with the
 * stories since it last left zero: if it crosses, the first of them is the estimated change point.
 *
 * @param statistic 0 or above
 * @param since time of the first story since the statistic was zero
 * @param sum of the scores of those stories
 * @param count of those stories
 * @param recent the stories among them that point furthest in the direction of this side, at most {@link #MAX_RECENT}
 */
public record CusumSide(
        double statistic, Optional<Instant> since, double sum, int count, List<ToneObservation> recent) {
    /** Stories kept as evidence. */
    public static final int MAX_RECENT = 5;

    static final CusumSide ZERO = new CusumSide(0, Optional.empty(), 0, 0, List.of());

    public CusumSide {
        recent = List.copyOf(recent);
    }

    /**
     * @param sign 1 for the upper side, -1 for the lower
     * @param step how much the observation adds, in the direction of this side, less the reference value
     */
    CusumSide with(ToneObservation observation, int sign, double step) {
        double next = statistic + step;
        if (next <= 0) {
            return ZERO;
        }
        List<ToneObservation> furthest = new ArrayList<>(recent);
        furthest.add(observation);
        furthest.sort(Comparator.comparingDouble((ToneObservation each) -> -sign * each.score())
                .thenComparing(ToneObservation.BY_TIME));
        if (furthest.size() > MAX_RECENT) {
            furthest.remove(MAX_RECENT);
        }
        return new CusumSide(
                next, since.or(() -> Optional.of(observation.at())), sum + observation.score(), count + 1, furthest);
    }

    /** Whether it is a shift: above the threshold, and more than one story. */
    boolean crosses(double threshold) {
        return statistic >= threshold && count > 1;
    }

    /** Mean score since the change point. */
    double mean() {
        return sum / count;
    }
}
