package io.pactwatch.analysis;

import io.pactwatch.analysis.model.TermReading;
import io.pactwatch.analysis.terms.FoundClaim;
import io.pactwatch.analysis.text.Span;
import io.pactwatch.contract.Claim;
import io.pactwatch.contract.ClaimStatus;
import io.pactwatch.contract.Evidence;
import io.pactwatch.contract.TermValue;
import java.util.Objects;
import java.util.Optional;

/**
 * A claim with its reasons.
 *
 * @param rule id of the rule that found it, if one did
 * @param words place of the words that made the rule fire or carried the model's decision, in title and body
 * @param reading what a model reads of the term in that sentence, if one read it
 */
public record JudgedClaim(
        Claim claim, Verdict verdict, Optional<String> rule, Span words, Optional<TermReading> reading) {

    /** How rule and model agree. */
    public enum Verdict {
        /** No model has an opinion on it. */
        RULE,
        /** The model finds the rule's term probable. */
        CONFIRMED,
        /** The term is the rule's, the status the model's. */
        SETTLED,
        /** The model alone sees it. */
        ADDED,
        /** The model finds it improbable; it is no claim of the analysis. */
        DROPPED,
        /** There are too many stronger ones; it is no claim of the analysis. */
        CUT
    }

    public JudgedClaim {
        Objects.requireNonNull(claim, "claim");
        Objects.requireNonNull(verdict, "verdict");
        Objects.requireNonNull(rule, "rule");
        Objects.requireNonNull(words, "words");
        Objects.requireNonNull(reading, "reading");
    }

    static JudgedClaim byRule(FoundClaim found) {
        return new JudgedClaim(found.claim(), Verdict.RULE, Optional.of(found.rule()), found.words(), Optional.empty());
    }

    /** A claim that is left out of too many. */
    static JudgedClaim cut(FoundClaim found) {
        return new JudgedClaim(found.claim(), Verdict.CUT, Optional.of(found.rule()), found.words(), Optional.empty());
    }

    JudgedClaim cut() {
        return new JudgedClaim(claim, Verdict.CUT, rule, words, reading);
    }

    public boolean isKept() {
        return verdict != Verdict.DROPPED && verdict != Verdict.CUT;
    }

    /** Whether both are of one term, and both fresh, both of talks, or both background. */
    boolean saysTheSame(JudgedClaim other) {
        ClaimStatus status = claim.status();
        ClaimStatus others = other.claim.status();
        return claim.term().equals(other.claim.term())
                && status.isFresh() == others.isFresh()
                && (status == ClaimStatus.NEGOTIATING) == (others == ClaimStatus.NEGOTIATING);
    }

    /** Whether both are of one term and their quotes overlap. */
    boolean overlaps(JudgedClaim other) {
        Evidence quote = claim.evidence();
        Evidence others = other.claim.evidence();
        return claim.term().equals(other.claim.term()) && quote.start() < others.end() && others.start() < quote.end();
    }

    /** Whether its value is more than a named state. */
    boolean hasValue() {
        return claim.value()
                .filter(value -> !(value instanceof TermValue.State))
                .isPresent();
    }

    /** Whether its value is a count or a span of time, which texts tell of many things. */
    boolean hasText() {
        return claim.value().filter(TermValue.Text.class::isInstance).isPresent();
    }
}
