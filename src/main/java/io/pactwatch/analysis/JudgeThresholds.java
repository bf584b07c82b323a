package io.pactwatch.analysis;

import io.pactwatch.analysis.model.Tier;

/**
 * How sure a model must be, as probabilities in [0,1].
 *
 * @param kept claims of rules whose term is less probable are dropped
 * @param added terms that no rule saw are claimed from here on
 * @param settled a status counts against that of a rule from here on
 */
record JudgeThresholds(double kept, double added, double settled) {
    private static final JudgeThresholds FAST = new JudgeThresholds(0.15, 0.9, 0.7);
    private static final JudgeThresholds ACCURATE = new JudgeThresholds(0.05, 0.7, 0.8);

    /** What was chosen for the models of a tier on the validation part of the labelled passages. */
    static JudgeThresholds of(Tier tier) {
        return tier == Tier.ACCURATE ? ACCURATE : FAST;
    }

    JudgeThresholds {
        if (!(kept >= 0 && kept <= added && added <= 1)) {
            throw new IllegalArgumentException("kept " + kept + ", added " + added + ": not 0 <= kept <= added <= 1");
        }
        if (!(settled >= 0)) {
            throw new IllegalArgumentException("settled: " + settled + " is negative");
        }
    }
}
