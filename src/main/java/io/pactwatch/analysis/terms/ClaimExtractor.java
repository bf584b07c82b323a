package io.pactwatch.analysis.terms;

import io.pactwatch.analysis.mention.PairMentions;
import io.pactwatch.analysis.text.ArticleText;
import io.pactwatch.analysis.text.ArticleText.Sentence;
import io.pactwatch.analysis.text.Span;
import io.pactwatch.analysis.value.FoundDate;
import io.pactwatch.article.Partnership;
import io.pactwatch.contract.Claim;
import io.pactwatch.contract.ClaimStatus;
import io.pactwatch.contract.Evidence;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Finds what an article says about the contract terms of one partnership. Immutable and thread-safe. */
public final class ClaimExtractor {
    /** Claims kept of one article and partnership: the strongest. */
    public static final int MAX_CLAIMS = 40;

    /** A text whose relevance is at least this is about the pair even where a sentence names neither party. */
    private static final double FOCUSED = 0.15;

    /** Sentences of the lead and the news; what stands behind them in the simple past is background. */
    private static final int LATE = 9;

    /** Sentences of headline and lead. */
    private static final int LEAD = 4;

    /** Units at the start of a sentence whose date holds for all its clauses. */
    private static final int OPENING = 24;

    /** What is dated at most this long before the publication is still news. */
    private static final Duration RECENT = Duration.ofDays(31);

    /** Sentences in which a report of an agreement lists its terms. */
    private static final int DEAL_PARAGRAPHS = 16;

    private final RuleBook book;
    private final RuleMatcher matcher;
    private final StatusReader statuses;
    private final ClaimSlots slots;

    public ClaimExtractor(RuleBook book) {
        this.book = book;
        this.matcher = new RuleMatcher(book);
        this.statuses = new StatusReader(book.cues());
        this.slots = new ClaimSlots(book);
    }

    /**
     * The best claims per term and status, in the order of the text.
     *
     * @param claims the strongest, at most {@link #MAX_CLAIMS}
     * @param cut the others
     */
    public record Extracted(List<FoundClaim> claims, List<FoundClaim> cut) {}

    /** What the article says of the pair. */
    public Extracted extract(Partnership partnership, PairMentions pair, ReadArticle article, double relevance) {
        News news = News.of(article.views(), pair, statuses);
        ClaimSelection selection = new ClaimSelection();
        for (SentenceView view : article.views()) {
            Sentence sentence = view.sentence();
            if (sentence.headline()
                    || sentence.heading()
                    || view.cues().isEmpty()
                    || !concerns(pair, sentence, article, relevance)) {
                continue;
            }
            List<FoundClaim> found = new ArrayList<>();
            List<RuleMatch> fired = matcher.match(view, article.text().folded(), names(pair, view, article));
            for (RuleMatch match : fired) {
                claim(match, fired, view, partnership, pair, article, news)
                        .ifPresent(claim -> addOrReplace(claim, found));
            }
            found.forEach(selection::add);
        }
        return selection.best();
    }

