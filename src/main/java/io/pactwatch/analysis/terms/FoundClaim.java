package io.pactwatch.analysis.terms;

import io.pactwatch.contract.Claim;

/** A claim with the rule that found it and how strongly the sentence supports it. */
public record FoundClaim(Claim claim, String rule, double strength) {}
