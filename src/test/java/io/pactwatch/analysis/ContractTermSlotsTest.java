package io.pactwatch.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import io.pactwatch.contract.Claim;
import io.pactwatch.contract.PartialDate;
import io.pactwatch.contract.TermValue;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Who holds, who pays, what it is worth, from when and until when. */
class ContractTermSlotsTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "en | RIGHT_OF_FIRST_REFUSAL | Ostara granted Northwind a right of first refusal on its capacity. | northwind",
                "en | RIGHT_OF_FIRST_REFUSAL | Northwind has lost its right of first refusal on the capacity of Ostara. | northwind",
                "en | EQUITY_STAKE | Northwind holds a 27% stake in Ostara. | northwind",
                "en | EQUITY_STAKE | A stake of 27% in Ostara is held by Northwind. | northwind",
                "en | INVESTMENT | Ostara will receive an investment of $2 billion from Northwind. | northwind",
                "en | PREFERRED_PROVIDER | Ostara named Northwind its preferred supplier on Monday. | northwind",
                "en | COMPUTE_EXCLUSIVITY | Northwind becomes the exclusive cloud provider of Ostara. | northwind",
                "ko | COMPUTE_EXCLUSIVITY | 노스윈드는 오스타라의 독점 클라우드 공급자가 된다고 밝혔다. | northwind",
                "ko | INVESTMENT | 노스윈드는 오스타라에 2500억 달러를 투자한다고 밝혔다. | northwind",
            })
    void theHolderIsNotAlwaysNamedFirst(String language, String term, String text, String holder) {
        assertThat(claim(language, term, text).holder()).contains(holder);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "en | REVENUE_SHARE | Ostara pays Northwind 20 percent of its revenue. | ostara | northwind",
                "en | REVENUE_SHARE | Northwind receives 20% of the revenue of Ostara. | ostara | northwind",
                "en | REVENUE_SHARE | Northwind gives a revenue share of 10 percent to Ostara. | northwind | ostara",
                "en | PURCHASE_COMMITMENT | Ostara has committed to buy $250 billion of computing power from Northwind. | ostara | northwind",
                "en | PURCHASE_COMMITMENT | Northwind received an order for $5 billion of chips from Ostara. | ostara | northwind",
            })
    void moneyHasADirection(String language, String term, String text, String payer, String holder) {
        Claim claim = claim(language, term, text);

        assertThat(claim.payer()).contains(payer);
        assertThat(claim.holder()).contains(holder);
    }

    @Test
    void whoPaysIsNotGuessed() {
        Claim claim = claim(
                "en",
                "REVENUE_SHARE",
                "Northwind and Ostara met on Monday. Northwind pays a revenue share of 20 percent.");

        assertThat(claim.payer()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "en | IP_LICENSE | Northwind's licence to Ostara's models now runs until 2032. | | 2032",
                "en | IP_LICENSE | Northwind has a licence to Ostara's models until the end of the decade. | | 2030",
                "en | TERM_EXPIRY | The contract of Northwind and Ostara has five more years to run. | | 2030",
                "en | REVENUE_SHARE | From January 2026 Ostara will pay Northwind a revenue share of 8 percent. | 2026-01 |",
                "en | SUPPLY_AGREEMENT | Northwind will supply Ostara with chips from 1 March 2026 through 2030. | 2026-03-01 | 2030",
                "en | INVESTMENT | In 2019 Northwind agreed to invest $1 billion in Ostara. | 2019 |",
                "en | REVENUE_SHARE | Northwind's licence to Ostara's models, and the revenue share that Ostara pays, both run until 2030. | | 2030",
                "en | IP_LICENSE | Northwind's licence to Ostara's models, and the revenue share that Ostara pays, both run until 2030. | | 2030",
                "en | REVENUE_SHARE | Ostara pays Northwind a revenue share, and its licence to the brands of Northwind runs until 2030. | |",
                "en | NON_COMPETE | Until 2030, as both have said, Northwind must not compete with Ostara. | | 2030",
                "en | NON_COMPETE | Northwind has agreed not to compete with Ostara in cloud services before 2031. | | 2031",
                "de | TERM_EXPIRY | Northwind und Ostara verlängern ihren Vertrag bis Ende 2032. | | 2032",
                "fr | TERM_EXPIRY | Northwind et Ostara prolongent leur contrat jusqu'en juin 2030. | | 2030-06",
                "es | TERM_EXPIRY | Northwind y Ostara prorrogan su contrato hasta finales de 2032. | | 2032",
                "ko | TERM_EXPIRY | 노스윈드와 오스타라는 계약을 2032년까지 연장하기로 합의했다. | | 2032",
            })
    void aClaimSaysFromWhenAndUntilWhen(String language, String term, String text, String from, String until) {
        Claim claim = claim(language, term, text);

        assertThat(claim.validFrom().map(PartialDate::text)).isEqualTo(Optional.ofNullable(from));
        assertThat(claim.validUntil().map(PartialDate::text)).isEqualTo(Optional.ofNullable(until));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "en | EQUITY_STAKE | Northwind will cut its stake in Ostara from 32.5 to 27 per cent. | 27%",
                "en | EQUITY_STAKE | Northwind raised its stake in Ostara to 15% from 8% on Monday. | 15%",
                "en | INVESTMENT | Northwind agreed to invest up to $5.8 billion in Ostara. | 5.8 billion USD",
                "en | REVENUE_SHARE | Ostara will pay Northwind a fifth of its revenue. | 20%",
                "en | INVESTMENT | Northwind agreed to invest €4 billion ($4.7 billion) in Ostara. | 4 billion EUR",
                "ko | INVESTMENT | 노스윈드는 오스타라에 130억 달러(약 18조 원)를 투자한다고 밝혔다. | 13 billion USD",
                "en | LITIGATION | Northwind has sued Ostara, its old supplier, and asks the court for $212 million. | 212 million USD",
                "en | JOINT_VENTURE | Northwind and Ostara announced a joint venture, owned fifty-fifty, on Monday. | 50%",
                "en | BOARD_SEAT | Northwind will appoint two of nine directors to the board of Ostara. | 2 seats",
                "en | PROFIT_CAP | The returns of Northwind from Ostara are capped at 100 times the investment. | 100x",
                "en | EQUITY_STAKE | Northwind raised its stake in Ostara from 16.8 per cent to more than 20, it said. | 20%",
                "en | PROFIT_SHARE | Northwind and Ostara have agreed to a profit share, split equally. | 50%",
                "en | NON_COMPETE | Northwind must not compete with Ostara for two years. | 2 years",
                "en | INVESTMENT | Northwind will pay Ostara $225 million upfront, of which 150 million is an equity investment. | 150 million USD",
                "en | INVESTMENT | Of the $13 billion pledged, Northwind has invested $11.6 billion in Ostara. | 11.6 billion USD",
                "de | EQUITY_STAKE | Gut ein Viertel der Anteile an Ostara, zuletzt 27 Prozent, hält Northwind. | 27%",
                "ja | EQUITY_STAKE | ノースウィンドはオスタラの株式約27%、評価額にして1350億ドル分の株主となる。 | 27%",
                "en | BOARD_SEAT | Northwind keeps the one director on the board of Ostara. | 1 seat",
            })
    void theValueIsTheOneThatHoldsNow(String language, String term, String text, String value) {
        assertThat(claim(language, term, text).value().map(TermValue::display)).contains(value);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "en | IP_LICENSE | Northwind's licence to Ostara's models now excludes consumer hardware. | consumer-hardware",
                "en | API_EXCLUSIVITY | Northwind loses the exclusive right to sell Ostara's API to national security agencies. | national-security",
                "en | IP_LICENSE | Northwind now has a licence to Ostara's models. |",
            })
    void theScopeIsWhatTheTextLimitsTheTermTo(String language, String term, String text, String scope) {
        assertThat(claim(language, term, text).scope()).isEqualTo(Optional.ofNullable(scope));
    }

    @Test
    void theQuoteIsTheClauseThatProvesIt() {
        Claim claim = claim(
                "en",
                "EQUITY_STAKE",
                "The two sides met on Monday, and Northwind holds a 27% stake in Ostara, which makes umbrellas.");

        assertThat(claim.evidence().exact()).isEqualTo("Northwind holds a 27% stake in Ostara");
    }

    @Test
    void offsetsCountCodePoints() {
        String text = "\uD83D\uDCC4 On Monday Northwind took a 27% stake in Ostara.";
        Claim claim = claim("en", "EQUITY_STAKE", text);

        assertThat(claim.evidence().exact())
                .isEqualTo(new String(
                        text.codePoints().toArray(),
                        claim.evidence().start(),
                        claim.evidence().end() - claim.evidence().start()));
    }

    private static Claim claim(String language, String term, String text) {
        return Pairs.claims(language, text).stream()
                .filter(found -> found.term().equals(term))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no " + term + " in " + Pairs.claims(language, text)));
    }
}
