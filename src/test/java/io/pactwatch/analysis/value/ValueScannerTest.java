package io.pactwatch.analysis.value;

import static org.assertj.core.api.Assertions.assertThat;

import io.pactwatch.analysis.text.Folding;
import io.pactwatch.analysis.text.Span;
import java.util.List;
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
            })
    void readsValues(String language, String text, String shown) {
        assertThat(values(language, text)).contains(shown);
    }

    @ParameterizedTest
    @CsvSource({"in 2019", "Route 9", "top 10"})
    void plainNumbersAreNoValues(String text) {
        assertThat(values("en", text)).isEmpty();
    }

    private static List<String> values(String language, String text) {
        return new ValueScanner(language)
                .scan(Folding.fold(text), new Span(0, text.length())).stream()
                        .map(found -> found.value().display())
                        .toList();
    }
}
