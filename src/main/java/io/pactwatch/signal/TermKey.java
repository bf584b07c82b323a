package io.pactwatch.signal;

import io.pactwatch.contract.Claim;
import java.util.Objects;
import java.util.Optional;

/** A line of the ledger of a partnership: a term, told apart by scope and payer where the texts do so. */
public record TermKey(String term, Optional<String> scope, Optional<String> payer) {
    public TermKey {
        Objects.requireNonNull(term, "term");
        Objects.requireNonNull(scope, "scope");
        Objects.requireNonNull(payer, "payer");
    }

    public static TermKey of(Claim claim) {
        return new TermKey(claim.term(), claim.scope(), claim.payer());
    }

    /** A text that is different for different keys, for use within message keys. */
    public String text() {
        return term + "|" + scope.orElse("") + "|" + payer.orElse("");
    }
}
