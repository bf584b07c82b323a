package io.pactwatch.evaluate;

import io.pactwatch.contract.ClaimStatus;
import java.util.Set;

/**
 * A claim that a person has noted beside a text.
 *
 * @param numbers amounts, percentages and years of its value; empty if it has none
 * @param evidence the words that state it; blank if none are noted
 */
public record LabelledClaim(String term, ClaimStatus status, Set<Double> numbers, String evidence) {
    public LabelledClaim {
        numbers = Set.copyOf(numbers);
    }
}
