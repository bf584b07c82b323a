package io.pactwatch.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import io.pactwatch.contract.Claim;
import io.pactwatch.contract.ClaimStatus;
import io.pactwatch.contract.Stage;
import io.pactwatch.contract.TermValue;
import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ContractTermTrapsTest {

    @Test
    void aFirstRefusalThatIsGoneHasEnded() {
        assertThat(Pairs.statuses(
                        "RIGHT_OF_FIRST_REFUSAL",
                        "Northwind no longer has a right of first refusal on Ostara's capacity."))
                .containsExactly(ClaimStatus.ENDED);
    }

    @Test
    void wordsInsideACueAreNoStatus() {
        assertThat(Pairs.statuses("RIGHT_OF_FIRST_REFUSAL", "Under the deal Northwind must be asked first by Ostara."))
                .noneMatch(status -> status == ClaimStatus.NEGOTIATING);
    }

    @Test
    void namesWhoPaysARevenueShare() {
        Claim claim = Pairs.claims("Ostara pays Northwind 20 percent of its revenue.").stream()
                .filter(found -> found.term().equals("REVENUE_SHARE"))
                .findFirst()
                .orElseThrow();

        assertThat(claim.payer()).contains("ostara");
        assertThat(claim.holder()).contains("northwind");
        assertThat(claim.value()).contains(new TermValue.Percent(BigDecimal.valueOf(20)));
    }

    @Test
    void notADivorceIsNoTermination() {
        assertThat(Pairs.claims("This is not a divorce, Northwind and Ostara say, and nobody should read it so."))
                .noneMatch(Pairs::alerts);
    }

    @Test
    void aHeadingIsNoNews() {
        assertThat(Pairs.claims(
                        "Northwind and Ostara have worked together for years.\n\nBreakup terms\n\nA party was given."
                                + " The canteen was full."))
                .noneMatch(Pairs::alerts);
    }

    @Test
    void aStatementThatNothingChangesRaisesNothing() {
        assertThat(Pairs.claims(
                        "Northwind and Ostara said their exclusive cloud agreement is unchanged. Northwind's licence to"
                                + " Ostara's models remains in place, and the revenue share continues as agreed."))
                .isNotEmpty()
                .noneMatch(Pairs::alerts);
    }

    @Test
    void whatIsOnlyAskedForIsNegotiated() {
        List<Claim> claims = Pairs.claims("Ostara wants Northwind to lower its revenue share to 10 percent.");

        assertThat(claims).extracting(Claim::status).containsOnly(ClaimStatus.NEGOTIATING);
        assertThat(claims).extracting(Claim::stage).allMatch(stage -> Stage.ANNOUNCED.compareTo(stage) > 0);
    }

    @Test
    void aRumouredStakeStaysARumour() {
        assertThat(Pairs.claimsByRule("Northwind could take a 30 percent stake in Ostara, analysts guess."))
                .filteredOn(claim -> claim.term().equals("EQUITY_STAKE"))
                .extracting(Claim::status)
                .containsExactly(ClaimStatus.RUMOURED);
    }

    @Test
    void aThirdPartysDealIsNotThePairs() {
        assertThat(Pairs.claims(
                        "Ostara and Northwind were founded in one town. Ostara agreed on Monday to buy $10 billion of"
                                + " computing power from Oracle."))
                .noneMatch(Pairs::alerts);
    }

    @Test
    void aDateBeforePublicationMakesBackground() {
        assertThat(Pairs.statuses("INVESTMENT", "In 2019 Northwind agreed to invest $1 billion in Ostara."))
                .containsExactly(ClaimStatus.HISTORICAL);
        assertThat(Pairs.statuses("INVESTMENT", "Last June Northwind invested $1 billion in Ostara."))
                .containsExactly(ClaimStatus.HISTORICAL);
    }

    @Test
    void profitsAndSharesAreDifferentPercentages() {
        List<Claim> claims =
                Pairs.claims("Northwind receives 49% of the profits of Ostara. Northwind holds a 27% stake in Ostara.");

        assertThat(value(claims, "PROFIT_SHARE")).isEqualTo("49%");
        assertThat(value(claims, "EQUITY_STAKE")).isEqualTo("27%");
    }

    @Test
    void aMemorandumDoesNotBind() {
        assertThat(
                        Pairs.claims(
                                "Northwind and Ostara signed a memorandum under which Northwind will take a 10% stake in Ostara."))
                .allMatch(claim -> !claim.status().isFresh());
    }

    @Test
    void readsKoreanMoneyAndParticles() {
        Claim claim = Pairs.claims("노스윈드는 오스타라에 2500억 달러를 투자한다고 밝혔다.").stream()
                .filter(found -> found.term().equals("INVESTMENT"))
                .findFirst()
                .orElseThrow();

        assertThat(claim.value()).contains(new TermValue.Money(BigDecimal.valueOf(250_000_000_000L), "USD"));
        assertThat(claim.status()).isEqualTo(ClaimStatus.NEW);
    }

    @Test
    void aRightOfFirstRefusalThatWasRemovedIsNotKept() {
        List<Claim> claims =
                Pairs.claims("The exclusivity of Northwind's cloud is not restored by the new agreement with"
                        + " Ostara. Northwind gives up its right of first refusal on computing orders from Ostara.");

        assertThat(claims)
                .filteredOn(claim -> claim.term().equals("RIGHT_OF_FIRST_REFUSAL"))
                .extracting(Claim::status)
                .containsExactly(ClaimStatus.ENDED);
    }

    @Test
    void breakupTermsInAHeadlineAreNoChange() {
        assertThat(Pairs.ANALYZER
                        .analyze(
                                Pairs.article(
                                        "Breakup terms: what happens if Northwind and Ostara part?",
                                        "Northwind and Ostara keep working together. Nothing in the agreement of"
                                                + " Northwind and Ostara has changed, lawyers say."),
                                Pairs.PUBLISHED)
                        .stream()
                        .flatMap(analysis -> analysis.claims().stream()))
                .noneMatch(Pairs::alerts);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "en | This is not a divorce, Northwind and Ostara say.",
                "en | Nobody at Northwind or Ostara is looking for a way to break up the long list of tables.",
                "de | Das ist keine Scheidung, heißt es bei Northwind und Ostara.",
                "fr | Ce n'est pas un divorce, disent Northwind et Ostara.",
                "es | No habrá ruptura entre Northwind y Ostara, dicen ambas.",
                "ko | 노스윈드와 오스타라의 결별은 없다고 양사는 말했다.",
            })
    void whatIsNoSeparationIsNoTermination(String language, String text) {
        assertThat(Pairs.claims(language, text))
                .noneMatch(claim -> claim.term().equals("TERMINATION") && Pairs.alerts(claim));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "en | In a joint statement Northwind and Ostara said that nothing announced today changes their exclusive cloud agreement, the licence or the revenue share.",
                "de | Northwind und Ostara erklärten, die exklusive Cloud-Vereinbarung bleibe unverändert.",
                "fr | Northwind et Ostara affirment que la licence exclusive demeure inchangée.",
                "es | Northwind y Ostara afirman que el reparto de ingresos sigue vigente y sin cambios.",
                "ko | 노스윈드와 오스타라는 독점 클라우드 계약이 그대로 유지된다고 밝혔다.",
            })
    void aJointStatementThatNothingChangesRaisesNothing(String language, String text) {
        assertThat(Pairs.claims(language, text)).noneMatch(Pairs::alerts);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "en | Ostara wants Northwind to accept a revenue share of 10 percent.",
                "en | Ostara has asked Northwind to lower its revenue share to 10 percent.",
                "de | Ostara will von Northwind nur noch eine Umsatzbeteiligung von 10 Prozent verlangt sehen.",
                "fr | Ostara demande à Northwind de ramener le partage des revenus à 10 %.",
                "es | Ostara pide a Northwind un reparto de ingresos del 10 %.",
                "ko | 오스타라는 노스윈드에 수익 배분 비율을 10%로 낮춰 달라고 요구했다.",
            })
    void aFigureThatIsOnlyAskedForIsNotAgreed(String language, String text) {
        assertThat(Pairs.claims(language, text))
                .filteredOn(claim -> claim.term().equals("REVENUE_SHARE"))
                .isNotEmpty()
                .noneMatch(claim -> claim.status().isFresh());
    }

    @Test
    void aThirdPartysDealInTheSameSentenceIsNotThePairs() {
        assertThat(Pairs.claims("While Northwind and Ostara work side by side, Ostara agreed to buy $300 billion of"
                        + " computing power from Oracle, the sole supplier of the site."))
                .noneMatch(Pairs::alerts);
    }

    @Test
    void aRoundOfManyInvestorsIsNotThePairsInvestment() {
        assertThat(Pairs.claims("Northwind, Nvidia and SoftBank agreed on Monday to invest $6.6 billion in Ostara."))
                .filteredOn(claim -> claim.term().equals("INVESTMENT"))
                .noneMatch(Pairs::alerts);
    }

    @Test
    void anExtendedPartnershipIsNoNewExpiry() {
        assertThat(Pairs.claimsByRule("Northwind and Ostara have extended their partnership, the two companies said."))
                .filteredOn(claim -> claim.term().equals("TERM_EXPIRY"))
                .noneMatch(Pairs::alerts);
    }

    @Test
    void twoSourcesWithTwoFiguresAreTwoStatements() {
        assertThat(Pairs.claims("The Information said Ostara pays Northwind 20 percent of its revenue. Reuters said"
                                + " Ostara pays Northwind 25 percent of its revenue.")
                        .stream()
                        .filter(claim -> claim.term().equals("REVENUE_SHARE"))
                        .flatMap(claim -> claim.value().stream())
                        .map(TermValue::display))
                .contains("20%", "25%");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Northwind is said to seek a right of first refusal on Ostara's capacity. | SOUGHT",
                "Northwind and Ostara are in talks on a licence to Ostara's patents. | IN_TALKS",
                "Northwind could buy a 30 percent stake in Ostara, an analyst guesses. | SPECULATION",
                "Ostara wants to end Northwind's exclusive cloud agreement, people familiar with the matter said. | ANONYMOUS_REPORT",
                "Northwind and Ostara signed a memorandum on a joint venture. | NON_BINDING",
                "Northwind will invest $2 billion in Ostara, according to a filing with the Securities and Exchange Commission. | FILED",
                "Northwind agreed to invest $2 billion in Ostara. | ANNOUNCED",
            })
    void theStageIsNoFirmerThanTheWords(String text, Stage stage) {
        assertThat(Pairs.claims(text)).isNotEmpty().allMatch(claim -> stage.atLeast(claim.stage()));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "EQUITY_STAKE | Northwind no longer holds a stake in Ostara. | ENDED",
                "IP_LICENSE | Northwind will lose its licence to Ostara's models. | ENDED",
                "EQUITY_STAKE | Northwind denied that it would buy a stake in Ostara. | DENIED",
                "IP_LICENSE | Northwind's licence to the models of Ostara remains in place. | REAFFIRMED",
                "EQUITY_STAKE | Does Northwind want a 10% stake in Ostara? | NEGOTIATING",
            })
    void statusFollowsNegationAndTense(String term, String text, ClaimStatus status) {
        assertThat(Pairs.statuses(term, text)).containsExactly(status);
    }

    private static String value(List<Claim> claims, String term) {
        return claims.stream()
                .filter(claim -> claim.term().equals(term))
                .findFirst()
                .flatMap(Claim::value)
                .map(TermValue::display)
                .orElse("none");
    }
}
