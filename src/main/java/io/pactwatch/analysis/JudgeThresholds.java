package io.pactwatch.analysis;

import io.pactwatch.analysis.model.Tier;

/**
 * How sure a model must be, as probabilities in [0,1]. Where a claim is settled by the model's status follows from the
 * validation part of the labelled passages; the others have the best F1 of claims by group on the validation articles in
 * {@code src/train/articles}, since articles state claims more rarely than passages and surplus weighs more in them.
 *
 * @param kept claims of rules whose term is less probable are dropped
 * @param added terms that no rule saw are claimed from here on
 * @param settled a status counts against that of a rule from here on
 * @param certain a term that no rule saw needs a status that is at least so probable
 */
record JudgeThresholds(double kept, double added, double settled, double certain) {
    private static final JudgeThresholds FAST = new JudgeThresholds(0.25, 0.5, 0.9, 0.5);
    private static final JudgeThresholds ACCURATE = new JudgeThresholds(0.35, 0.5, 0.8, 0.5);

    /** Those for the models of a tier. */
    static JudgeThresholds of(Tier tier) {
        return tier == Tier.ACCURATE ? ACCURATE : FAST;
    }

    JudgeThresholds {
        if (!(kept >= 0 && kept <= added && added <= 1)) {
            throw new IllegalArgumentException("kept " + kept + ", added " + added + ": not 0 <= kept <= added <= 1");
        }
        if (!(settled >= 0 && settled <= 1 && certain >= 0 && certain <= 1)) {
            throw new IllegalArgumentException("settled " + settled + ", certain " + certain + ": not in [0,1]");
        }
    }
}
