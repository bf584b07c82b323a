package io.pactwatch.alert;

/** What an alert is about. */
public enum AlertKind {
    SENTIMENT_SHIFT,
    TERM_CHANGE,
    TERM_NEGOTIATION,
    /** Sources give close, but different values. */
    CONTRADICTION,
    /** A term comes to its end, or has passed it without news. */
    TERM_DUE,
    /** Nothing is read about a partnership that usually has some news. */
    SILENCE,
    /** The alerts of one partnership and day beyond its budget. */
    DIGEST
}
