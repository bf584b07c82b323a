package io.pactwatch.analysis.terms;

import io.pactwatch.analysis.terms.ClaimExtractor.ReadArticle;
import io.pactwatch.analysis.text.Span;
import io.pactwatch.analysis.value.Conversions;
import io.pactwatch.analysis.value.DirectedValues;
import io.pactwatch.analysis.value.FormerValues;
import io.pactwatch.analysis.value.FoundValue;
import io.pactwatch.analysis.value.VagueShares;
import io.pactwatch.contract.ClaimStatus;
import io.pactwatch.contract.PartialDate;
import io.pactwatch.contract.TermDefinition;
import io.pactwatch.contract.TermValue;
import java.util.List;
import java.util.Optional;
import java.util.function.IntPredicate;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** What the words around a claim say of its value and of the time in which it holds. Immutable and thread-safe. */
public final class ClaimSlots {
    /** Units beside the clauses of a share in which its percentage may stand. */
    private static final int BESIDE = 40;

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

    /**
     * The slots of a claim by a rule, whose kinds of value are preferred in its order.
     *
     * @param fired all rules that fired in the sentence
     */
    Slots of(RuleMatch match, List<RuleMatch> fired, SentenceView view, ClaimStatus status, ReadArticle article) {
        ClaimValue.Wanted wanted = new ClaimValue.Wanted(match.rule().value(), match.window(), match.anchor());
        Neighbours neighbours = new Neighbours(
                value -> fired.stream()
                        .anyMatch(other -> takes(other, match.rule().term(), value, view)),
                fired.stream()
                        .filter(other -> !isEnd(other.rule().term()))
                        .map(RuleMatch::window)
                        .toList());
        return of(match.rule().term(), wanted, view, status, article, neighbours);
    }

    /** Whether a value stands beside the words of a rule of another term that looks for its kind. */
    private static boolean takes(RuleMatch other, String term, FoundValue value, SentenceView view) {
        return !other.rule().term().equals(term)
                && other.rule().value().contains(ValueKind.of(value))
                && view.clausesAround(other.window()).overlaps(value.span());
    }

    /**
     * The slots of a claim that no rule found, with the kinds of value of all rules of its term.
     *
     * @param found the claims of rules
     */
    public Slots around(
            String term, Span words, int sentence, ClaimStatus status, ReadArticle article, List<FoundClaim> found) {
        SentenceView view = article.views().get(sentence);
        List<FoundClaim> near = found.stream()
                .filter(claim -> view.sentence().span().covers(claim.words()))
                .toList();
        return of(
                term,
                new ClaimValue.Wanted(book.values(term), words, words),
                view,
                status,
                article,
                new Neighbours(
                        value -> near.stream()
                                .anyMatch(claim -> claim.claim().value().equals(Optional.of(value.value()))),
                        Stream.concat(
                                        near.stream()
                                                .filter(claim ->
                                                        !isEnd(claim.claim().term()))
                                                .map(FoundClaim::words),
                                        Stream.of(words))
                                .toList()));
    }

    /** Whether a term is itself the end of a contract: its words say nothing of another one. */
    private boolean isEnd(String term) {
        return book.catalogue()
                .find(term)
                .filter(definition -> definition.valueType() == TermDefinition.ValueType.DATE)
                .isPresent();
    }

    /**
     * The claims of a sentence.
     *
     * @param takes whether another one has a value
     * @param words of all of them that name a term other than the end of the contract
     */
    private record Neighbours(Predicate<FoundValue> takes, List<Span> words) {}

    private Slots of(
            String term,
            ClaimValue.Wanted wanted,
            SentenceView view,
            ClaimStatus status,
            ReadArticle article,
            Neighbours neighbours) {
        Span near = view.clausesAround(wanted.window());
        IntPredicate others = others(view, status, article);
        ClaimDates dates = ClaimDates.of(view, near, wanted.window(), status, article.publishedAt(), isEnd(term))
                .orEnd(view, near, neighbours.words());
        Optional<TermValue> value = near(term, wanted, view, near, others, neighbours)
                .or(() -> ClaimValue.of(
                        wanted.farther(),
                        view,
                        view.sentence().span(),
                        place -> others.test(place)
                                || view.values().get(place).sort() == FoundValue.Sort.LOOSE
                                || neighbours.takes().test(view.values().get(place))))
                .or(() -> ClaimValue.of(ClaimValue.time(wanted), view, ClaimDates.opening(view), others))
                .or(() ->
                        isEnd(term) ? dates.until().map(PartialDate::text).map(TermValue.Until::new) : Optional.empty())
                .or(() -> state(term, status));
        return new Slots(value, dates.from(), dates.until());
    }

    /** The value in the clause of the first word, else in all clauses of the words. */
    private Optional<TermValue> near(
            String term,
            ClaimValue.Wanted wanted,
            SentenceView view,
            Span near,
            IntPredicate others,
            Neighbours neighbours) {
        Span clause = view.clausesAround(wanted.anchor());
        Optional<TermValue> own =
                clause.equals(near) ? Optional.empty() : ClaimValue.of(wanted.plain(), view, clause, others);
        Optional<TermValue> value = own.or(() -> ClaimValue.of(wanted, view, near, others));
        return value.filter(found -> found instanceof TermValue.Money).isPresent() && isShare(term)
                ? share(wanted, view, near, others, neighbours).or(() -> value)
                : value;
    }

    private boolean isShare(String term) {
        return book.catalogue()
                .find(term)
                .filter(definition -> definition.valueType() == TermDefinition.ValueType.PERCENT)
                .isPresent();
    }

    /** The share in a clause beside those of a claim on one, which then tell its worth. */
    private static Optional<TermValue> share(
            ClaimValue.Wanted wanted, SentenceView view, Span near, IntPredicate others, Neighbours neighbours) {
        Span beside = new Span(Math.max(view.sentence().span().start(), near.start() - BESIDE), near.end() + BESIDE);
        return ClaimValue.of(
                wanted.share(),
                view,
                beside,
                place -> others.test(place)
                        || neighbours.takes().test(view.values().get(place)));
    }

    /** Which values of a sentence are none of the claim: conversions, and, unless it is about the past, what held before. */
    private static IntPredicate others(SentenceView view, ClaimStatus status, ReadArticle article) {
        char[] folded = article.text().folded();
        return place -> Conversions.isConversion(view.values(), place, folded)
                || VagueShares.isVague(view.values(), place, folded)
                || DirectedValues.isWhole(view.values(), place, folded)
                || isName(view.values().get(place), article)
                || status != ClaimStatus.HISTORICAL
                        && DirectedValues.isChanged(view.values(), place, folded, status == ClaimStatus.CHANGED)
                || status != ClaimStatus.HISTORICAL
                        && FormerValues.isFormer(view.values(), place, folded, article.language());
    }

    /** Whether what is counted is a part of a name: {@code the two General Motors plants}. */
    private static boolean isName(FoundValue value, ReadArticle article) {
        if (value.sort() != FoundValue.Sort.COUNT) {
            return false;
        }
        int at = value.span().end();
        while (at > value.span().start() && article.text().folded()[at - 1] != ' ') {
            at--;
        }
        return Character.isUpperCase(article.text().text().charAt(at));
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
