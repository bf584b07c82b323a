package io.pactwatch.analysis;

/**
 * How sure a model must be, as probabilities in [0,1].
 *
 * @param kept claims of rules whose term is less probable are dropped
 * @param added terms that no rule saw are claimed from here on
 * @param settled a status counts against that of a rule from here on
 */
record JudgeThresholds(double kept, double added, double settled) {
    JudgeThresholds {
        if (!(kept >= 0 && kept <= added && added <= 1)) {
            throw new IllegalArgumentException("kept " + kept + ", added " + added + ": not 0 <= kept <= added <= 1");
        }
        if (!(settled >= 0)) {
            throw new IllegalArgumentException("settled: " + settled + " is negative");
        }
    }
}
