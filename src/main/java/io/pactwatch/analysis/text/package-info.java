/**
 * Text as the analysis reads it: folding, phrases, page furniture, sentences, clauses, language. Offsets are always those of the
 * text as it was given.
 */
package io.pactwatch.analysis.text;
