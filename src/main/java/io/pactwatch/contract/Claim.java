package io.pactwatch.contract;

import java.util.Objects;
import java.util.Optional;

/**
 * One statement on one contract term of one partnership.
 *
 * @param term name of the term in the catalogue, such as {@code REVENUE_SHARE}
 * @param scope what the term covers ({@code api}, {@code gpt-3}) where the text limits it
 * @param holder id of the party that holds the right, or receives
 * @param payer id of the party that pays or is bound
 * @param value what the text says the term is worth now; for an ended term what takes its place, if the text says so
 * @param status what the text says about the term
 * @param stage how firm the statement is
 * @param validFrom when the term became or becomes true, if the text says so
 * @param validUntil when it ends or ended, if the text says so: the last year, month or day in which it holds
 * @param evidence the quote that proves the statement
 */
public record Claim(
        String term,
        Optional<String> scope,
        Optional<String> holder,
        Optional<String> payer,
        Optional<TermValue> value,
        ClaimStatus status,
        Stage stage,
        Optional<PartialDate> validFrom,
        Optional<PartialDate> validUntil,
        Evidence evidence) {

    public Claim {
        if (!Objects.requireNonNull(term, "term").matches("[A-Z][A-Z0-9_]{1,63}")) {
            throw new IllegalArgumentException("term: '" + term + "' is not a name in capitals, such as REVENUE_SHARE");
        }
        Objects.requireNonNull(scope, "scope");
        Objects.requireNonNull(holder, "holder");
        Objects.requireNonNull(payer, "payer");
        Objects.requireNonNull(value, "value");
        Objects.requireNonNull(status, "status");
        Objects.requireNonNull(stage, "stage");
        Objects.requireNonNull(validFrom, "validFrom");
        Objects.requireNonNull(validUntil, "validUntil");
        Objects.requireNonNull(evidence, "evidence");
    }

    /** A claim without an end. */
    public Claim(
            String term,
            Optional<String> scope,
            Optional<String> holder,
            Optional<String> payer,
            Optional<TermValue> value,
            ClaimStatus status,
            Stage stage,
            Optional<PartialDate> validFrom,
            Evidence evidence) {
        this(term, scope, holder, payer, value, status, stage, validFrom, Optional.empty(), evidence);
    }
}
