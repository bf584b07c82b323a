package io.pactwatch.analysis.terms;

import io.pactwatch.analysis.terms.ClaimExtractor.ReadArticle;
import io.pactwatch.analysis.text.Span;
import io.pactwatch.analysis.value.Conversions;
import io.pactwatch.analysis.value.FormerValues;
import io.pactwatch.contract.ClaimStatus;
import io.pactwatch.contract.PartialDate;
import io.pactwatch.contract.TermDefinition;
import io.pactwatch.contract.TermValue;
import java.util.Optional;
import java.util.function.IntPredicate;

/** What the words around a claim say of its value and of the time in which it holds. Immutable and thread-safe. */
public final class ClaimSlots {
    private final RuleBook book;

    ClaimSlots(RuleBook book) {
        this.book = book;
    }

    /**
     * @param value of the claim
     * @param from when it became or becomes true
     * @param until when it ends or ended
     */
    public record Slots(Optional<TermValue> value, Optional<PartialDate> from, Optional<PartialDate> until) {}

    /** The slots of a claim by a rule, whose kinds of value are preferred in its order. */
    Slots of(RuleMatch match, SentenceView view, ClaimStatus status, ReadArticle article) {
        return of(
                match.rule().term(),
                new ClaimValue.Wanted(match.rule().value(), match.window(), match.anchor()),
                view,
                status,
                article);
    }

    /** The slots of a claim that no rule found, with the kinds of value of all rules of its term. */
    public Slots around(String term, Span words, int sentence, ClaimStatus status, ReadArticle article) {
        return of(
                term,
                new ClaimValue.Wanted(book.values(term), words, words),
                article.views().get(sentence),
                status,
                article);
    }

    private Slots of(
            String term, ClaimValue.Wanted wanted, SentenceView view, ClaimStatus status, ReadArticle article) {
        Span near = view.clausesAround(wanted.window());
        Optional<TermValue> value =
                ClaimValue.of(wanted, view, near, others(view, status, article)).or(() -> state(term, status));
        ClaimDates dates = ClaimDates.of(view, near, wanted.window(), status, article.publishedAt());
        return new Slots(value, dates.from(), dates.until());
    }

    /** Which values of a sentence are none of the claim: conversions, and, unless it is about the past, what held before. */
    private static IntPredicate others(SentenceView view, ClaimStatus status, ReadArticle article) {
        char[] folded = article.text().folded();
        return place -> Conversions.isConversion(view.values(), place, folded)
                || status != ClaimStatus.HISTORICAL
                        && FormerValues.isFormer(view.values(), place, folded, article.language());
    }

    /** The value of a term of which a text says no more than its status. */
    public Optional<TermValue> state(String term, ClaimStatus status) {
        TermDefinition definition = book.catalogue().find(term).orElseThrow();
        return switch (status) {
            case ENDED -> definition.ended();
            case NEW, IN_FORCE, REAFFIRMED, HISTORICAL -> definition.granted();
            default -> Optional.empty();
        };
    }
}
