package io.pactwatch.signal;

import io.pactwatch.contract.ClaimStatus;
import java.util.Optional;

/** What a claim does to its line of the ledger: claims of different kinds are never reports of one change. */
enum ClaimKind {
    /** The term changes. */
    FRESH(32, LedgerChange.MAX_EVIDENCE),
    /** A change is sought or discussed. */
    NEGOTIATING(16, LedgerChange.MAX_EVIDENCE),
    /** The term stands. */
    STANDING(12, 2),
    /** The term once stood. */
    HISTORY(16, 2),
    /** A change is denied. */
    DENIED(8, 2);

    private final int kept;
    private final int quotes;

    ClaimKind(int kept, int quotes) {
        this.kept = kept;
        this.quotes = quotes;
    }

    /** Changes of this kind kept of one line: the latest ones. */
    int kept() {
        return kept;
    }

    /** Quotes kept of one change of this kind: the earliest ones. */
    int quotes() {
        return quotes;
    }

    /** Empty for hearsay, which does nothing to a line. */
    static Optional<ClaimKind> of(ClaimStatus status) {
        return Optional.ofNullable(
                switch (status) {
                    case NEW, CHANGED, ENDED -> FRESH;
                    case NEGOTIATING -> NEGOTIATING;
                    case IN_FORCE, REAFFIRMED -> STANDING;
                    case HISTORICAL -> HISTORY;
                    case DENIED -> DENIED;
                    case RUMOURED -> null;
                });
    }

    static ClaimKind of(LedgerChange change) {
        return of(change.status()).orElseThrow();
    }
}
