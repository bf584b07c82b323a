/**
 * The vocabulary of contract terms that all stages share: what a {@link io.pactwatch.contract.Claim} says about a term, how
 * firm it is ({@link io.pactwatch.contract.Stage}), what it does to the term ({@link io.pactwatch.contract.ClaimStatus}), the
 * typed {@link io.pactwatch.contract.TermValue} and the quote that proves it ({@link io.pactwatch.contract.Evidence}).
 *
 * <p>Values only: nothing here reads text, keeps state or knows the time.
 */
package io.pactwatch.contract;
