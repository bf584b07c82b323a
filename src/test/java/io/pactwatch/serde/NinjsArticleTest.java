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

class NinjsArticleTest {
    private static final Instant TIME = Instant.parse("2025-03-03T10:37:00Z");

    @Test
    void readsVersion1() {
        Article article = read(
                """
                {"uri":"https://example.org/items/7","type":"text","versioncreated":"2025-03-03T11:37:00+01:00",
                 "firstcreated":"2025-03-03T08:00:00Z","language":"en-GB","byline":"Ada Byron","headline":"Acme and Globex",
                 "infosource":[{"name":"Northern Wire"}],"copyrightholder":"Somebody else","pubstatus":"usable",
                 "body_html":"<p>Other.</p>","body_text":"Acme will invest.\\n\\nGlobex agrees."}""");
        assertThat(article.id()).isEqualTo("https://example.org/items/7");
        assertThat(article.url()).contains("https://example.org/items/7");
        assertThat(article.title()).isEqualTo("Acme and Globex");
        assertThat(article.body()).isEqualTo("Acme will invest.\n\nGlobex agrees.");
        assertThat(article.source()).contains("Northern Wire");
        assertThat(article.author()).contains("Ada Byron");
        assertThat(article.language()).contains("en-GB");
        assertThat(article.publishedAt()).contains(TIME);
    }

    @Test
    void readsVersion2() {
        Article article = read(
                """
                {"uri":"urn:newsml:example.org:20250303:7","versioncreated":"2025-03-03T10:37:00Z","by":"Ada Byron",
                 "headlines":[{"role":"web","value":"Short"},{"role":"main","value":"Acme and Globex"}],
                 "bodies":[{"role":"main","contenttype":"text/html","value":"<p>Acme &amp; Globex.</p><p>They agree.</p>"}],
                 "infosources":[{"role":"http://cv.example.org/x"},{"name":"Northern Wire"}]}""");
        assertThat(article.id()).isEqualTo("urn:newsml:example.org:20250303:7");
        assertThat(article.url()).isEmpty();
        assertThat(article.title()).isEqualTo("Acme and Globex");
        assertThat(article.body()).isEqualTo("Acme & Globex.\n\nThey agree.");
        assertThat(article.source()).contains("Northern Wire");
        assertThat(article.author()).contains("Ada Byron");
        assertThat(article.publishedAt()).contains(TIME);
    }

    @Test
    void readsVersion3AndPrefersPlainText() {
        Article article = read(
                """
                {"uri":"urn:x:7","standard":{"name":"ninjs","version":"3.1"},"title":"Internal name",
                 "versionCreated":"2025-03-03T10:37:00Z","firstCreated":"2025-03-01T00:00:00Z",
                 "headlines":[{"value":"Acme and Globex"}],"copyrightHolder":"Northern Wire",
                 "bodies":[{"role":"main","contentType":"application/xhtml+xml","value":"<p>Marked up.</p>"},
                           {"role":"lead","contentType":"text/plain","value":"The lead."},
                           {"role":"main","contentType":"text/plain","value":"Acme < Globex."}]}""");
        assertThat(article.title()).isEqualTo("Acme and Globex");
        assertThat(article.body()).isEqualTo("Acme < Globex.");
        assertThat(article.source()).contains("Northern Wire");
        assertThat(article.publishedAt()).contains(TIME);
    }

    @Test
    void takesTheDescriptionWhereThereIsNoBodyAndTheFirstVersionWhereThatIsTheOnlyTime() {
        Article article = read(
                """
                {"uri":"urn:x:8","firstCreated":"2025-03-03T10:37:00Z",
                 "descriptions":[{"contentType":"text/plain","value":"Acme bought land."}]}""");
        assertThat(article.body()).isEqualTo("Acme bought land.");
        assertThat(article.publishedAt()).contains(TIME);
    }

    @ParameterizedTest
    @CsvSource({"body", "text"})
    void anArticleWithATextOfPactwatchIsNotNinjs(String field) {
        Article article = read("{\"id\":\"a1\",\"uri\":\"urn:x\",\"title\":\"T\",\"" + field + "\":\"B\"}");
        assertThat(article.id()).isEqualTo("a1");
        assertThat(article.body()).isEqualTo("B");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"uri\":7}|uri: expected text, found number",
                "{\"uri\":\"u\",\"headline\":[]}|headline: expected text, found array",
                "{\"uri\":\"u\",\"headlines\":\"x\"}|headlines: expected a list, found string",
                "{\"uri\":\"u\",\"headlines\":[\"x\"]}|headlines[0]: expected an object, found string",
                "{\"uri\":\"u\",\"bodies\":[{},{\"value\":{}}]}|bodies[1].value: expected text, found object",
                "{\"uri\":\"u\",\"body_html\":1}|body_html: expected text, found number",
                "{\"uri\":\"u\",\"infoSources\":{}}|infoSources: expected a list, found object",
                "{\"uri\":\"u\",\"versionCreated\":\"soon\"}|versionCreated: not an ISO 8601 date or time, such as 2025-01-31 or 2025-01-31T09:30:00Z"
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
