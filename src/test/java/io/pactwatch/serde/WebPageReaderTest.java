package io.pactwatch.serde;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.pactwatch.article.Article;
import io.pactwatch.article.InvalidInputException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class WebPageReaderTest {
    @Test
    void takesMetaDataAndMainText() {
        Article article = read(
                """
                <!doctype html><html lang="en-GB"><head><title>Acme and Globex | Northern Wire</title>
                <link rel="canonical" href="https://example.org/a"><meta property="og:site_name" content="Northern Wire">
                <meta property="og:title" content="Acme and Globex"><meta name="author" content="Ada Byron">
                <meta property="article:published_time" content="2025-03-03T10:37:00Z"></head><body><nav>Home</nav>
                <article>A teaser.</article>
                <article><h1>Acme and Globex</h1><p>Acme will invest.</p><aside>Read more</aside><p>Globex agrees.</p></article>
                <footer>Imprint</footer></body></html>""");
        assertThat(article.url()).contains("https://example.org/a");
        assertThat(article.title()).isEqualTo("Acme and Globex");
        assertThat(article.body()).isEqualTo("Acme will invest.\n\nGlobex agrees.");
        assertThat(article.source()).contains("Northern Wire");
        assertThat(article.author()).contains("Ada Byron");
        assertThat(article.language()).contains("en-GB");
        assertThat(article.publishedAt()).contains(Instant.parse("2025-03-03T10:37:00Z"));
    }

    @Test
    void believesTheJsonLdOfThePageBeforeAllElse() {
        Article article = read(
                """
                <title>Page</title><meta property="article:published_time" content="2020-01-01">
                <script type="application/ld+json">{broken</script>
                <script type="application/ld+json">{"@type":"BreadcrumbList"}</script>
                <script type="application/ld+json">{"@type":"NewsArticle","headline":"Acme and Globex",
                 "datePublished":"2025-03-03T10:37:00Z","articleBody":"Acme will invest."}</script>
                <main><p>Subscribe to read.</p></main>""");
        assertThat(article.title()).isEqualTo("Acme and Globex");
        assertThat(article.body()).isEqualTo("Acme will invest.");
        assertThat(article.publishedAt()).contains(Instant.parse("2025-03-03T10:37:00Z"));
    }

    @Test
    void takesTheTextOfThePageWhereItsJsonLdHasNone() {
        Article article = read(
                """
                <script type="application/ld+json">{"@type":"NewsArticle","headline":"Acme and Globex"}</script>
                <p itemprop="articleBody">Acme will invest.</p><p>Cookies?</p>""");
        assertThat(article.title()).isEqualTo("Acme and Globex");
        assertThat(article.body()).isEqualTo("Acme will invest.");
    }

    @Test
    void readsTheCharacterSetThatThePageDeclares() {
        String html = "<meta charset=\"windows-1252\"><p>Grün, 5 €</p>";
        assertThat(WebPageReader.read(html.getBytes(Charset.forName("windows-1252")))
                        .body())
                .isEqualTo("Grün, 5 €");
    }

    @Test
    void metaDataOfAWrongFormIsAbsent() {
        assertThat(read("<meta name=\"date\" content=\"last Tuesday\"><p>Text</p>")
                        .publishedAt())
                .isEmpty();
    }

    @Test
    void refusesAPageWithoutText() {
        assertThatThrownBy(() -> read("<title>T</title><script>app()</script>"))
                .isInstanceOf(InvalidInputException.class)
                .hasMessage("page: no text in it");
    }

    @Property(tries = 500)
    void anyBytesGiveAnArticleOrOneLineOfReason(@ForAll byte[] bytes) {
        try {
            assertThat(WebPageReader.read(bytes).body()).isNotBlank();
        } catch (InvalidInputException e) {
            assertThat(e.getMessage()).doesNotContain("\n").isNotBlank();
        }
    }

    private static Article read(String html) {
        return WebPageReader.read(html.getBytes(StandardCharsets.UTF_8));
    }
}
