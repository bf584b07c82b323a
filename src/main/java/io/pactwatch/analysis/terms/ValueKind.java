package io.pactwatch.analysis.terms;

import io.pactwatch.contract.TermValue;

/** Kinds of value that a rule can look for. */
enum ValueKind {
    MONEY,
    PERCENT,
    MULTIPLE,
    UNTIL,
    QUANTITY;

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
        return value instanceof TermValue.Until ? UNTIL : QUANTITY;
    }
}
