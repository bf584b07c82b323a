package io.pactwatch.signal;

import io.pactwatch.contract.ClaimStatus;
import io.pactwatch.contract.TermDefinition;
import io.pactwatch.contract.TermValue;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Which changes of a line are told: one for each fact. An article that gives several values for one term tells one fact, as in
 * "another 4 billion, 8 billion in all" or "27%, worth 135 billion": the ledger keeps them all, and people are told the one that
 * says most. That is a value rather than that the term stands, one of the kind that the term takes, and the one that the article
 * gives first. Immutable.
 */
final class ToldChanges {
    private final Optional<TermDefinition> definition;
    private final Duration window;
    private final Comparator<LedgerChange> tellingOrder;

    /** @param window times that lie further apart are of two facts */
    ToldChanges(Optional<TermDefinition> definition, Duration window) {
        this.definition = definition;
        this.window = window;
        this.tellingOrder = Comparator.comparing(LedgerChange::firstReported)
                .thenComparing(this::isGranted)
                .thenComparing(change -> !hasKindOfTerm(change))
                .thenComparing(change -> change.evidence().get(0).start())
                .thenComparing(LedgerChange.BY_VALID_TIME);
    }

    /**
     * The changes that are told, in the order in which they were first reported.
     *
     * @param changes changes with different values, or far apart
     * @param occurrences the windows of the line
     */
    List<LedgerChange> of(List<LedgerChange> changes, List<Occurrence> occurrences) {
        List<LedgerChange> told = new ArrayList<>();
        for (LedgerChange change : changes.stream().sorted(tellingOrder).toList()) {
            int number = Occurrence.number(occurrences, change.firstReported());
            boolean known = told.stream()
                    .filter(other -> Occurrence.number(occurrences, other.firstReported()) == number)
                    .anyMatch(other -> isOfOneFact(other, change));
            if (!known) {
                told.add(change);
            }
        }
        return told;
    }

    /** The end of one value and the start of another are two facts, unless the start only says that the term stands. */
    private boolean isOfOneFact(LedgerChange one, LedgerChange other) {
        boolean bothEnd = (one.status() == ClaimStatus.ENDED) == (other.status() == ClaimStatus.ENDED);
        return one.sharesArticle(other)
                && !one.isStatedApart(other, window)
                && (bothEnd || isGranted(one) || isGranted(other));
    }

    private boolean isGranted(LedgerChange change) {
        return change.value().isPresent() && change.value().equals(definition.flatMap(TermDefinition::granted));
    }

    private boolean hasKindOfTerm(LedgerChange change) {
        Optional<TermDefinition.ValueType> kind = definition.map(TermDefinition::valueType);
        return change.value().map(ToldChanges::kind).equals(kind);
    }

    private static TermDefinition.ValueType kind(TermValue value) {
        if (value instanceof TermValue.Money) {
            return TermDefinition.ValueType.MONEY;
        }
        if (value instanceof TermValue.Percent) {
            return TermDefinition.ValueType.PERCENT;
        }
        if (value instanceof TermValue.Until) {
            return TermDefinition.ValueType.DATE;
        }
        return value instanceof TermValue.State ? TermDefinition.ValueType.STATE : TermDefinition.ValueType.TEXT;
    }
}
