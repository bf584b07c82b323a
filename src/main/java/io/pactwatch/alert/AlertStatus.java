package io.pactwatch.alert;

/** Where an alert is in its life. */
public enum AlertStatus {
    /** Published for the first time. */
    OPEN,
    /** Published again with more roots, a firmer stage or a better value. */
    UPDATED
}
