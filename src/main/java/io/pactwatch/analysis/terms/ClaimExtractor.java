package io.pactwatch.analysis.terms;

import io.pactwatch.analysis.mention.PairMentions;
import io.pactwatch.analysis.text.ArticleText;
import io.pactwatch.analysis.text.Span;
import io.pactwatch.analysis.value.FoundValue;
import io.pactwatch.analysis.value.PastDates;
import io.pactwatch.article.Partnership;
import io.pactwatch.contract.Claim;
import io.pactwatch.contract.ClaimStatus;
import io.pactwatch.contract.Evidence;
import io.pactwatch.contract.TermDefinition;
import io.pactwatch.contract.TermValue;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Finds what an article says about the contract terms of one partnership. Immutable and thread-safe. */
public final class ClaimExtractor {
    /** A text whose relevance is at least this is about the pair even where a sentence names neither party. */
    private static final double FOCUSED = 0.3;

    /** Sentences of the lead and the news; what stands behind them in the simple past is background. */
    private static final int LATE = 9;

    /** Sentences of headline and lead. */
    private static final int LEAD = 4;

    /** Sentences in which a report of an agreement lists its terms. */
    private static final int DEAL_PARAGRAPHS = 16;

    private final RuleBook book;
    private final RuleMatcher matcher;
    private final StatusReader statuses;

    public ClaimExtractor(RuleBook book) {
        this.book = book;
        this.matcher = new RuleMatcher(book);
        this.statuses = new StatusReader(book.cues());
    }

    /** Claims in the order of the text, at most {@link ClaimSelection#MAX_CLAIMS}, the best per term and status. */
    public List<FoundClaim> extract(Partnership partnership, PairMentions pair, ReadArticle article, double relevance) {
        News news = News.of(article.views(), pair, statuses);
        ClaimSelection selection = new ClaimSelection();
        for (SentenceView view : article.views()) {
            if (view.sentence().headline() || view.sentence().heading() || !mayClaim(view, pair, article, relevance)) {
                continue;
            }
            for (RuleMatch match : matcher.match(view, article.text().folded())) {
                claim(match, view, partnership, pair, article, news).ifPresent(selection::add);
            }
        }
        return selection.best();
    }

    /** What headline and lead say of the day: that things stand, or that something was agreed. */
    private record News(boolean standing, boolean dealDay) {
        private static News of(List<SentenceView> views, PairMentions pair, StatusReader statuses) {
            boolean standing = false;
            boolean deal = false;
            boolean unsettled = false;
            for (SentenceView view : views.subList(0, Math.min(views.size(), LEAD))) {
                standing |= view.sentence().headline() && statuses.saysNothingChanges(view);
                deal |= pair.isAboutBoth(view.sentence().index()) && statuses.reportsDeal(view);
                unsettled |= statuses.isUnsettled(view);
            }
            return new News(standing, deal && !unsettled && views.size() > LEAD);
        }
    }

    private static boolean mayClaim(SentenceView view, PairMentions pair, ReadArticle article, double relevance) {
        int sentence = view.sentence().index();
        if (view.cues().isEmpty()) {
            return false;
        }
        if (pair.isAboutBoth(sentence)) {
            return true;
        }
        boolean third = article.namesThird(pair, view.sentence().span());
        return !third && (pair.namesOne(sentence) || relevance >= FOCUSED);
    }

