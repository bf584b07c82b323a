package io.pactwatch.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.pactwatch.alert.AlertStatus;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;

class SlackMessageTest {
    private static final String CONSOLE = "http://localhost:8080/#/p/acme-globex";

    @Test
    void tellsTheAlertInBlocksAndInOneLineOfText() {
        JsonNode message =
                SlackMessage.of(SampleAlerts.of("a-1").with(AlertStatus.UPDATED).alert(), CONSOLE);

        assertThat(message.path("text").asText()).isEqualTo("WARNING: updated: Acme / Globex: revenue share changed");
        assertThat(texts(message))
                .containsExactly(
                        "WARNING: updated: Acme / Globex: revenue share changed",
                        "The change is stated on the record by a party.",
                        "20% -&gt; 25%",
                        "\"Acme will pay 25 percent\"",
                        "Harbor Daily · 1 independent source: harbor daily",
                        "<https://example.org/a-1|article> · <http://localhost:8080/#/p/acme-globex|console>");
    }

    @Test
    void listsWhatADigestGathers() {
        JsonNode message = SlackMessage.of(SampleAlerts.digest(12), CONSOLE);

        assertThat(texts(message))
                .contains(
                        "info: Minor matter 0", "info: retracted: Minor matter 1", "info: Minor matter 8", "and 3 more")
                .doesNotContain("info: Minor matter 9");
    }

    @Test
    void letsNoArticleCallAChannelOrMakeALink() {
        String hostile = "<!channel> <!here|x> <@U123> <https://evil.example|Acme> & @channel @Everyone";
        JsonNode message = SlackMessage.of(
                SampleAlerts.of("a-1")
                        .titled(hostile)
                        .quoting(hostile, "javascript:alert(1)", hostile)
                        .alert(),
                CONSOLE);

        assertThat(message.path("text").asText())
                .isEqualTo("WARNING: &lt;!channel&gt; &lt;!here|x&gt; &lt;@U123&gt; &lt;https://evil.example|Acme&gt;"
                        + " &amp; @\u200Bchannel @\u200BEveryone");
        assertThat(message.path("mrkdwn").asBoolean(true)).isFalse();
        assertThat(ofType(message, "mrkdwn")).containsExactly("<http://localhost:8080/#/p/acme-globex|console>");
        assertThat(ofType(message, "plain_text")).isNotEmpty().noneMatch(text -> text.contains("<"));
    }

    @Test
    void keepsALinkFromEndingEarly() {
        JsonNode message = SlackMessage.of(
                SampleAlerts.of("a-1")
                        .quoting("25 percent", "https://example.org/?a=1&b=2", "Harbor")
                        .alert(),
                CONSOLE);

        assertThat(ofType(message, "mrkdwn").get(0)).startsWith("<https://example.org/?a=1&amp;b=2|article> ");
        assertThat(PlainText.link("https://example.org/a|b>c")).isEmpty();
        assertThat(PlainText.link("https://example.org/a b")).isEmpty();
    }

    @Test
    void takesControlCharactersAndTurnedWritingOut() {
        assertThat(SlackMessage.escape("a\u0000b\u001b[31mc\n\n d\u202Ee\u2028f\ud800", 100))
                .isEqualTo("ab[31mc de f");
    }

    @Property
    void staysWithinTheBoundAndFreeOfMarkup(@ForAll @StringLength(max = 400) String text) {
        String escaped = SlackMessage.escape(text, 150);

        assertThat(escaped).hasSizeLessThanOrEqualTo(150).doesNotContain("<", ">");
        assertThat(escaped.replaceAll("&(amp|lt|gt);", "")).doesNotContain("&");
        assertThat(escaped.chars().filter(Character::isISOControl)).isEmpty();
    }

    @Test
    void cutsLongTextAtACharacterAndSaysSo() {
        assertThat(PlainText.line("ab \uD83D\uDE00\uD83D\uDE00", 4)).isEqualTo("ab …");
        assertThat(PlainText.line("abcd", 4)).isEqualTo("abcd");
        assertThat(PlainText.line("abcde", 4)).isEqualTo("abc…");
        assertThat(PlainText.line("  a   b  ", 3)).isEqualTo("a b");
    }

    private static List<String> texts(JsonNode message) {
        return objects(message).map(text -> text.path("text").asText()).toList();
    }

    private static List<String> ofType(JsonNode message, String type) {
        return objects(message)
                .filter(text -> text.path("type").asText().equals(type))
                .map(text -> text.path("text").asText())
                .toList();
    }

    /** The text objects of all blocks, in order. */
    private static Stream<JsonNode> objects(JsonNode message) {
        List<JsonNode> objects = new ArrayList<>();
        for (JsonNode block : message.path("blocks")) {
            if (block.has("elements")) {
                block.path("elements").forEach(objects::add);
            } else {
                objects.add(block.path("text"));
            }
        }
        return objects.stream();
    }
}
