package io.pactwatch.analysis.value;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.pactwatch.analysis.text.Folding;
import io.pactwatch.analysis.text.Span;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ValueScannerTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "en | invested $13 billion | 13 billion USD",
                "en | thirteen billion dollars | 13 billion USD",
                "en | a €50m break fee | 50 million EUR",
                "en | EUR 600 million | 600 million EUR",
                "en | Rs 500 crore | 5 billion INR",
                "en | 27 per cent of it | 27%",
                "en | three quarters of the profit | 75%",
                "en | a fifth of its revenue | 20%",
                "en | limited to 100 times the stake | 100x",
                "de | 1,5 Mrd. Euro | 1.5 billion EUR",
                "de | 13 Milliarden Dollar | 13 billion USD",
                "de | 300 Mio. € | 300 million EUR",
                "es | 10.000 millones de dólares | 10 billion USD",
                "fr | 2,5 milliards d'euros | 2.5 billion EUR",
                "ko | 2500억 달러 | 250 billion USD",
                "ko | 13조 7000억 원 | 13.7 trillion KRW",
                "ja | 1兆3000億円 | 1.3 trillion JPY",
                "zh | 100亿美元 | 10 billion USD",
                "zh | 5000万欧元 | 50 million EUR",
                "ja | 3億5000万ドル | 350 million USD",
                "ko | 5억8200만달러 | 582 million USD",
                "es | 127 millones de euros | 127 million EUR",
                "fr | un milliard de dollars | 1 billion USD",
                "de | eine Laufzeit von zehn Jahren | 10 years",
                "en | a five-year supply deal | 5 years",
                "ko | 3년간 공급 | 3 years",
                "ja | 5年間の契約 | 5 years",
                "fr | pour dix ans | 10 years",
                "es | durante seis meses | 6 months",
                "ko | 2천500억 달러 | 250 billion USD",
                "ko | 5천억 원 | 500 billion KRW",
                "ko | 2천180원 | 2180 KRW",
                "ja | 1万5000円 | 15000 JPY",
                "zh | 三百亿美元 | 30 billion USD",
                "en | half a billion dollars | 500 million USD",
                "de | anderthalb Milliarden Euro | 1.5 billion EUR",
                "fr | une vingtaine de milliards de dollars | 20 billion USD",
                "en | profits are split 55 to 45 | 55%",
                "en | a 60:40 venture | 60%",
                "ko | 지분은 7대3이다 | 70%",
                "en | the venture is owned fifty-fifty | 50%",
                "de | den Gewinn teilen sie hälftig | 50%",
                "fr | détenue à parité | 50%",
                "en | warrants to buy up to 160 million of its shares | 160 million shares",
                "es | 14 millones de acciones | 14 million acciones",
                "en | 20,000 electric vans | 20,000 vans",
                "en | drops from 20 per cent to 12 from January | 12%",
                "en | may name two of nine directors | 2 seats",
                "en | falls from $14 to 9 | 9 USD",
                "en | has cut its order from 20,000 electric vans to 8,500, a filing shows | 8,500 vans",
                "en | thirty-one dollars a tonne | 31 USD",
                "en | two hundred and fifty billion dollars | 250 billion USD",
                "en | one and a half billion dollars | 1.5 billion USD",
                "en | a quarter of a trillion dollars | 250 billion USD",
                "en | a quarter-trillion dollar order | 250 billion USD",
                "en | forty-two thousand tonnes | 42,000 tonnes",
                "en | four hundred and eighty megawatts | 480 megawatts",
                "en | seven and a half per cent | 7.5%",
                "en | a quarter of one per cent | 0.25%",
                "de | einunddreißig Euro | 31 EUR",
                "de | vierhundertachtzig Euro | 480 EUR",
                "fr | quatre-vingt-dix euros | 90 EUR",
                "fr | trois cents millions d'euros | 300 million EUR",
                "fr | un milliard et demi d'euros | 1.5 billion EUR",
                "es | treinta y un euros | 31 EUR",
                "es | mil millones de euros | 1 billion EUR",
                "es | un cuarto de billón de euros | 250 billion EUR",
                "ja | 株式の3割を持つ | 30%",
                "ja | 売上の二割 | 20%",
                "en | 22 cents of every euro | 22%",
                "en | one dollar in five | 20%",
                "en | half a year before the others | 6 months",
                "en | one week before the others | 1 week",
                "en | for a year and a half | 18 months",
                "en | waits a fortnight | 14 days",
                "en | from 16 per cent to more than 20, it says | 20%",
                "en | lowered to 6.1 from 7.4 per cent | 6.1%",
                "en | from 70,000 tonnes of ore to 52,000 | 52,000 tonnes",
                "en | shrinks from fourteen days to seven | 7 days",
                "fr | passe de 210 000 à 180 000 tonnes | 180,000 tonnes",
                "en | hands over 740 contracts | 740 contracts",
                "en | $3 billion then, and another two billion in May | 2 billion USD",
                "en | two fifths of the slots | 40%",
                "de | drei Fünftel der Kosten | 60%",
                "ko | 지분의 5분의 2 | 40%",
                "ja | 五分の三 | 60%",
                "zh | 五分之二 | 40%",
                "en | a 51-to-49 venture | 51%",
                "en | half plus one share | 50%",
                "de | von jedem eingenommenen Dollar 20 Cent | 20%",
                "de | das Hundertfache | 100x",
                "en | limited to a hundredfold | 100x",
                "en | keeps the one director it's had | 1 seat",
                "en | has one chair out of five | 1 seat",
                "en | send two people to the board | 2 seats",
                "en | three from each side | 3 seats",
                "ko | 이사 2명 | 2 seats",
                "en | eleven-point-four billion dollars | 11.4 billion USD",
                "en | the billion dollars that it paid | 1 billion USD",
                "fr | un premier milliard de dollars | 1 billion USD",
                "en | 75 gigawatt hours over six years | 75 gigawatt hours",
            })
    void readsValues(String language, String text, String shown) {
        assertThat(values(language, text)).contains(shown);
    }

    @ParameterizedTest
    @CsvSource({
        "in 2019",
        "Route 9",
        "top 10",
        "in 2024 voting shares",
        "on June 30 and its shares",
        "from 60 to 40",
        "24/7 and 9:30",
        "a page from 20 to 12",
        "the quarter of a trillion"
    })
    void plainNumbersAreNoValues(String text) {
        assertThat(values("en", text)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "en, five cents, 500",
        "en, it rose once by a euro, 11",
        "en, it happened two years ago, years",
        "en, 5 million players, USD",
        "en, the two sides agreed, sides",
        "en, 75 gigawatts from 2027 to 2030 and beyond, 2,030",
        "de, von 392 Milliarden wuchs es, wuchs",
    })
    void otherWordsAreNotTakenForValues(String language, String text, String wrong) {
        assertThat(values(language, text)).noneMatch(value -> value.contains(wrong));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "de | Gut 13 Milliarden hat der Konzern eingesetzt | 13 billion EUR",
                "es | aportar 50 millones antes de 2024 | 50 million EUR",
                "es | Primer aporte: mil millones | 1 billion EUR",
                "fr | la commande de 250 milliards passée en mai | 250 billion EUR",
                "fr | un premier milliard avait été apporté | 1 billion EUR",
                "en | the first billion | 1 billion EUR",
                "en | the billion of 2019 | 1 billion EUR",
                "en | a quarter of a trillion, it said | 250 billion EUR",
            })
    void anAmountWithoutCurrencyHasTheOneOfTheText(String language, String text, String shown) {
        assertThat(new ValueScanner(language).scan(Folding.fold(text), new Span(0, text.length()), Optional.of("EUR")))
                .extracting(value -> value.value().display())
                .contains(shown);
    }

    @Test
    void anAmountWithoutCurrencyHasTheOneThatWasNamedBefore() {
        String text = "another two billion in May";

        List<FoundValue> found =
                new ValueScanner("en").scan(Folding.fold(text), new Span(0, text.length()), Optional.of("EUR"));

        assertThat(found)
                .extracting(value -> value.value().display(), FoundValue::sort)
                .containsExactly(tuple("2 billion EUR", FoundValue.Sort.IMPLIED));
        assertThat(values("en", text)).isEmpty();
    }

    private static List<String> values(String language, String text) {
        return new ValueScanner(language)
                .scan(Folding.fold(text), new Span(0, text.length())).stream()
                        .map(found -> found.value().display())
                        .toList();
    }
}
