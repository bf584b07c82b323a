package io.pactwatch.alert;

/** What an alert is about. */
public enum AlertKind {
    SENTIMENT_SHIFT,
    TERM_CHANGE,
    TERM_NEGOTIATION,
    /** The alerts of one partnership and day beyond its budget. */
    DIGEST
}
