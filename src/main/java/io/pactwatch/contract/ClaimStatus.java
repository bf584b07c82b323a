package io.pactwatch.contract;

/** What a statement says about its term: that it changes now, that it stands, or that it once stood. */
public enum ClaimStatus {
    /** The term comes into being with this news. */
    NEW,
    /** The term existed and its value changes with this news. */
    CHANGED,
    /** The term ceases with this news. */
    ENDED,
    /** The term stands, told as background. */
    IN_FORCE,
    /** One side seeks a change, or both discuss one. */
    NEGOTIATING,
    /** Told as hearsay, without a party or a document behind it. */
    RUMOURED,
    /** Stood or happened in the past, told as background. */
    HISTORICAL,
    /** A party says expressly that the term stands. */
    REAFFIRMED,
    /** A party or a source says that a reported term or change is not so. */
    DENIED;

    /** Whether the text reports the term as freshly new, changed or ended. */
    public boolean isFresh() {
        return this == NEW || this == CHANGED || this == ENDED;
    }

    /** Whether the statement describes a standing term, so that its value may be taken as in force. */
    public boolean isStanding() {
        return this == IN_FORCE || this == REAFFIRMED;
    }
}
