/** The tone of a text towards the tie of two parties, by a lexicon of words about relations. */
package io.pactwatch.analysis.sentiment;
