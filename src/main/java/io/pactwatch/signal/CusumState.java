package io.pactwatch.signal;

import java.util.Objects;

/**
 * State of the detector after a story.
 *
 * @param baseline what counts as usual
 * @param up the upper side
 * @param down the lower side
 * @param settling stories for which the level may still settle, at the start or after a shift: no side counts them
 * @param rate how often the partnership has a story
 */
public record CusumState(Baseline baseline, CusumSide up, CusumSide down, int settling, StoryRate rate) {
    /** Stories that a partnership must have had before one can depart from what is usual for it. */
    static final int LEARNING = 4;

    static final CusumState START =
            new CusumState(Baseline.PRIOR, CusumSide.ZERO, CusumSide.ZERO, LEARNING, StoryRate.PRIOR);

    public CusumState {
        Objects.requireNonNull(baseline, "baseline");
        Objects.requireNonNull(up, "up");
        Objects.requireNonNull(down, "down");
        Objects.requireNonNull(rate, "rate");
    }
}
