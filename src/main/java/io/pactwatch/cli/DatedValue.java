package io.pactwatch.cli;

import io.pactwatch.contract.Claim;
import io.pactwatch.contract.PartialDate;
import io.pactwatch.contract.TermValue;
import java.math.BigDecimal;
import java.util.Optional;

/**
 * A value with the time in which it holds, for {@code analyze --json}: {@code {"percent":20,"until":"2030"}},
 * {@code {"state":"exclusive","until":"2037-12"}}; without a value the time alone.
 *
 * @param number that the text begins with
 * @param from year, month, day or time
 * @param until the last year, month or day, or a time
 */
record DatedValue(
        Optional<String> state,
        Optional<BigDecimal> amount,
        Optional<String> currency,
        Optional<BigDecimal> percent,
        Optional<BigDecimal> multiple,
        Optional<String> text,
        Optional<BigDecimal> number,
        Optional<String> from,
        Optional<String> until) {

    /** The value of a claim as it is, or with the time if the claim says one. */
    static Optional<Object> of(Claim claim) {
        Optional<TermValue> value = claim.value();
        if (claim.validFrom().isEmpty() && claim.validUntil().isEmpty()) {
            return value.map(Object.class::cast);
        }
        Optional<TermValue.Money> money = part(value, TermValue.Money.class);
        Optional<TermValue.Text> text = part(value, TermValue.Text.class);
        return Optional.of(new DatedValue(
                part(value, TermValue.State.class).map(TermValue.State::name),
                money.map(TermValue.Money::amount),
                money.map(TermValue.Money::currency),
                part(value, TermValue.Percent.class).map(TermValue.Percent::percent),
                part(value, TermValue.Multiple.class).map(TermValue.Multiple::multiple),
                text.map(TermValue.Text::text),
                text.flatMap(TermValue.Text::number),
                claim.validFrom().map(PartialDate::text),
                part(value, TermValue.Until.class).map(TermValue.Until::date).or(() -> claim.validUntil()
                        .map(PartialDate::text))));
    }

    private static <T extends TermValue> Optional<T> part(Optional<TermValue> value, Class<T> type) {
        return value.filter(type::isInstance).map(type::cast);
    }
}
