package io.pactwatch.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.pactwatch.alert.AlertKind;
import org.junit.jupiter.api.Test;

class AlertPrinterTest {
    private static final char ESCAPE = '\u001b';

    @Test
    void saysWhatChangedHowFirmWhoSaysSoAndWhere() {
        String text = new AlertPrinter(Terminal.NONE)
                .text(Alerts.term("id-7", AlertKind.TERM_CHANGE, "REVENUE_SHARE", "a-1"));

        assertThat(text)
                .isEqualTo(
                        """
                        critical  TERM_CHANGE  Revenue share changed
                            20% -> 25%
                            stage ANNOUNCED, 1 root: harbor business daily (in 2 outlets)
                            "OpenAI will pay 25 percent"
                              Harbor Business Daily, 2025-01-22, https://example.org/a-1
                            id id-7
                        """);
    }

    @Test
    void saysHowFarTheToneHasMoved() {
        assertThat(new AlertPrinter(Terminal.NONE).text(Alerts.shift()))
                .contains("SENTIMENT_SHIFT  The tone has turned")
                .contains("    tone +0.45 -> -0.50 (-2.3 standard deviations), since 2025-01-22\n");
    }

    @Test
    void listsWhatADigestGathers() {
        String text = new AlertPrinter(Terminal.NONE).text(Alerts.digest(12));

        assertThat(text)
                .contains("    - info TERM_CHANGE  Minor matter 0\n")
                .contains("    - info TERM_CHANGE (retracted)  Minor matter 1\n")
                .contains("    - info TERM_CHANGE  Minor matter 9\n")
                .doesNotContain("Minor matter 10")
                .contains("    and 2 more alerts\n");
    }

    @Test
    void showsAFewQuotesAndCountsTheRest() {
        String text = new AlertPrinter(Terminal.NONE)
                .text(Alerts.term("id-1", AlertKind.TERM_CHANGE, "REVENUE_SHARE", "a", "b", "c", "d", "e"));

        assertThat(text)
                .contains("https://example.org/c")
                .doesNotContain("https://example.org/d")
                .contains("and 2 more quotes");
    }

    @Test
    void printsNoEscapeSequenceOfAnArticle() {
        String text = new AlertPrinter(Terminal.NONE)
                .text(Alerts.withTitleAndQuote("Title\u001b]0;owned\u0007", "quote\u001b[2J\u009b1A\nnext\u202Eline"));

        assertThat(text.codePoints().filter(c -> Character.isISOControl(c) && c != '\n'))
                .isEmpty();
        assertThat(text).contains("Title]0;owned").contains("\"quote[2J1A nextline\"");
    }

    @Test
    void keepsTheWidthOfTheTerminal() {
        Terminal narrow = new Terminal(false, false, 40);

        String text = new AlertPrinter(narrow)
                .text(Alerts.withTitleAndQuote("A title ".repeat(20), "마이크로소프트는 오픈AI와 계약을 바꾼다 ".repeat(10)));

        assertThat(text.lines()).allMatch(line -> PrintableText.columns(line) <= 40);
    }

    @Test
    void coloursTheSeverityOnATerminalOnly() {
        var alert = Alerts.shift();

        assertThat(new AlertPrinter(new Terminal(true, true, 100)).text(alert))
                .contains(ESCAPE + "[")
                .contains("critical");
        assertThat(new AlertPrinter(new Terminal(true, false, 100)).text(alert).indexOf(ESCAPE))
                .isNegative();
    }
}
