/**
 * What a text says about contract terms, by the declarative rules of {@code terms.yaml}, {@code cues.yaml} and {@code
 * status.yaml}.
 */
package io.pactwatch.analysis.terms;
