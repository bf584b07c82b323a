package io.pactwatch.analysis.mention;

import io.pactwatch.analysis.text.Span;

/**
 * One place where a text names a party.
 *
 * @param span place in the text
 * @param party number of the party in the {@link NameIndex}
 * @param person whether a person who speaks for the party is named, not the party itself
 */
public record Mention(Span span, int party, boolean person) {}
