package io.pactwatch.alert;

import io.pactwatch.contract.Stage;
import java.util.Locale;

/** How urgent an alert is, from least to most. */
public enum Severity {
    INFO,
    WARNING,
    CRITICAL;

    /** The lower-case name, by which messages, metrics and people call it. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The highest severity that a statement of this stage can have: the severity never exceeds the stage. */
    public static Severity cap(Stage stage) {
        if (!stage.atLeast(Stage.SOUGHT)) {
            return INFO;
        }
        return stage.atLeast(Stage.ANNOUNCED) ? CRITICAL : WARNING;
    }
}
