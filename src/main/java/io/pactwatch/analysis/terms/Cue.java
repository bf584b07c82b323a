package io.pactwatch.analysis.terms;

import io.pactwatch.analysis.text.Span;

/** A place where a phrase of a cue group stands. */
record Cue(Span span, int group) {}
