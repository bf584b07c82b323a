package io.pactwatch.alert;

/** What an alert is about. */
public enum AlertKind {
    SENTIMENT_SHIFT,
    TERM_CHANGE,
    TERM_NEGOTIATION
}
