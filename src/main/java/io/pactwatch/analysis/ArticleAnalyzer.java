package io.pactwatch.analysis;

import io.pactwatch.analysis.mention.Candidates;
import io.pactwatch.analysis.mention.Mention;
import io.pactwatch.analysis.mention.NameIndex;
import io.pactwatch.analysis.mention.PairMentions;
import io.pactwatch.analysis.mention.Relevance;
import io.pactwatch.analysis.model.ArticlePassages;
import io.pactwatch.analysis.model.Models;
import io.pactwatch.analysis.model.Passage;
import io.pactwatch.analysis.model.PassageModel;
import io.pactwatch.analysis.model.PassageReading;
import io.pactwatch.analysis.model.Tier;
import io.pactwatch.analysis.model.TierSetting;
import io.pactwatch.analysis.sentiment.TieLexicon;
import io.pactwatch.analysis.sentiment.TieSentiment;
import io.pactwatch.analysis.sentiment.ToneFeatures;
import io.pactwatch.analysis.sentiment.ToneReading;
import io.pactwatch.analysis.story.AttributionReader;
import io.pactwatch.analysis.story.FingerprintReader;
import io.pactwatch.analysis.terms.ClaimExtractor;
import io.pactwatch.analysis.terms.FoundClaim;
import io.pactwatch.analysis.terms.RuleBook;
import io.pactwatch.analysis.terms.SentenceCues;
import io.pactwatch.analysis.terms.ThirdParties;
import io.pactwatch.analysis.text.ArticleText;
import io.pactwatch.analysis.text.LanguageIdentifier;
import io.pactwatch.analysis.text.Span;
import io.pactwatch.analysis.value.FoundValue;
import io.pactwatch.article.Article;
import io.pactwatch.article.Partnership;
import io.pactwatch.contract.Claim;
import io.pactwatch.contract.Evidence;
import io.pactwatch.contract.TermCatalogue;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.stream.Collectors;

/** Analyses articles. Immutable and thread-safe. */
public final class ArticleAnalyzer {
    private static final int MAX_TITLE = 300;

    private final NameIndex names;
    private final RuleBook rules;
    private final ClaimExtractor claims;
    private final TieLexicon lexicon;
    private final AttributionReader attributions;
    private final Optional<PassageModel> model;
    private final ClaimJudge judge;

    private ArticleAnalyzer(
            NameIndex names,
            RuleBook rules,
            TieLexicon lexicon,
            AttributionReader attributions,
            Optional<PassageModel> model) {
        this.names = names;
        this.rules = rules;
        this.claims = new ClaimExtractor(rules);
        this.lexicon = lexicon;
        this.attributions = attributions;
        this.model = model;
        this.judge = new ClaimJudge(claims, rules.catalogue());
    }

    /** The analyzer with the catalogue, lexicon and rules that ship with Pactwatch, in the fast tier, for a watchlist. */
    public static ArticleAnalyzer forWatchlist(Collection<Partnership> watchlist) {
        return Shipped.ANALYZER.withWatchlist(watchlist);
    }

    /**
     * The analyzer with what ships with Pactwatch, for an empty watchlist.
     *
     * @throws io.pactwatch.article.InvalidInputException if the accurate tier is asked for and does not load, with the
     *     reason
     */
    public static ArticleAnalyzer forTier(TierSetting tier) {
        return Shipped.ANALYZER.withModel(Models.load(tier).model());
    }

    /** Loaded once: files and automata do not depend on the watchlist. */
    private static final class Shipped {
        private static final ArticleAnalyzer ANALYZER = new ArticleAnalyzer(
                new NameIndex(List.of()),
                RuleBook.standard(),
                TieLexicon.standard(),
                AttributionReader.standard(),
                Models.load(TierSetting.FAST).model().map(PassageModel.class::cast));
    }

