package io.pactwatch.analysis.terms;

import io.pactwatch.analysis.text.Span;
import io.pactwatch.analysis.value.FoundValue;
import io.pactwatch.contract.TermValue;
import java.util.List;
import java.util.Optional;
import java.util.function.IntPredicate;
import java.util.function.Predicate;

/** Chooses the value of a claim: of the kind that its term prefers, nearest to its words. */
final class ClaimValue {
    private ClaimValue() {}

    /**
     * What is looked for.
     *
     * @param kinds of value, in order of preference
     * @param window over the words of the claim; what stands within it is nearest
     * @param anchor the word from which distances count
     */
    record Wanted(List<ValueKind> kinds, Span window, Span anchor) {
        /** What may stand beyond the clauses of the words: of the kind that is preferred, and no span of time. */
        Wanted farther() {
            return new Wanted(
                    kinds.stream()
                            .limit(kinds.indexOf(ValueKind.HALVES) == 1 ? 2 : 1)
                            .filter(kind -> kind != ValueKind.DURATION)
                            .toList(),
                    window,
                    anchor);
        }

        /** What a clause says by itself: no time, which often stands apart from what it limits. */
        Wanted plain() {
            return only(kind -> kind != ValueKind.DURATION && kind != ValueKind.UNTIL);
        }

        Wanted share() {
            return only(kind -> kind == ValueKind.PERCENT);
        }

        private Wanted only(Predicate<ValueKind> kept) {
            return new Wanted(kinds.stream().filter(kept).toList(), window, anchor);
        }
    }

    /** What may stand in the opening of the sentence: a span of time. */
    static Wanted time(Wanted wanted) {
        return wanted.only(kind -> kind == ValueKind.DURATION);
    }

    /** @param other whether the value of a place is none of the claim */
    static Optional<TermValue> of(Wanted wanted, SentenceView view, Span near, IntPredicate other) {
        for (ValueKind kind : wanted.kinds()) {
            Optional<FoundValue> nearest = nearest(kind, wanted, view, near, other);
            if (nearest.isPresent()) {
                return nearest.map(FoundValue::value);
            }
        }
        return Optional.empty();
    }

    private static Optional<FoundValue> nearest(
            ValueKind kind, Wanted wanted, SentenceView view, Span near, IntPredicate other) {
        FoundValue best = null;
        for (int i = 0; i < view.values().size(); i++) {
            FoundValue value = view.values().get(i);
            if (value.span().start() >= near.end()) {
                break;
            }
            if (near.overlaps(value.span())
                    && ValueKind.of(value) == kind
                    && !other.test(i)
                    && (best == null || distance(value, wanted) < distance(best, wanted))) {
                best = value;
            }
        }
        return Optional.ofNullable(best);
    }

    private static int distance(FoundValue value, Wanted wanted) {
        return wanted.window().covers(value.span()) ? 0 : 1 + value.span().distance(wanted.anchor());
    }
}
