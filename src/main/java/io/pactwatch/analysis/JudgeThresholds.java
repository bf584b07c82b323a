package io.pactwatch.analysis;

import io.pactwatch.analysis.model.Tier;
import io.pactwatch.analysis.model.linear.PassageWords;

/**
 * How sure a model must be, as probabilities in [0,1]; chosen for the F1 of claims by group on the validation articles in
 * {@code src/train/articles}, those in the manner of news above all.
 *
 * @param kept claims of rules whose term is less probable are dropped
 * @param alerting the same for claims that would raise an alert, by the status that they end up with
 * @param added terms that no rule saw are claimed from here on
 * @param settled a status counts against that of a rule from here on
 * @param certain a term that no rule saw needs a change, talks or background that is at least so probable
 */
record JudgeThresholds(double kept, double alerting, double added, double settled, double certain) {
    private static final JudgeThresholds ACCURATE = new JudgeThresholds(0.4, 0.5, 0.45, 0.5, 0.5);
    private static final JudgeThresholds FAST_ENGLISH = new JudgeThresholds(0.3, 0.5, 0.35, 0.5, 0.5);

    /** Fewer texts have taught the models other languages, so they are less sure of them. */
    private static final JudgeThresholds FAST_OTHERS = new JudgeThresholds(0.2, 0.3, 0.25, 0.5, 0.5);

    /** Those for the models of a tier and a BCP 47 tag of a language. */
    static JudgeThresholds of(Tier tier, String language) {
        if (tier == Tier.ACCURATE) {
            return ACCURATE;
        }
        return language.equals(PassageWords.ENGLISH) ? FAST_ENGLISH : FAST_OTHERS;
    }

    JudgeThresholds {
        if (!(kept >= 0 && kept <= added && added <= 1 && kept <= alerting && alerting <= 1)) {
            throw new IllegalArgumentException("kept " + kept + ", alerting " + alerting + ", added " + added
                    + ": kept is not in [0,1], or more than another");
        }
        if (!(settled >= 0 && settled <= 1 && certain >= 0 && certain <= 1)) {
            throw new IllegalArgumentException("settled " + settled + ", certain " + certain + ": not in [0,1]");
        }
    }
}
