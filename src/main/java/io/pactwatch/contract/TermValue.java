package io.pactwatch.contract;

import java.math.BigDecimal;
import java.util.Currency;
import java.util.Objects;
import java.util.Optional;

/**
 * The typed value of a contract term. Two values are the same value when {@link #equals} says so: amounts are stripped of
 * trailing zeros, so 1e9 and 1000000000 are equal.
 */
public sealed interface TermValue {

    /** One line for people: {@code 13 billion USD}, {@code 27%}, {@code exclusive}. */
    String display();

    /** An amount of money. {@code currency} is an ISO 4217 code. */
    record Money(BigDecimal amount, String currency) implements TermValue {
        public Money {
            amount = normalised(amount, "amount");
            if (!isIsoCurrency(currency)) {
                throw new IllegalArgumentException("currency: '" + currency + "' is not an ISO 4217 code");
            }
        }

        @Override
        public String display() {
            return Magnitude.words(amount) + " " + currency;
        }

        private static boolean isIsoCurrency(String code) {
            return Currency.getAvailableCurrencies().stream()
                    .anyMatch(known -> known.getCurrencyCode().equals(code));
        }
    }

    /** A share in percent: 27 means 27%. */
    record Percent(BigDecimal percent) implements TermValue {
        public Percent {
            percent = normalised(percent, "percent");
        }

        @Override
        public String display() {
            return percent.toPlainString() + "%";
        }
    }

    /** A multiple of an investment: 100 means one hundred times. */
    record Multiple(BigDecimal multiple) implements TermValue {
        public Multiple {
            multiple = normalised(multiple, "multiple");
        }

        @Override
        public String display() {
            return multiple.toPlainString() + "x";
        }
    }

    /** A date up to which a term runs, with the precision of the source: {@code 2030}, {@code 2030-06} or {@code 2030-06-30}. */
    record Until(String date) implements TermValue {
        public Until {
            if (!Objects.requireNonNull(date, "date").matches("\\d{4}(-\\d{2}(-\\d{2})?)?")) {
                throw new IllegalArgumentException("until: '" + date + "' is not yyyy, yyyy-MM or yyyy-MM-dd");
            }
        }

        @Override
        public String display() {
            return "until " + date;
        }
    }

    /** A named state: {@code exclusive}, {@code non-exclusive}, {@code first-refusal}, {@code none}. */
    record State(String name) implements TermValue {
        /** The state of a term that has ended and has no weaker form. */
        public static final State NONE = new State("none");

        public State {
            if (!Objects.requireNonNull(name, "name").matches("[a-z][a-z0-9-]{0,63}")) {
                throw new IllegalArgumentException(
                        "state: '" + name + "' is not a lower-case word with hyphens of at most 64 characters");
            }
        }

        @Override
        public String display() {
            return name;
        }
    }

    /** Free text, at most {@link #MAX_LENGTH} UTF-16 units, often a count: {@code 160 million shares}, {@code 18 months}. */
    record Text(String text) implements TermValue {
        public static final int MAX_LENGTH = 300;

        /** A counted thing or a span of time, written as people read it. */
        public static Text of(BigDecimal number, String unit) {
            return new Text(Magnitude.exact(normalised(number, "number")) + " " + unit);
        }

        /** The number that the text begins with: 160000000 of {@code 160 million shares}. */
        public Optional<BigDecimal> number() {
            return Magnitude.leading(text).map(number -> normalised(number, "number"));
        }

        /** What is counted: {@code shares}; empty if the text does not begin with a number. */
        public Optional<String> unit() {
            return Magnitude.behindLeading(text).filter(unit -> !unit.isEmpty());
        }

        public Text {
            if (Objects.requireNonNull(text, "text").isBlank() || text.length() > MAX_LENGTH) {
                throw new IllegalArgumentException("text value: blank or longer than " + MAX_LENGTH + " characters");
            }
        }

        @Override
        public String display() {
            return text;
        }
    }

    private static BigDecimal normalised(BigDecimal number, String field) {
        Objects.requireNonNull(number, field);
        if (number.precision() > 40 || Math.abs(number.scale()) > 40) {
            throw new IllegalArgumentException(field + ": a number of more than 40 digits");
        }
        BigDecimal stripped = number.stripTrailingZeros();
        return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
    }
}
