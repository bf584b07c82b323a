package io.pactwatch.contract;

import java.util.Objects;
import java.util.Optional;

/**
 * One contract term of the catalogue.
 *
 * @param name name in capitals, such as {@code REVENUE_SHARE}
 * @param definition one sentence
 * @param cuad the clause type of the Contract Understanding Atticus Dataset (CUAD), where one exists
 * @param valueType what its value is
 * @param major whether a change of it can be critical
 * @param granted value of the term when a text says no more than that it was granted or stands
 * @param ended value of the term when a text says no more than that it has ended
 */
public record TermDefinition(
        String name,
        String definition,
        Optional<String> cuad,
        ValueType valueType,
        boolean major,
        Optional<TermValue> granted,
        Optional<TermValue> ended) {

    /** The kind of value that a term takes. */
    public enum ValueType {
        MONEY,
        PERCENT,
        DATE,
        STATE,
        TEXT
    }

    public TermDefinition {
        if (!Objects.requireNonNull(name, "name").matches("[A-Z][A-Z0-9_]{1,63}")) {
            throw new IllegalArgumentException("term name: '" + name + "' is not in capitals, such as REVENUE_SHARE");
        }
        Objects.requireNonNull(definition, "definition");
        Objects.requireNonNull(cuad, "cuad");
        Objects.requireNonNull(valueType, "valueType");
        Objects.requireNonNull(granted, "granted");
        Objects.requireNonNull(ended, "ended");
    }
}
