package io.pactwatch.train.encoder;

import io.pactwatch.analysis.text.Span;
import java.util.List;

/**
 * A text with the tone towards a target that it names.
 *
 * @param tone 0 negative, 1 neutral, 2 positive
 * @param withoutClaims whether texts of its kind state no contract terms
 * @param group texts of one group are kept together when some are held out
 */
record TargetTone(String text, List<Span> target, int tone, boolean withoutClaims, String group) {
    private static final int HELD_OUT_PARTS = 13;

    TargetTone {
        target = List.copyOf(target);
    }

    /** Whether it chooses between models instead of training them. */
    boolean isHeldOut() {
        return Math.floorMod(group.hashCode() * 31 + 7, HELD_OUT_PARTS) == 0;
    }
}
