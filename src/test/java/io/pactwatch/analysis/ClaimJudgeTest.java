package io.pactwatch.analysis;

import static io.pactwatch.analysis.Pairs.NORTHWIND_OSTARA;
import static io.pactwatch.analysis.Pairs.PUBLISHED;
import static org.assertj.core.api.Assertions.assertThat;

import io.pactwatch.analysis.JudgedClaim.Verdict;
import io.pactwatch.analysis.model.Distribution;
import io.pactwatch.analysis.model.Passage;
import io.pactwatch.analysis.model.PassageModel;
import io.pactwatch.analysis.model.PassageReading;
import io.pactwatch.analysis.model.TermReading;
import io.pactwatch.analysis.model.Tier;
import io.pactwatch.analysis.text.Span;
import io.pactwatch.contract.Claim;
import io.pactwatch.contract.ClaimStatus;
import io.pactwatch.contract.PartialDate;
import io.pactwatch.contract.Stage;
import io.pactwatch.contract.TermValue;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ClaimJudgeTest {
    private static final String PAYS =
            "Northwind will invest $2 billion in Ostara, the two companies announced on Monday.";
    private static final String NO_RULE = "Whatever Ostara earns, a tenth of it finds its way to Northwind.";

    @Test
    void aRuleStandsWhereTheModelHasNoOpinion() {
        List<JudgedClaim> judged = judged(PAYS, new OneTerm("JOINT_VENTURE", 0, ClaimStatus.NEW, false));

        assertThat(judged).extracting(JudgedClaim::verdict).containsOnly(Verdict.RULE);
        assertThat(judged).extracting(claim -> claim.claim().term()).contains("INVESTMENT");
    }

    @Test
    void dropsWhatTheModelFindsImprobable() {
        OneTerm model = new OneTerm("INVESTMENT", 0.001, ClaimStatus.NEW, false);

        assertThat(judged(PAYS, model)).extracting(JudgedClaim::verdict).contains(Verdict.DROPPED);
        assertThat(claims(PAYS, model)).extracting(Claim::term).doesNotContain("INVESTMENT");
    }

    @Test
    void confirmsWhatBothSeeAndKeepsTheValueOfTheRule() {
        JudgedClaim judged = of("INVESTMENT", judged(PAYS, new OneTerm("INVESTMENT", 0.95, ClaimStatus.NEW, false)));

        assertThat(judged.verdict()).isEqualTo(Verdict.CONFIRMED);
        assertThat(judged.claim().value().map(TermValue::display)).contains("2 billion USD");
    }

    @Test
    void settlesAStatusOfWhichTheModelIsSure() {
        JudgedClaim judged =
                of("INVESTMENT", judged(PAYS, new OneTerm("INVESTMENT", 0.95, ClaimStatus.HISTORICAL, true)));

        assertThat(judged.verdict()).isEqualTo(Verdict.SETTLED);
        assertThat(judged.claim().status()).isEqualTo(ClaimStatus.HISTORICAL);
        assertThat(judged.claim().value().map(TermValue::display)).contains("2 billion USD");
    }

    @Test
    void theDayOnWhichBackgroundHappenedIsNotThatOfTheNews() {
        String text = "Northwind invested $2 billion in Ostara in June 2019.";

        assertThat(of("INVESTMENT", judged(text, new OneTerm("INVESTMENT", 0.95, ClaimStatus.HISTORICAL, true)))
                        .claim()
                        .validFrom()
                        .map(PartialDate::text))
                .contains("2019-06");
        assertThat(of("INVESTMENT", judged(text, new OneTerm("INVESTMENT", 0.95, ClaimStatus.NEW, true)))
                        .claim()
                        .validFrom())
                .isEmpty();
    }

    @Test
    void leavesTheStatusToTheRuleWhereTheModelIsUnsure() {
        JudgedClaim judged =
                of("INVESTMENT", judged(PAYS, new OneTerm("INVESTMENT", 0.95, ClaimStatus.HISTORICAL, false)));

        assertThat(judged.verdict()).isEqualTo(Verdict.CONFIRMED);
        assertThat(judged.claim().status()).isEqualTo(ClaimStatus.NEW);
    }

    @Test
    void addsATermThatNoRuleSawWithTheClauseThatProvesIt() {
        JudgedClaim judged =
                of("REVENUE_SHARE", judged(NO_RULE, new OneTerm("REVENUE_SHARE", 0.99, ClaimStatus.IN_FORCE, true)));

        assertThat(judged.verdict()).isEqualTo(Verdict.ADDED);
        assertThat(judged.claim().status()).isEqualTo(ClaimStatus.IN_FORCE);
        assertThat(judged.claim().stage()).isEqualTo(Stage.ANNOUNCED);
        assertThat(NO_RULE).contains(judged.claim().evidence().exact());
    }

    @Test
    void whatItAddsHasTheValueAndTheTimeThatTheWordsAroundSay() {
        String text = "Whatever Ostara earns until 2030, a tenth of it, down from a fifth, finds its way to Northwind.";

        Claim claim = of("REVENUE_SHARE", judged(text, new OneTerm("REVENUE_SHARE", 0.99, ClaimStatus.CHANGED, true)))
                .claim();

        assertThat(claim.value().map(TermValue::display)).contains("10%");
        assertThat(claim.validUntil().map(PartialDate::text)).contains("2030");
    }

    @Test
    void addsNothingOfWhichTheModelIsUnsureOrThatItsFileRulesOut() {
        assertThat(claims(NO_RULE, new OneTerm("REVENUE_SHARE", 0.3, ClaimStatus.IN_FORCE, true)))
                .extracting(Claim::term)
                .doesNotContain("REVENUE_SHARE");
        assertThat(claims(NO_RULE, new OneTerm("UNHEARD_OF", 0.99, ClaimStatus.IN_FORCE, true)))
                .extracting(Claim::term)
                .doesNotContain("UNHEARD_OF");
    }

    @Test
    void addsNothingFromASentenceAboutAThirdParty() {
        String text = "Northwind met Ostara. Northwind gives a tenth of its income to Oracle.";

        assertThat(claims(text, new OneTerm("REVENUE_SHARE", 0.99, ClaimStatus.NEW, true)))
                .allSatisfy(claim -> assertThat(claim.evidence().exact()).doesNotContain("Oracle"));
    }

    @Test
    void talksAreNeverFirmerThanAgreedWithoutObligation() {
        JudgedClaim judged =
                of("REVENUE_SHARE", judged(NO_RULE, new OneTerm("REVENUE_SHARE", 0.99, ClaimStatus.NEGOTIATING, true)));

        assertThat(judged.claim().stage()).isEqualTo(Stage.NON_BINDING);
    }

    private static JudgedClaim of(String term, List<JudgedClaim> judged) {
        return judged.stream()
                .filter(claim -> claim.claim().term().equals(term))
                .findFirst()
                .orElseThrow();
    }

    private static List<Claim> claims(String body, PassageModel model) {
        return judged(body, model).stream()
                .filter(JudgedClaim::isKept)
                .map(JudgedClaim::claim)
                .toList();
    }

    private static List<JudgedClaim> judged(String body, PassageModel model) {
        return Pairs.ANALYZER
                .withModel(Optional.of(model))
                .withWatchlist(List.of(NORTHWIND_OSTARA))
                .explain(Pairs.article("Northwind and Ostara", body), PUBLISHED)
                .get(0)
                .claims();
    }

    /** Reads one term in every sentence, by all of its words. */
    private record OneTerm(String term, double probability, ClaimStatus status, boolean sure) implements PassageModel {
        @Override
        public Tier tier() {
            return Tier.ACCURATE;
        }

        @Override
        public Set<String> terms() {
            return Set.of(term);
        }

        @Override
        public List<PassageReading> read(List<Passage> passages) {
            Map<ClaimStatus, Double> statuses = new EnumMap<>(ClaimStatus.class);
            statuses.put(status, sure ? 0.99 : 0.4);
            for (ClaimStatus other : ClaimStatus.values()) {
                statuses.putIfAbsent(other, (sure ? 0.01 : 0.6) / (ClaimStatus.values().length - 1));
            }
            TermReading reading = new TermReading(
                    term,
                    probability,
                    Optional.of(new Distribution<>(statuses)),
                    Optional.of(new Distribution<>(Map.of(Stage.ANNOUNCED, 1.0))),
                    new Span(0, 0));
            return passages.stream()
                    .map(passage -> new PassageReading(
                            Optional.of(Distribution.softmax(
                                    io.pactwatch.analysis.model.Tone.values(), new double[] {0, 1, 0})),
                            Optional.empty(),
                            Optional.empty(),
                            probability < PassageReading.FLOOR
                                    ? List.of()
                                    : List.of(new TermReading(
                                            reading.term(),
                                            reading.probability(),
                                            reading.status(),
                                            reading.stage(),
                                            passage.centre()))))
                    .toList();
        }
    }
}
