package io.pactwatch.alert;

/** Where an alert is in its life. */
public enum AlertStatus {
    /** Published for the first time. */
    OPEN,
    /** Published again with more roots, a firmer stage or a better value. */
    UPDATED,
    /** No longer the case: what the alert told has been settled or has ended. */
    RESOLVED,
    /** Taken back: what the alert rested on was withdrawn or denied. */
    RETRACTED
}
