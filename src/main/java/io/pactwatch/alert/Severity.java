package io.pactwatch.alert;

import io.pactwatch.contract.Stage;

/** How urgent an alert is, from least to most. */
public enum Severity {
    INFO,
    WARNING,
    CRITICAL;

    /** The highest severity that a statement of this stage can have: the severity never exceeds the stage. */
    public static Severity cap(Stage stage) {
        if (!stage.atLeast(Stage.SOUGHT)) {
            return INFO;
        }
        return stage.atLeast(Stage.ANNOUNCED) ? CRITICAL : WARNING;
    }
}