    /** One clause says one thing of a term: of claims with overlapping quotes the stronger one stays. */
    private static void addOrReplace(FoundClaim claim, List<FoundClaim> found) {
        for (int i = 0; i < found.size(); i++) {
            if (found.get(i).overlaps(claim)) {
                if (found.get(i).strength() < claim.strength()) {
                    found.set(i, claim);
                }
                return;
            }
        }
        found.add(claim);
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
            return new News(standing, deal && !unsettled && views.size() > 2);
        }
    }

    private List<Cue> names(PairMentions pair, SentenceView view, ReadArticle article) {
        char[] folded = article.text().folded();
        return Stream.of(0, 1)
                .flatMap(party -> pair.within(party, view.sentence().span()).stream())
                .filter(mention -> !mention.person())
                .map(mention -> new Cue(
                        mention.span(),
                        NameMarks.STANDARD
                                .of(folded, mention.span(), article.language())
                                .filter(NameMarks.Mark.OWNER::equals)
                                .map(owner -> book.ownerGroup())
                                .orElse(book.partyGroup())))
                .toList();
    }

    /**
     * Whether a sentence may claim something of the pair: it speaks of both, or of nobody else and at least of one of them,
     * unless all of the text is about the pair.
     */
    public static boolean concerns(PairMentions pair, Sentence sentence, ReadArticle article, double relevance) {
        int index = sentence.index();
        return pair.isAboutBoth(index)
                || (pair.namesOne(index) || relevance >= FOCUSED) && !article.namesThird(pair, sentence.span());
    }

    private Optional<FoundClaim> claim(
            RuleMatch match,
            List<RuleMatch> fired,
            SentenceView view,
            Partnership partnership,
            PairMentions pair,
            ReadArticle article,
            News news) {
        Span near = view.clausesAround(match.window());
        int place = view.sentence().index();
        StatusReader.Reading reading = statuses.read(
                match,
                view,
                new StatusReader.Context(
                        isDated(view, near, article.publishedAt()),
                        pair.isAboutBoth(place) || place <= LEAD,
                        place > LATE,
                        news.standing(),
                        news.dealDay() && place <= DEAL_PARAGRAPHS && pair.namesOne(place)));
        boolean both = pair.isNamedIn(0, near) && pair.isNamedIn(1, near);
        boolean alerting = reading.status().isFresh() || reading.status() == ClaimStatus.NEGOTIATING;
        boolean vague = reading.silent() && alerting && (!both || place > LATE);
        if (vague || alerting && isAnothers(match, view, near, pair, article)) {
            return Optional.empty();
        }
        ClaimSlots.Slots filled = slots.of(match, fired, view, reading.status(), article);
        PartyRoles parties = PartyRoles.of(
                pair, match, view, article.text().folded(), article.language(), book.gives(), book.receives());
        Claim claim = new Claim(
                match.rule().term(),
                scope(match.rule().term(), view, near),
                parties.id(match.rule().holder(), partnership),
                parties.id(match.rule().payer(), partnership),
                filled.value(),
                reading.status(),
                reading.stage(),
                filled.from(),
                filled.until(),
                EvidenceSpan.of(match, view).in(article.text()));
        double strength = (pair.isAboutBoth(view.sentence().index()) ? 1 : 0.5)
                + (filled.value().isPresent() ? 0.3 : 0)
                + (both ? 0.3 : 0)
                - match.window().length() / 400.0;
        return Optional.of(new FoundClaim(claim, match.rule().id(), match.window(), strength));
    }

    /** Whether the clauses tell of a third company, or of many: then a change is not the pair's. */
    private boolean isAnothers(RuleMatch match, SentenceView view, Span near, PairMentions pair, ReadArticle article) {
        boolean first = pair.isNamedIn(0, near);
        boolean second = pair.isNamedIn(1, near);
        if (first && second) {
            int anchor = Math.max(near.start(), match.anchor().start());
            return book.isPairOnly(match.rule().term()) && article.namesThird(pair, new Span(near.start(), anchor));
        }
        return article.namesThird(pair, first || second ? near : view.sentence().span());
    }

    /** Whether words are dated before the publication: the opening of a sentence dates all its clauses. */
    private static boolean isDated(SentenceView view, Span near, Instant publishedAt) {
        Span sentence = view.sentence().span();
        Span opening = new Span(sentence.start(), Math.min(sentence.end(), sentence.start() + OPENING));
        Instant lately = publishedAt.minus(RECENT);
        return view.dates().stream()
                .filter(date -> date.part() != FoundDate.Part.UNTIL)
                .filter(date -> date.span().overlaps(near) || date.span().overlaps(opening))
                .anyMatch(date -> date.date().end().isBefore(lately));
    }

    /** What the clauses limit the term to, if they name one of its scopes. */
    private Optional<String> scope(String term, SentenceView view, Span near) {
        return book.scopes(term).entrySet().stream()
                .filter(scope -> view.has(scope.getValue(), near))
                .map(Map.Entry::getKey)
                .findFirst();
    }

    /** What words say of the value and the time of a claim. */
    public ClaimSlots slots() {
        return slots;
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
    public List<SentenceCues> read(ArticleText text, String language, Instant publishedAt) {
        return SentenceCues.of(text, book.cues().find(text.folded(), language), language, publishedAt);
    }

    /** What a rule needs of the article around its sentence. */
    public static final class ReadArticle {
        private final ArticleText text;
        private final List<SentenceView> views = new ArrayList<>();
        private final ThirdParties thirds;
        private final Instant publishedAt;
        private final String language;

        public ReadArticle(
                ArticleText text,
                List<SentenceCues> sentences,
                ThirdParties thirds,
                Instant publishedAt,
                String language) {
            this.text = text;
            this.language = language;
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

        /** The quote between two offsets of the text. */
        public Evidence quote(Span span) {
            return text.quote(span);
        }

        List<SentenceView> views() {
            return views;
        }

        String language() {
            return language;
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
