package io.pactwatch.contract;

/** What a status means for people: a change, talks about one, or background. */
public enum StatusGroup {
    FRESH,
    TALKS,
    BACKGROUND;

    public static StatusGroup of(ClaimStatus status) {
        if (status.isFresh()) {
            return FRESH;
        }
        return status == ClaimStatus.NEGOTIATING ? TALKS : BACKGROUND;
    }
}
