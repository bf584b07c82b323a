package io.pactwatch.analysis.terms;

import io.pactwatch.analysis.text.Span;
import io.pactwatch.contract.Claim;

/**
 * A claim with the rule that found it.
 *
 * @param rule id of the rule
 * @param words place of the words that made the rule fire, in the text of the article
 * @param strength how strongly the sentence supports it
 */
public record FoundClaim(Claim claim, String rule, Span words, double strength) {

    /** Whether both are on the same term and their quotes overlap. */
    boolean overlaps(FoundClaim other) {
        return claim.term().equals(other.claim.term())
                && claim.evidence().start() < other.claim.evidence().end()
                && other.claim.evidence().start() < claim.evidence().end();
    }
}
