package io.pactwatch.signal;

import java.util.List;
import java.util.Objects;

/**
 * State of the detector after a story.
 *
 * @param baseline what counts as usual
 * @param up the upper side
 * @param down the lower side
 * @param settling stories for which the level may still settle, at the start or after a shift: no side counts them
 * @param held scores of the latest stories that may belong to a shift, so that they do not count as usual yet
 * @param rate how often the partnership has a story
 */
public record CusumState(
        Baseline baseline, CusumSide up, CusumSide down, int settling, List<Double> held, StoryRate rate) {
    /** Stories that a partnership must have had before one can depart from what is usual for it. */
    public static final int LEARNING = 4;

    public static final CusumState START = settling(Baseline.PRIOR, LEARNING, StoryRate.PRIOR);

    public CusumState {
        Objects.requireNonNull(baseline, "baseline");
        Objects.requireNonNull(up, "up");
        Objects.requireNonNull(down, "down");
        held = List.copyOf(held);
        Objects.requireNonNull(rate, "rate");
    }

    /** A chart whose level has yet to settle for some stories. */
    static CusumState settling(Baseline baseline, int stories, StoryRate rate) {
        return new CusumState(baseline, CusumSide.ZERO, CusumSide.ZERO, stories, List.of(), rate);
    }
}
