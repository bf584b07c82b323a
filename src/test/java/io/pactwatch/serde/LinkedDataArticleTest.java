package io.pactwatch.serde;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.pactwatch.article.Article;
import io.pactwatch.article.InvalidInputException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LinkedDataArticleTest {
    private static final String NODE =
            """
            {"@context":"https://schema.org","@type":"NewsArticle","@id":"https://example.org/a#article",
             "headline":"Acme and Globex","articleBody":"Acme will invest.\\n\\nGlobex agrees.",
             "datePublished":"2025-03-03T10:37:00Z","dateCreated":"2025-03-01","inLanguage":"en",
             "url":"https://example.org/a","publisher":{"@type":"Organization","name":"Northern Wire"},
             "author":[{"@type":"Person","name":"Ada Byron"},"Charles B."]}""";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "%s",
                "[{\"@type\":\"WebPage\",\"name\":\"Page\"},%s]",
                "{\"@context\":\"https://schema.org\",\"@graph\":[{\"@type\":\"WebPage\",\"name\":\"Page\"},%s]}",
                "[{\"@graph\":[%s]}]"
            })
    void readsAnArticleAloneInAListAndInAGraph(String frame) {
        Article article = read(frame.formatted(NODE));
        assertThat(article.url()).contains("https://example.org/a");
        assertThat(article.id())
                .isEqualTo(read("{\"url\":\"https://example.org/a\"}").id());
        assertThat(article.title()).isEqualTo("Acme and Globex");
        assertThat(article.body()).isEqualTo("Acme will invest.\n\nGlobex agrees.");
        assertThat(article.source()).contains("Northern Wire");
        assertThat(article.author()).contains("Ada Byron, Charles B.");
        assertThat(article.language()).contains("en");
        assertThat(article.publishedAt()).contains(Instant.parse("2025-03-03T10:37:00Z"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"NewsArticle\"",
                "[\"Article\",\"NewsArticle\"]",
                "\"http://schema.org/NewsArticle\"",
                "\"schema:ReportageNewsArticle\""
            })
    void knowsArticleTypesByAnyOfTheirNames(String type) {
        assertThat(read("{\"@type\":" + type + ",\"articleBody\":\"B\"}").body())
                .isEqualTo("B");
    }

    @Test
    void readsListsOfTextsAndLanguagesAsObjects() {
        Article article = read(
                """
                {"@type":"NewsArticle","headline":["One","Two"],"articleBody":["First part.","Second part."],
                 "publisher":"Northern Wire","inLanguage":{"@type":"Language","name":"German","alternateName":"de"},
                 "mainEntityOfPage":{"@type":"WebPage","@id":"https://example.org/b"}}""");
        assertThat(article.title()).isEqualTo("One");
        assertThat(article.body()).isEqualTo("First part.\n\nSecond part.");
        assertThat(article.source()).contains("Northern Wire");
        assertThat(article.language()).contains("de");
        assertThat(article.url()).contains("https://example.org/b");
    }

    @Test
    void takesMarkUpOutOfTheBodyAndLeavesPlainTextAsItIs() {
        assertThat(read("{\"@type\":\"NewsArticle\",\"articleBody\":\"<p>One &amp; two.</p><p>Three.</p>\"}")
                        .body())
                .isEqualTo("One & two.\n\nThree.");
        assertThat(read("{\"@type\":\"NewsArticle\",\"articleBody\":\"If a < b,  then\\n\\nR&amp;D grows\"}")
                        .body())
                .isEqualTo("If a < b,  then\n\nR&D grows");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"@type\":\"NewsArticle\",\"headline\":7}|headline: expected text, found number",
                "{\"@type\":\"NewsArticle\",\"articleBody\":[true]}|articleBody: expected text, found boolean",
                "{\"@type\":\"NewsArticle\",\"author\":{\"name\":[]}}|author.name: expected text, found array",
                "{\"@type\":\"NewsArticle\",\"datePublished\":\"soon\"}|datePublished: not an ISO 8601 date or time, such as 2025-01-31 or 2025-01-31T09:30:00Z",
                "{\"@type\":\"Recipe\"}|@type: none is NewsArticle or another article type of schema.org, so this JSON-LD is no article",
                "[{\"@graph\":[]}]|@type: none is NewsArticle or another article type of schema.org, so this JSON-LD is no article",
                "[{\"title\":\"x\"}]|message: expected a JSON object, found array"
            })
    void namesTheFieldThatIsWrong(String json, String message) {
        assertThatThrownBy(() -> read(json))
                .isInstanceOf(InvalidInputException.class)
                .hasMessage(message);
    }

    private static Article read(String json) {
        return ArticleReader.read(json.getBytes(StandardCharsets.UTF_8));
    }
}
