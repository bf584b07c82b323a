package io.pactwatch.analysis.terms;

import io.pactwatch.analysis.value.FoundValue;
import io.pactwatch.contract.TermValue;

/** Kinds of value that a rule can look for. */
enum ValueKind {
    MONEY,
    PERCENT,
    MULTIPLE,
    UNTIL,
    DURATION,
    QUANTITY,
    SEATS,
    /** Things of any kind. */
    COUNT,
    /** Two equal parts. */
    HALVES;

    static ValueKind of(FoundValue found) {
        return switch (found.sort()) {
            case COUNT -> COUNT;
            case HALVES -> HALVES;
            default -> of(found.value());
        };
    }

    private static ValueKind of(TermValue value) {
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
                case "year", "years", "month", "months", "week", "weeks", "day", "days" -> DURATION;
                case "seat", "seats" -> SEATS;
                default -> QUANTITY;
            };
        }
        return UNTIL;
    }
}
