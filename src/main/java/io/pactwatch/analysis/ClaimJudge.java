package io.pactwatch.analysis;

import io.pactwatch.analysis.JudgedClaim.Verdict;
import io.pactwatch.analysis.mention.PairMentions;
import io.pactwatch.analysis.model.Distribution;
import io.pactwatch.analysis.model.Passage;
import io.pactwatch.analysis.model.PassageReading;
import io.pactwatch.analysis.model.TermReading;
import io.pactwatch.analysis.terms.ClaimExtractor;
import io.pactwatch.analysis.terms.ClaimSlots;
import io.pactwatch.analysis.terms.FoundClaim;
import io.pactwatch.analysis.text.ArticleText.Sentence;
import io.pactwatch.analysis.text.ClauseSplitter;
import io.pactwatch.analysis.text.Span;
import io.pactwatch.contract.Claim;
import io.pactwatch.contract.ClaimStatus;
import io.pactwatch.contract.Stage;
import io.pactwatch.contract.TermCatalogue;
import io.pactwatch.contract.TermValue;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Joins what the rules found with what a model reads in the same sentences; nothing else does. Rules give value, holder and
 * payer. The model drops claims that it finds improbable, settles a status of which it is sure, and adds terms that no rule
 * saw. Immutable and thread-safe.
 */
final class ClaimJudge {
    /** Quotes that would be longer are cut to the words that carried the decision. */
    private static final int LONGEST_QUOTE = 240;

    /** Shorter quotes say too little by themselves; then the sentence is quoted. */
    private static final int SHORTEST_QUOTE = 24;

    private static final int MOST_CLAIMS = 40;

    /** Claims on one term with other values that are added to one another. */
    private static final int MOST_VALUES = 3;

    /** A stage counts as reached when it or a firmer one is at least so probable. */
    private static final double REACHED = 0.6;

    private final ClaimExtractor rules;
    private final TermCatalogue catalogue;

    ClaimJudge(ClaimExtractor rules, TermCatalogue catalogue) {
        this.rules = rules;
        this.catalogue = catalogue;
    }

    /**
     * What is read of an article about one pair.
     *
     * @param thresholds for the models that read it
     * @param terms that the model knows
     * @param passages by index of their sentence
     * @param readings by index of their sentence
     */
    record ModelReadings(
            JudgeThresholds thresholds,
            Set<String> terms,
            Map<Integer, Passage> passages,
            Map<Integer, PassageReading> readings) {}

    /** The claims of the rules as they are. */
    static List<JudgedClaim> unjudged(List<FoundClaim> found) {
        return found.stream().map(JudgedClaim::byRule).toList();
    }

    /** All claims, those that were dropped included, in the order of the text. */
    List<JudgedClaim> judge(
            List<FoundClaim> found,
            ModelReadings readings,
            PairMentions pair,
            ClaimExtractor.ReadArticle article,
            double relevance) {
        List<JudgedClaim> judged = new ArrayList<>();
        for (FoundClaim claim : found) {
            judged.add(judged(claim, readings, pair));
        }
        List<JudgedClaim> added = new ArrayList<>();
        readings.readings().forEach((index, reading) -> {
            Sentence sentence = pair.sentences().get(index);
            if (mayAdd(sentence, pair, article, relevance)) {
                for (TermReading term : reading.terms()) {
                    if (!isSure(term, readings.thresholds())) {
                        continue;
                    }
                    addition(term, sentence, readings.passages().get(index), pair, article, found)
                            .filter(claim -> isNew(claim, judged, added))
                            .ifPresent(added::add);
                }
            }
        });
        added.sort(Comparator.comparingDouble(
                        (JudgedClaim claim) -> claim.reading().orElseThrow().probability())
                .reversed());
        int room = Math.min(added.size(), Math.max(0, MOST_CLAIMS - judged.size()));
        judged.addAll(added.subList(0, room));
        added.subList(room, added.size()).forEach(claim -> judged.add(claim.cut()));
        judged.sort(Comparator.comparingInt(claim -> claim.claim().evidence().start()));
        return judged;
    }

    private JudgedClaim judged(FoundClaim found, ModelReadings readings, PairMentions pair) {
        Optional<PassageReading> reading = pair.sentenceAt(found.words().start())
                .map(index -> readings.readings().get(index))
                .filter(read -> !read.isUnknown());
        if (reading.isEmpty() || !readings.terms().contains(found.claim().term())) {
            return JudgedClaim.byRule(found);
        }
        JudgeThresholds thresholds = readings.thresholds();
        Optional<TermReading> term = reading.get().term(found.claim().term());
        ClaimStatus ruled = found.claim().status();
        ClaimStatus settled = term.flatMap(TermReading::status)
                .map(status -> settled(ruled, status, thresholds.settled()))
                .orElse(ruled);
        boolean other = settled != ruled;
        double least = isAlerting(settled) ? thresholds.alerting() : thresholds.kept();
        if (term.map(TermReading::probability).orElse(0.0) < least) {
            return new JudgedClaim(found.claim(), Verdict.DROPPED, Optional.of(found.rule()), found.words(), term);
        }
        return new JudgedClaim(
                other ? settled(found.claim(), term.get(), settled) : found.claim(),
                other ? Verdict.SETTLED : Verdict.CONFIRMED,
                Optional.of(found.rule()),
                found.words(),
                term);
    }

    /** The status of a rule, unless the model is sure of another. */
    private static ClaimStatus settled(ClaimStatus ruled, Distribution<ClaimStatus> status, double least) {
        return status.of(status.best()) >= least ? status.best() : ruled;
    }