    /** The same analyzer for another watchlist; cheaper than reading the rules again. */
    public ArticleAnalyzer withWatchlist(Collection<Partnership> watchlist) {
        return new ArticleAnalyzer(new NameIndex(watchlist), rules, lexicon, attributions, model);
    }

    /** The same analyzer with other terms and rules. */
    public ArticleAnalyzer withRules(RuleBook other) {
        return new ArticleAnalyzer(names, other, lexicon, attributions, model);
    }

    /** The same analyzer with another model, or with rules and lexicon alone. */
    public ArticleAnalyzer withModel(Optional<? extends PassageModel> other) {
        return new ArticleAnalyzer(names, rules, lexicon, attributions, other.map(PassageModel.class::cast));
    }

    /** The terms that this analyzer knows. */
    public TermCatalogue catalogue() {
        return rules.catalogue();
    }

    /**
     * What the article says, one analysis per watched partnership that it is about, in the order of the watchlist; empty if
     * it is about none. Never throws for any text; linear in its length.
     */
    public List<ArticleAnalysis> analyze(Article article, Instant publishedAt) {
        return explain(article, publishedAt).stream().map(Explained::analysis).toList();
    }

    /**
     * An analysis with the reasons of its claims.
     *
     * @param claims those of the analysis, in their order, and between them those that were dropped or cut
     * @param tone what the tone follows from; empty where the text shows none
     * @param text title and body, which the places of words refer to
     */
    public record Explained(
            ArticleAnalysis analysis, List<JudgedClaim> claims, Optional<ToneFeatures> tone, String text) {
        /** Claims that were left out because there are too many. */
        public long cut() {
            return claims.stream()
                    .filter(claim -> claim.verdict() == JudgedClaim.Verdict.CUT)
                    .count();
        }
    }

    /** As {@link #analyze}, with the reasons of each claim. */
    public List<Explained> explain(Article article, Instant publishedAt) {
        ArticleText text = new ArticleText(article.title(), article.body());
        List<Mention> mentions = names.find(text.text(), text.folded());
        List<Integer> candidates = Candidates.of(names, mentions);
        if (candidates.isEmpty()) {
            return List.of();
        }
        Reading reading = new Reading(article, publishedAt, text, mentions);
        List<Explained> found = new ArrayList<>();
        for (int place : candidates) {
            explain(names.partnerships().get(place), reading).ifPresent(found::add);
        }
        return found;
    }

    private Optional<Explained> explain(Partnership partnership, Reading reading) {
        PairMentions pair = reading.pair(partnership);
        OptionalDouble relevance = Relevance.of(pair);
        if (relevance.isEmpty()) {
            return Optional.empty();
        }
        Map<Integer, PassageReading> readings = new HashMap<>();
        boolean supported = LanguageIdentifier.isRead(reading.language);
        List<JudgedClaim> judged =
                supported ? judged(partnership, pair, reading, relevance.getAsDouble(), readings) : List.of();
        List<Claim> kept = judged.stream()
                .filter(JudgedClaim::isKept)
                .map(JudgedClaim::claim)
                .toList();
        Optional<TieSentiment.Reading> tone = supported ? tone(pair, reading, kept, readings) : Optional.empty();
        Article article = reading.article;
        ArticleAnalysis analysis = new ArticleAnalysis(
                article.id(),
                partnership.ref(),
                article.url(),
                shortened(article.title()),
                article.source(),
                reading.language,
                reading.publishedAt,
                relevance.getAsDouble(),
                tone.map(TieSentiment.Reading::sentiment),
                tone.map(read -> reading.quote(read.sentence())),
                kept,
                FingerprintReader.read(reading.text, pair, reading.values(), reading.language),
                attributions.read(reading.text, article.source()));
        return Optional.of(
                new Explained(analysis, judged, tone.map(TieSentiment.Reading::features), reading.text.text()));
    }

