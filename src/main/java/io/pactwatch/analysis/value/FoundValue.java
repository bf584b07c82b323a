package io.pactwatch.analysis.value;

import io.pactwatch.analysis.text.Span;
import io.pactwatch.contract.TermValue;

/** A value and where the text says it. */
public record FoundValue(Span span, TermValue value) {}
