package io.pactwatch.analysis.terms;

import io.pactwatch.analysis.mention.Mention;
import io.pactwatch.analysis.mention.PairMentions;
import io.pactwatch.analysis.terms.NameMarks.Mark;
import io.pactwatch.analysis.text.Span;
import io.pactwatch.article.Partnership;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Which of the two parties holds the right of a term and which pays, read off word order, verbs and the words beside the
 * names. Empty where the text leaves it open.
 */
final class PartyRoles {
    private final List<Named> names;
    private final Span anchor;
    private final boolean both;
    private final boolean gives;
    private final boolean receives;

    /** A name in the clauses of a term, or where they have none in its sentence. */
    private record Named(int party, Span span, Optional<Mark> mark) {
        private boolean is(Mark wanted) {
            return mark.filter(wanted::equals).isPresent();
        }
    }

    private PartyRoles(List<Named> names, Span anchor, boolean both, boolean gives, boolean receives) {
        this.names = names;
        this.anchor = anchor;
        this.both = both;
        this.gives = gives;
        this.receives = receives;
    }

    /**
     * @param gives number of the cue group of verbs whose subject gives the right away
     * @param receives number of the cue group of verbs whose subject gets it
     */
    static PartyRoles of(
            PairMentions pair,
            RuleMatch match,
            SentenceView view,
            char[] folded,
            String language,
            int gives,
            int receives) {
        Span sentence = view.sentence().span();
        Span near = view.clausesAround(match.window());
        List<Named> names = names(pair, near, folded, language);
        if (names.isEmpty()) {
            names = names(pair, sentence, folded, language);
        }
        boolean both = pair.isNamedIn(0, sentence) && pair.isNamedIn(1, sentence);
        boolean received = view.has(receives, near);
        return new PartyRoles(names, match.anchor(), both, view.has(gives, near) && !received, received);
    }

    private static List<Named> names(PairMentions pair, Span span, char[] folded, String language) {
        List<Named> names = new ArrayList<>();
        for (int party = 0; party < 2; party++) {
            for (Mention mention : pair.within(party, span)) {
                names.add(new Named(party, mention.span(), NameMarks.STANDARD.of(folded, mention.span(), language)));
            }
        }
        names.sort(Comparator.comparingInt(name -> name.span().start()));
        return names;
    }

    /** The party of a role. The other party is told only where the sentence names both: it is not guessed. */
    Optional<String> id(TermRule.Role role, Partnership partnership) {
        Optional<Integer> party =
                switch (role) {
                    case NONE -> Optional.empty();
                    case SUBJECT -> told(holder());
                    case OBJECT -> told(holder()).filter(holder -> both).map(holder -> 1 - holder);
                    case SUPPLIER -> told(supplier());
                    case INVESTOR -> told(investor());
                    case PAYER -> both ? payer() : Optional.empty();
                    case PAYEE -> both ? payer().map(payer -> 1 - payer) : Optional.empty();
                    case SELLER -> both ? seller() : Optional.empty();
                    case BUYER -> both ? seller().map(seller -> 1 - seller) : Optional.empty();
                };
        return party.map(place -> partnership.parties().get(place).id());
    }

    private Optional<Integer> told(Optional<Integer> holder) {
        return holder.filter(party -> both || names.stream().anyMatch(name -> name.party() == party));
    }

    /** Who holds: who is given it, who acts in the passive, not the one whose thing it is, else the one named first. */
    private Optional<Integer> holder() {
        return (gives ? marked(Mark.TO).or(this::second) : Optional.<Integer>empty())
                .or(() -> marked(Mark.AGENT))
                .or(() -> other(behind(Mark.ABOUT)))
                .or(() -> other(marked(Mark.TO)))
                .or(() -> before(Mark.OWNER))
                .or(() -> other(behind(Mark.OF)))
                .or(() -> other(behind(Mark.OWNER)))
                .or(() -> marked(Mark.SUBJECT))
                .or(this::first);
    }

    /** Who puts money in: from whom it comes, not the one that receives it. */
    private Optional<Integer> investor() {
        return marked(Mark.AGENT)
                .or(() -> marked(Mark.FROM))
                .or(() ->
                        receives ? other(marked(Mark.SUBJECT).or(this::first)).filter(party -> both) : Optional.empty())
                .or(this::holder);
    }

    /** Who supplies: the other one than whose supplier it is, or than who chooses it. */
    private Optional<Integer> supplier() {
        return marked(Mark.AGENT)
                .or(() -> marked(Mark.FROM))
                .or(() -> gives ? second() : Optional.empty())
                .or(() -> other(behind(Mark.OF)))
                .or(() -> other(marked(Mark.OWNER)))
                .or(() -> other(behind(Mark.TO)))
                .or(() -> other(behind(Mark.ABOUT)))
                .or(() -> marked(Mark.SUBJECT))
                .or(this::first);
    }

    /** Who pays: not the one to whom it goes, nor the one that receives it; of whose income it is a share. */
    private Optional<Integer> payer() {
        return other(marked(Mark.TO))
                .or(() -> marked(Mark.FROM))
                .or(() -> marked(Mark.AGENT))
                .or(() -> receives ? other(marked(Mark.SUBJECT).or(this::first)) : Optional.empty())
                .or(() -> behind(Mark.OWNER))
                .or(() -> marked(Mark.SUBJECT))
                .or(this::first);
    }

    /** Who sells: from whom it comes, or whose it is; else not the one that is named first. */
    private Optional<Integer> seller() {
        return (receives ? marked(Mark.SUBJECT).or(this::first) : Optional.<Integer>empty())
                .or(() -> marked(Mark.FROM))
                .or(() -> behind(Mark.OF))
                .or(() -> behind(Mark.ABOUT))
                .or(() -> other(marked(Mark.AGENT)))
                .or(() -> other(marked(Mark.SUBJECT)))
                .or(() -> other(first()));
    }

    private static Optional<Integer> other(Optional<Integer> party) {
        return party.map(place -> 1 - place);
    }

    private Optional<Integer> first() {
        return names.stream().map(Named::party).findFirst();
    }

    /** The party that is named after the first one. */
    private Optional<Integer> second() {
        return first().flatMap(first -> names.stream()
                .map(Named::party)
                .filter(party -> !party.equals(first))
                .findFirst());
    }

    private Optional<Integer> marked(Mark mark) {
        return names.stream().filter(name -> name.is(mark)).map(Named::party).findFirst();
    }

    private Optional<Integer> before(Mark mark) {
        return names.stream()
                .filter(name -> name.is(mark) && name.span().start() < anchor.start())
                .map(Named::party)
                .reduce((one, next) -> next);
    }

    private Optional<Integer> behind(Mark mark) {
        return names.stream()
                .filter(name -> name.is(mark) && name.span().start() >= anchor.start())
                .map(Named::party)
                .findFirst();
    }
}
