package io.pactwatch.analysis.model;

import io.pactwatch.analysis.text.Span;
import io.pactwatch.contract.ClaimStatus;
import io.pactwatch.contract.Stage;
import java.util.Objects;
import java.util.Optional;

/**
 * How probable it is that the centre sentence of a passage states a contract term of the pair.
 *
 * @param term name in the catalogue
 * @param probability in [0,1]
 * @param status what the sentence says about the term, if it states it; empty if the model cannot tell
 * @param stage how firm it is; empty if the model cannot tell
 * @param focus the words that carried the decision, in UTF-16 units of the passage, inside its centre
 */
public record TermReading(
        String term,
        double probability,
        Optional<Distribution<ClaimStatus>> status,
        Optional<Distribution<Stage>> stage,
        Span focus) {
    public TermReading {
        Objects.requireNonNull(term, "term");
        if (!(probability >= 0 && probability <= 1)) {
            throw new IllegalArgumentException("probability: " + probability + " is not in [0,1]");
        }
        Objects.requireNonNull(status, "status");
        Objects.requireNonNull(stage, "stage");
        Objects.requireNonNull(focus, "focus");
    }
}
