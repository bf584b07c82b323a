package io.pactwatch.analysis.terms;

import io.pactwatch.contract.Claim;

/** A claim with the rule that found it and how strongly the sentence supports it. */
public record FoundClaim(Claim claim, String rule, double strength) {

    /** Whether both are on the same term and their quotes overlap. */
    boolean overlaps(FoundClaim other) {
        return claim.term().equals(other.claim.term())
                && claim.evidence().start() < other.claim.evidence().end()
                && other.claim.evidence().start() < claim.evidence().end();
    }
}
