package io.pactwatch.train.linear;

import io.pactwatch.analysis.model.linear.Features;

/**
 * A text to learn from.
 *
 * @param shares how much of each class it is, in [0,1]
 * @param weight how much it counts
 * @param group texts of one group are in one fold
 */
record Sample(Features features, float[] shares, double weight, String group, boolean english) {
    private static final int MIX = 0x9E3779B1;

    /** Folds of the cross-validation. */
    static final int FOLDS = 5;

    /** The fold in which the group is held out. */
    static int fold(String group) {
        return Math.floorMod(group.hashCode() * MIX >>> 7, FOLDS);
    }

    int fold() {
        return fold(group);
    }

    /** The class of which it is most. */
    int best() {
        int best = 0;
        for (int c = 1; c < shares.length; c++) {
            best = shares[c] > shares[best] ? c : best;
        }
        return best;
    }
}