    private Optional<FoundClaim> claim(
            RuleMatch match,
            SentenceView view,
            Partnership partnership,
            PairMentions pair,
            ReadArticle article,
            News news) {
        Span near = view.clausesAround(match.window());
        boolean dated = isDated(view, near, article.text().folded(), article.publishedAt());
        int place = view.sentence().index();
        boolean dealDay = news.dealDay() && place <= DEAL_PARAGRAPHS && pair.namesOne(place);
        StatusReader.Reading reading = statuses.read(
                match,
                view,
                new StatusReader.Context(
                        dated, pair.isAboutBoth(place) || place <= LEAD, place > LATE, news.standing(), dealDay));
        boolean both = pair.isNamedIn(0, near) && pair.isNamedIn(1, near);
        boolean alerting = reading.status().isFresh() || reading.status() == ClaimStatus.NEGOTIATING;
        if (alerting && !both && article.namesThird(pair, near)) {
            return Optional.empty();
        }
        Optional<TermValue> value =
                ClaimValue.of(match, view, near).or(() -> state(match.rule().term(), reading.status()));
        Parties parties = Parties.of(match, pair, near, view.sentence().span());
        Claim claim = new Claim(
                match.rule().term(),
                Optional.empty(),
                parties.id(match.rule().holder(), partnership),
                parties.id(match.rule().payer(), partnership),
                value,
                reading.status(),
                reading.stage(),
                Optional.empty(),
                EvidenceSpan.of(match, view).in(article.text()));
        double strength = (pair.isAboutBoth(view.sentence().index()) ? 1 : 0.5)
                + (value.isPresent() ? 0.3 : 0)
                + (both ? 0.3 : 0)
                - match.window().length() / 400.0;
        return Optional.of(new FoundClaim(claim, match.rule().id(), match.window(), strength));
    }

    private static boolean isDated(SentenceView view, Span near, char[] folded, Instant publishedAt) {
        Span sentence = view.sentence().span();
        Span opening = new Span(sentence.start(), Math.min(sentence.end(), sentence.start() + 24));
        return PastDates.in(folded, near, view.values(), publishedAt)
                || PastDates.in(folded, opening, view.values(), publishedAt);
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

    /** The two parties by their place around a match. */
    private record Parties(Optional<Integer> subject) {
        private static Parties of(RuleMatch match, PairMentions pair, Span near, Span sentence) {
            Optional<Integer> first = pair.firstIn(near);
            return new Parties(first.isPresent() ? first : pair.firstIn(sentence));
        }

        private Optional<String> id(TermRule.Role role, Partnership partnership) {
            return switch (role) {
                case NONE -> Optional.empty();
                case SUBJECT ->
                    subject.map(party -> partnership.parties().get(party).id());
                case OBJECT ->
                    subject.map(party -> partnership.parties().get(1 - party).id());
            };
        }
    }

    /** What a fresh claim on a term says about the tie, in [-2,2]. */
    public double tone(Claim claim) {
        double tone = book.tone(claim.term());
        return switch (claim.status()) {
            case NEW, CHANGED -> tone;
            case ENDED -> -0.4 * tone;
            case NEGOTIATING -> Math.min(0, tone);
            default -> 0;
        };
    }

    /** All sentences with the cues of this book, for one article. */
    public List<SentenceCues> read(ArticleText text, String language) {
        return SentenceCues.of(text, book.cues().find(text.folded(), language), language);
    }

    /** What a rule needs of the article around its sentence. */
    public static final class ReadArticle {
        private final ArticleText text;
        private final List<SentenceView> views = new ArrayList<>();
        private final ThirdParties thirds;
        private final Instant publishedAt;

        public ReadArticle(ArticleText text, List<SentenceCues> sentences, ThirdParties thirds, Instant publishedAt) {
            this.text = text;
            this.thirds = thirds;
            this.publishedAt = publishedAt;
            sentences.forEach(sentence -> views.add(sentence.view()));
        }

        ArticleText text() {
            return text;
        }

        /** The folded text; not to be changed. */
        public char[] folded() {
            return text.folded();
        }

        /** The values that a sentence states. */
        public List<FoundValue> values(int sentence) {
            return views.get(sentence).values();
        }

        /** The quote between two offsets of the text. */
        public Evidence quote(Span span) {
            return text.quote(span);
        }

        List<SentenceView> views() {
            return views;
        }

        Instant publishedAt() {
            return publishedAt;
        }

        /** Whether a span names a company that is neither party. */
        public boolean namesThird(PairMentions pair, Span span) {
            return thirds.in(span, pair);
        }
    }
}
