package io.pactwatch.analysis.terms;

import io.pactwatch.analysis.text.Span;
import io.pactwatch.analysis.value.FoundValue;
import io.pactwatch.contract.TermValue;
import java.util.Optional;
import java.util.function.IntPredicate;

/** Chooses the value of a claim: of the kind that the rule prefers, nearest to its words. */
final class ClaimValue {
    private ClaimValue() {}

    /** @param former whether the value of a place held before */
    static Optional<TermValue> of(RuleMatch match, SentenceView view, Span near, IntPredicate former) {
        for (ValueKind kind : match.rule().value()) {
            Optional<FoundValue> nearest = nearest(kind, match, view, near, former);
            if (nearest.isPresent()) {
                return nearest.map(FoundValue::value);
            }
        }
        return Optional.empty();
    }

    private static Optional<FoundValue> nearest(
            ValueKind kind, RuleMatch match, SentenceView view, Span near, IntPredicate former) {
        FoundValue best = null;
        for (int i = 0; i < view.values().size(); i++) {
            FoundValue value = view.values().get(i);
            if (ValueKind.of(value.value()) == kind
                    && near.overlaps(value.span())
                    && !former.test(i)
                    && (best == null || distance(value, match) < distance(best, match))) {
                best = value;
            }
        }
        return Optional.ofNullable(best);
    }

    private static int distance(FoundValue value, RuleMatch match) {
        return match.window().covers(value.span()) ? 0 : 1 + value.span().distance(match.anchor());
    }
}
