package io.pactwatch.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.pactwatch.alert.AlertKind;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine;

/** Against an alert about microsoft-openai of kind TERM_CHANGE, critical, published on 2025-01-22 at 9:00. */
class AlertSelectionTest {
    private static final Instant NOW = Alerts.PUBLISHED.plusSeconds(3_600);

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "                                                  | true",
                "--partnership microsoft-openai                    | true",
                "--partnership acme-globex,microsoft-openai        | true",
                "--partnership acme-globex                         | false",
                "--kind term_change                                | true",
                "--kind term-change --kind sentiment-shift         | true",
                "--kind sentiment_shift                            | false",
                "--severity critical                               | true",
                "--severity info                                   | true",
                "--since 60m                                       | true",
                "--since 59m                                       | false",
                "--since 2025-01-22                                | true",
                "--since 2025-01-22T10:00:00+01:00                 | true",
                "--since 2025-01-22T09:00:01Z                      | false",
                "--since 1d --severity critical --kind term_change | true"
            })
    void choosesByAllThatIsGiven(String arguments, boolean chosen) {
        AlertSelection selection = parse(arguments == null ? "" : arguments);

        assertThat(selection.at(NOW).test(Alerts.term("id-1", AlertKind.TERM_CHANGE, "REVENUE_SHARE", "a-1")))
                .isEqualTo(chosen);
        assertThat(selection.isEmpty()).isEqualTo(arguments == null);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "--kind news      | unknown 'news'; give sentiment_shift",
                "--severity high  | unknown 'high'; give info, warning, critical",
                "--since friday   | 'friday' is neither a duration such as 7d nor a time",
                "--since 2025-13-01 | '2025-13-01' is neither"
            })
    void refusesWhatItDoesNotKnow(String arguments, String message) {
        assertThatThrownBy(() -> parse(arguments)).hasMessageContaining(message);
    }

    @Test
    void explainsEveryOption() {
        CapturedCommandLine commandLine = new CapturedCommandLine();
        assertThat(commandLine.execute("alerts", "--help")).isZero();
        assertThat(commandLine.out()).contains("--partnership", "--kind", "--severity", "--since");
    }

    private static AlertSelection parse(String arguments) {
        return CommandLine.populateCommand(
                new AlertSelection(),
                arguments.isBlank() ? new String[0] : arguments.strip().split(" +"));
    }
}
