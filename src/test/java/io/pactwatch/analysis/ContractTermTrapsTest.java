package io.pactwatch.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import io.pactwatch.contract.Claim;
import io.pactwatch.contract.ClaimStatus;
import io.pactwatch.contract.Stage;
import io.pactwatch.contract.TermValue;
import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;

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
        assertThat(Pairs.statuses("EQUITY_STAKE", "Northwind could take a 30 percent stake in Ostara, analysts guess."))
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

    private static String value(List<Claim> claims, String term) {
        return claims.stream()
                .filter(claim -> claim.term().equals(term))
                .findFirst()
                .flatMap(Claim::value)
                .map(TermValue::display)
                .orElse("none");
    }
}
