package io.pactwatch.analysis.terms;

import io.pactwatch.contract.TermValue;
import java.util.Set;

/** Kinds of value that a rule can look for. */
enum ValueKind {
    MONEY,
    PERCENT,
    MULTIPLE,
    UNTIL,
    DURATION,
    QUANTITY;

    private static final Set<String> DURATION_UNITS = Set.of("years", "months", "weeks", "days");

    static ValueKind of(TermValue value) {
        if (value instanceof TermValue.Money) {
            return MONEY;
        }
        if (value instanceof TermValue.Percent) {
            return PERCENT;
        }
        if (value instanceof TermValue.Multiple) {
            return MULTIPLE;
        }
        if (value instanceof TermValue.Text text) {
            return isDuration(text.text()) ? DURATION : QUANTITY;
        }
        return UNTIL;
    }

    private static boolean isDuration(String text) {
        return DURATION_UNITS.contains(text.substring(text.lastIndexOf(' ') + 1));
    }
}