    private static boolean isAlerting(ClaimStatus status) {
        return status.isFresh() || status == ClaimStatus.NEGOTIATING;
    }

    /**
     * A claim with another status. What somebody guesses, as the rule says, stays a guess; and the day on which background
     * happened is not the one of the news.
     */
    private Claim settled(Claim claim, TermReading reading, ClaimStatus status) {
        Optional<TermValue> value = claim.value().filter(kept -> !(kept instanceof TermValue.State));
        boolean sameDay = claim.status().isFresh() || !status.isFresh();
        return new Claim(
                claim.term(),
                claim.scope(),
                claim.holder(),
                claim.payer(),
                value.isPresent() ? value : rules.slots().state(claim.term(), status),
                status,
                claim.stage() == Stage.SPECULATION ? Stage.SPECULATION : stage(reading, status),
                sameDay ? claim.validFrom() : Optional.empty(),
                claim.validUntil(),
                claim.evidence());
    }

    private static boolean mayAdd(
            Sentence sentence, PairMentions pair, ClaimExtractor.ReadArticle article, double relevance) {
        return !sentence.headline()
                && !sentence.heading()
                && ClaimExtractor.concerns(pair, sentence, article, relevance);
    }

    private Optional<JudgedClaim> addition(
            TermReading reading,
            Sentence sentence,
            Passage passage,
            PairMentions pair,
            ClaimExtractor.ReadArticle article,
            List<FoundClaim> found) {
        if (catalogue.find(reading.term()).isEmpty()) {
            return Optional.empty();
        }
        int shift = sentence.span().start() - passage.centre().start();
        Span focus = new Span(reading.focus().start() + shift, reading.focus().end() + shift);
        Span clause = clauseAround(focus, sentence, article);
        ClaimStatus status = StatusOpinion.of(reading.status().orElseThrow()).status();
        if (isAlerting(status) && isAnothers(clause, sentence, pair, article)) {
            return Optional.empty();
        }
        ClaimSlots.Slots slots = rules.slots().around(reading.term(), focus, sentence.index(), status, article, found);
        Claim claim = new Claim(
                reading.term(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                slots.value(),
                status,
                stage(reading, status),
                slots.from(),
                slots.until(),
                article.quote(clause));
        return Optional.of(new JudgedClaim(claim, Verdict.ADDED, Optional.empty(), focus, Optional.of(reading)));
    }

    /** Whether a clause tells of a third company; where it names nobody, its sentence decides. */
    private static boolean isAnothers(
            Span clause, Sentence sentence, PairMentions pair, ClaimExtractor.ReadArticle article) {
        boolean first = pair.isNamedIn(0, clause);
        boolean second = pair.isNamedIn(1, clause);
        return !(first && second) && article.namesThird(pair, first || second ? clause : sentence.span());
    }

    private static boolean isSure(TermReading reading, JudgeThresholds thresholds) {
        return reading.probability() >= thresholds.added()
                && reading.status()
                        .filter(status -> StatusOpinion.of(status).probability() >= thresholds.certain())
                        .isPresent();
    }

    private static Span clauseAround(Span focus, Sentence sentence, ClaimExtractor.ReadArticle article) {
        Span around = focus;
        for (Span clause : ClauseSplitter.split(article.folded(), sentence.span())) {
            around = clause.overlaps(focus) ? around.join(clause) : around;
        }
        Span whole = around.length() < SHORTEST_QUOTE ? sentence.span() : around;
        return whole.length() <= LONGEST_QUOTE ? whole : around.length() <= LONGEST_QUOTE ? around : focus;
    }

    /**
     * Whether no claim says already of the term that it is fresh, talked of, or background, or none with this value. One clause
     * says one thing of a term.
     */
    private static boolean isNew(JudgedClaim addition, List<JudgedClaim> judged, List<JudgedClaim> added) {
        List<JudgedClaim> known = Stream.concat(judged.stream().filter(JudgedClaim::isKept), added.stream())
                .toList();
        if (known.stream().anyMatch(claim -> claim.overlaps(addition) && !claim.saysTheSame(addition))) {
            return false;
        }
        List<JudgedClaim> same =
                known.stream().filter(claim -> claim.saysTheSame(addition)).toList();
        return same.isEmpty() || addition.hasValue() && bringsValue(addition, same);
    }

    /** Background may have several values; news is told once, by the first value that is found. */
    private static boolean bringsValue(JudgedClaim addition, List<JudgedClaim> same) {
        ClaimStatus status = addition.claim().status();
        return !isAlerting(status)
                ? same.size() <= MOST_VALUES
                        && same.stream().noneMatch(claim -> claim.claim()
                                .value()
                                .equals(addition.claim().value()))
                : !addition.hasText() && same.stream().noneMatch(JudgedClaim::hasValue);
    }

    /** The firmest stage that is probably reached, and none that the status rules out. */
    private static Stage stage(TermReading reading, ClaimStatus status) {
        Stage read = reading.stage().map(ClaimJudge::reached).orElse(Stage.SPECULATION);
        return switch (status) {
            case NEGOTIATING -> read.min(Stage.NON_BINDING);
            case RUMOURED -> read.min(Stage.ANONYMOUS_REPORT);
            default -> read;
        };
    }

    private static Stage reached(Distribution<Stage> stages) {
        double atLeast = 0;
        Stage[] all = Stage.values();
        for (int i = all.length - 1; i > 0; i--) {
            atLeast += stages.of(all[i]);
            if (atLeast >= REACHED) {
                return all[i];
            }
        }
        return all[0];
    }
}
