package io.pactwatch.serde;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.pactwatch.article.Article;
import io.pactwatch.article.InvalidInputException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ArticleReaderTest {
    @Test
    void readsEveryField() {
        Article article = read(
                """
                {"id":"a1","url":"https://example.org/a","title":"T","body":"B","source":"S","author":"W",
                 "language":"en","publishedAt":"2025-01-21T18:00:00+02:00","unknown":{"ignored":true}}""");
        assertThat(article.id()).isEqualTo("a1");
        assertThat(article.url()).contains("https://example.org/a");
        assertThat(article.title()).isEqualTo("T");
        assertThat(article.body()).isEqualTo("B");
        assertThat(article.source()).contains("S");
        assertThat(article.author()).contains("W");
        assertThat(article.language()).contains("en");
        assertThat(article.publishedAt()).contains(Instant.parse("2025-01-21T16:00:00Z"));
    }

    @ParameterizedTest
    @CsvSource({
        "2024-10-18,2024-10-18T00:00:00Z",
        "2024-10-18T08:51:00,2024-10-18T08:51:00Z",
        "2024-10-18T08:51:00Z,2024-10-18T08:51:00Z",
        "2024-10-18T08:51:00-04:00,2024-10-18T12:51:00Z"
    })
    void readsDatesAndTimes(String text, String instant) {
        assertThat(read("{\"body\":\"b\",\"publishedAt\":\"" + text + "\"}").publishedAt())
                .contains(Instant.parse(instant));
    }

    @Test
    void derivesAMissingIdFromTheUrlElseFromTheContent() {
        String sameUrl = read("{\"url\":\"u\",\"body\":\"one\"}").id();
        assertThat(read("{\"url\":\"u\",\"body\":\"two\"}").id()).isEqualTo(sameUrl);
        String content = read("{\"title\":\"t\",\"body\":\"one\"}").id();
        assertThat(read("{\"title\":\"t\",\"body\":\"one\"}").id()).isEqualTo(content);
        assertThat(read("{\"title\":\"t\",\"body\":\"two\"}").id()).isNotEqualTo(content);
    }

    @Test
    void acceptsAnArticleWithoutText() {
        assertThat(read("{\"id\":\"x\"}").body()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "nonsense", "{\"id\":\"x\"", "[]", "\"text\"", "12", "{} {}", "null"})
    void refusesWhatIsNoJsonObject(String json) {
        assertThatThrownBy(() -> read(json))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageStartingWith("message: ")
                .hasMessageNotContaining("\n");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"title\":7}|title: expected text, found number",
                "{\"body\":[\"x\"]}|body: expected text, found array",
                "{\"id\":{}}|id: expected text, found object",
                "{\"publishedAt\":\"last Tuesday\"}|publishedAt: not an ISO 8601 date or time, such as 2025-01-31 or 2025-01-31T09:30:00Z",
                "{\"publishedAt\":1729238400}|publishedAt: expected text, found number"
            })
    void namesTheFieldThatIsWrong(String json, String message) {
        assertThatThrownBy(() -> read(json))
                .isInstanceOf(InvalidInputException.class)
                .hasMessage(message);
    }

    @Test
    void refusesAMessageAboveTheLimitWithoutParsingIt() {
        byte[] huge = new byte[50_000_000];
        assertThatThrownBy(() -> ArticleReader.read(huge, 1_000_000))
                .isInstanceOf(InvalidInputException.class)
                .hasMessage(
                        "message of 50,000,000 bytes: more than the limit of 1,000,000 (setting limits.articleBytes)");
    }

    @Test
    void refusesDeepNesting() {
        String deep = "{\"x\":" + "[".repeat(10_000) + "]".repeat(10_000) + "}";
        assertThatThrownBy(() -> read(deep)).isInstanceOf(InvalidInputException.class);
    }

    @Test
    void refusesARawNulByteAndKeepsAnEscapedOne() {
        assertThatThrownBy(() -> read("{\"body\":\"a\0b\"}")).isInstanceOf(InvalidInputException.class);
        assertThat(read("{\"body\":\"a\\u0000b\"}").body()).isEqualTo("a\0b");
    }

    @ParameterizedTest
    @CsvSource({"canceled, true", "Cancelled, true", "withdrawn, true", "usable, false", "withheld, false"})
    void readsWhetherThePublisherTakesTheArticleBack(String status, boolean withdrawn) {
        assertThat(read("{\"id\":\"a\",\"pubStatus\":\"" + status + "\"}").withdrawn())
                .isEqualTo(withdrawn);
    }

    @Test
    void readsTheEndOfAnEmbargo() {
        assertThat(read("{\"embargoedUntil\":\"2026-01-02T03:04:05+01:00\"}").embargoedUntil())
                .contains(Instant.parse("2026-01-02T02:04:05Z"));
        assertThatThrownBy(() -> read("{\"embargoedUntil\":\"soon\"}"))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageStartingWith("embargoedUntil: ");
    }

    @Property(tries = 500)
    void anyBytesGiveAnArticleOrOneLineOfReason(@ForAll byte[] bytes) {
        try {
            assertThat(ArticleReader.read(bytes).id()).isNotBlank();
        } catch (InvalidInputException e) {
            assertThat(e.getMessage()).doesNotContain("\n").isNotBlank();
        }
    }

    private static Article read(String json) {
        return ArticleReader.read(json.getBytes(StandardCharsets.UTF_8));
    }
}
