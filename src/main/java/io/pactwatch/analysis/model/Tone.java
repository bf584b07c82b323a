package io.pactwatch.analysis.model;

/** How a text speaks of its target. */
public enum Tone {
    NEGATIVE,
    NEUTRAL,
    POSITIVE
}
