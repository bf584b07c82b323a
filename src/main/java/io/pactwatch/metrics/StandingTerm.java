package io.pactwatch.metrics;

import io.pactwatch.contract.ClaimStatus;
import io.pactwatch.contract.TermValue;
import io.pactwatch.signal.LedgerChange;
import io.pactwatch.signal.TermKey;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * Where a line of the ledger stands.
 *
 * @param partnership id of the partnership
 * @param parties ids of its parties, from the watchlist
 * @param key the line
 * @param inForce what tells the value now, if anything is known of it
 */
public record StandingTerm(String partnership, Set<String> parties, TermKey key, Optional<LedgerChange> inForce) {
    public StandingTerm {
        Objects.requireNonNull(partnership, "partnership");
        parties = Set.copyOf(parties);
        Objects.requireNonNull(key, "key");
        Objects.requireNonNull(inForce, "inForce");
    }

    /** Whether the change leaves the term standing, be it in a weaker form. */
    static boolean stands(LedgerChange change) {
        return change.value()
                .map(value -> !value.equals(TermValue.State.NONE))
                .orElse(change.status() != ClaimStatus.ENDED);
    }
}