    private Optional<TieSentiment.Reading> tone(
            PairMentions pair, Reading reading, List<Claim> kept, Map<Integer, PassageReading> readings) {
        return TieSentiment.read(
                pair,
                reading.tones,
                kept.stream().mapToDouble(claims::tone).sum(),
                readings,
                model.map(read -> read.tierFor(reading.language)).orElse(Tier.FAST),
                sentence -> reading.claimText.namesThird(
                        pair, pair.sentences().get(sentence).span()));
    }

    private List<JudgedClaim> judged(
            Partnership partnership,
            PairMentions pair,
            Reading reading,
            double relevance,
            Map<Integer, PassageReading> readings) {
        ClaimExtractor.Extracted extracted = claims.extract(partnership, pair, reading.claimText, relevance);
        List<JudgedClaim> judged = new ArrayList<>(
                model.isEmpty()
                        ? ClaimJudge.unjudged(extracted.claims())
                        : judged(extracted.claims(), pair, reading, relevance, readings));
        extracted.cut().forEach(claim -> judged.add(JudgedClaim.cut(claim)));
        return judged;
    }

    private List<JudgedClaim> judged(
            List<FoundClaim> found,
            PairMentions pair,
            Reading reading,
            double relevance,
            Map<Integer, PassageReading> readings) {
        Set<Integer> ruled = found.stream()
                .flatMap(claim -> pair.sentenceAt(claim.words().start()).stream())
                .collect(Collectors.toSet());
        Map<Integer, Passage> passages = new ArticlePassages(
                        reading.text, pair, reading.tones.togetherPlaces(), reading.language, reading.publishedAt)
                .read(sentence -> pair.namesOne(sentence)
                        || reading.tones.isAboutTie(sentence)
                        || ruled.contains(sentence)
                        || ClaimExtractor.concerns(pair, pair.sentences().get(sentence), reading.claimText, relevance));
        List<PassageReading> read = model.get().read(List.copyOf(passages.values()));
        int next = 0;
        for (int sentence : passages.keySet()) {
            readings.put(sentence, read.get(next++));
        }
        return judge.judge(
                found,
                new ClaimJudge.ModelReadings(
                        JudgeThresholds.of(model.get().tierFor(reading.language), reading.language),
                        model.get().terms(),
                        passages,
                        readings),
                pair,
                reading.claimText,
                relevance);
    }

    private static String shortened(String title) {
        if (title.length() <= MAX_TITLE) {
            return title;
        }
        int end = Character.isHighSurrogate(title.charAt(MAX_TITLE - 1)) ? MAX_TITLE - 1 : MAX_TITLE;
        return title.substring(0, end);
    }

    /** What is read of an article once for all partnerships. */
    private final class Reading {
        private final Article article;
        private final Instant publishedAt;
        private final ArticleText text;
        private final List<Mention> mentions;
        private final String language;
        private final ToneReading tones;
        private final List<SentenceCues> sentences;
        private final ClaimExtractor.ReadArticle claimText;

        private Reading(Article article, Instant publishedAt, ArticleText text, List<Mention> found) {
            this.article = article;
            this.publishedAt = publishedAt;
            this.text = text;
            this.language = LanguageIdentifier.STANDARD.identify(text.folded(), article.language());
            this.mentions = found;
            this.tones = ToneReading.of(text, language, lexicon);
            this.sentences = claims.read(text, language, publishedAt);
            List<Span> named = mentions.stream()
                    .filter(mention -> !mention.person())
                    .map(Mention::span)
                    .toList();
            this.claimText = new ClaimExtractor.ReadArticle(
                    text, sentences, new ThirdParties(text.text(), text.folded(), named), publishedAt, language);
        }

        private PairMentions pair(Partnership partnership) {
            int first = names.numberOf(partnership.parties().get(0));
            int second = names.numberOf(partnership.parties().get(1));
            return new PairMentions(text.sentences(), mentions, first, second, tones.together());
        }

        private List<List<FoundValue>> values() {
            return sentences.stream().map(SentenceCues::values).toList();
        }

        private Evidence quote(int sentence) {
            return text.quote(text.sentences().get(sentence).span());
        }
    }
}
