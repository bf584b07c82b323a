package io.pactwatch.alert;

/** Where an alert is in its life. */
public enum AlertStatus {
    /** Published for the first time. */
    OPEN,
    /** Published again with more roots, a firmer stage or a better value. */
    UPDATED,
    /** Of the past: superseded by a later change, concluded by an announced outcome, or the tone has settled. */
    RESOLVED,
    /** Taken back: the article that it rests on was withdrawn, or a party denies it. Final. */
    RETRACTED
}
