package io.pactwatch.analysis.terms;

import io.pactwatch.contract.TermValue;

/** Kinds of value that a rule can look for. */
enum ValueKind {
    MONEY,
    PERCENT,
    MULTIPLE,
    UNTIL,
    DURATION,
    QUANTITY,
    SEATS;

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
            return switch (text.text().substring(text.text().lastIndexOf(' ') + 1)) {
                case "years", "months", "weeks", "days" -> DURATION;
                case "seats" -> SEATS;
                default -> QUANTITY;
            };
        }
        return UNTIL;
    }
}
