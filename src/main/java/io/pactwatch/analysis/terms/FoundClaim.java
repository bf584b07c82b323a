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
public record FoundClaim(Claim claim, String rule, Span words, double strength) {}
