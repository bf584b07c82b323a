package io.pactwatch.serde;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HtmlTextTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "<p>One.</p><p>Two.</p>|One.~~Two.",
                "<p>One<br>two</p>|One~two",
                "<h2>Head</h2>Body <b>bo</b>ld.|Head~~Body bold.",
                "<ul><li>One<li>Two</ul>|One~~Two",
                "<p>A <script>alert(1)</script>B</p>|A B",
                "<nav>Menu</nav><p>Text</p><footer>Imprint</footer>|Text",
                "a&nbsp;&amp;&nbsp;b|a & b",
                "<table><tr><td>2024<td>20%<tr><td>2025<td>25%</table>|2024 20%~~2025 25%",
                "<p>  spaced   out  </p>|spaced out",
                "plain|plain"
            })
    void isWhatAReaderSees(String html, String text) {
        assertThat(HtmlText.of(html)).isEqualTo(text.replace("~", "\n"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"<div>", "<b>", "<p><b><i>", "<table><td>", "<a href=x>", "<", "&amp", "<p ", "<!--"})
    void hostileMarkUpIsReadInTime(String piece) {
        String html = piece.repeat(900_000 / piece.length()) + "the end";
        assertTimeoutPreemptively(Duration.ofSeconds(20), () -> HtmlText.ofEither(html));
    }

    @Test
    void nothingIsLostBelowTheDeepestLevel() {
        assertThat(HtmlText.of("<div>".repeat(5_000) + "the end")).isEqualTo("the end");
    }
}
