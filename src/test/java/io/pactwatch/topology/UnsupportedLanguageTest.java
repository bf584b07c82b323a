package io.pactwatch.topology;

import static io.pactwatch.testing.Messages.TIME;
import static io.pactwatch.testing.Messages.article;
import static io.pactwatch.testing.Messages.bytes;
import static org.assertj.core.api.Assertions.assertThat;

import io.pactwatch.alert.Alert;
import io.pactwatch.analysis.Decision;
import io.pactwatch.analysis.Decision.Reason;
import io.pactwatch.config.MonitorConfig;
import io.pactwatch.signal.LedgerLine;
import io.pactwatch.testing.Messages;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Articles in languages that are not read, through the whole topology. */
class UnsupportedLanguageTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
            it | Acme e Globex hanno firmato un accordo che non è esclusivo. Acme investirà 3 miliardi di dollari nella società e anche il cloud è nel contratto.
            pt | A Acme e a Globex assinaram um acordo que não é exclusivo. A Acme vai investir 3 bilhões de dólares na empresa, e o contrato também foi ampliado pelo conselho.
            nl | Acme en Globex hebben een overeenkomst getekend die niet exclusief is. Het contract wordt ook met het bestuur van Globex besproken, maar Acme investeert 3 miljard dollar.
            pl | Acme i Globex podpisały umowę, która nie jest wyłączna. Acme zainwestuje 3 miliardy dolarów w spółkę, a umowa jest ważna do 2030 roku oraz po tym terminie.
            ru | Компании Acme и Globex подписали соглашение, которое не является исключительным. Acme вложит в Globex 3 миллиарда долларов.
            ar | وقعت شركتا Acme و Globex اتفاقا جديدا غير حصري، وستستثمر Acme ثلاثة مليارات دولار في Globex.
            """)
    void areNamedAndGiveADecisionInsteadOfAnAlert(String language, String body) {
        List<Alert> alerts = new ArrayList<>();
        List<LedgerLine> ledger = new ArrayList<>();
        List<Decision> decisions = new ArrayList<>();
        Backtest.Sink sink = new Backtest.Sink(alerts::add, ledger::add, point -> {}, decisions::add, letter -> {});
        try (Backtest backtest =
                new Backtest(MonitorConfig.DEFAULTS, List.of(Messages.partnership("acme", "globex")))) {
            backtest.article(bytes(article("a1", body, TIME)), sink);
        }

        assertThat(alerts).isEmpty();
        assertThat(ledger).isEmpty();
        assertThat(decisions).extracting(Decision::reason).containsExactly(Reason.UNSUPPORTED_LANGUAGE);
        assertThat(decisions).extracting(Decision::detail).containsExactly("language " + language + " is not read");
    }
}
