package io.pactwatch.serde;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.pactwatch.article.Article;
import io.pactwatch.article.InvalidInputException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SyndicationReaderTest {
    private static final Instant TIME = Instant.parse("2025-03-03T10:37:00Z");

    @Test
    void readsRss() {
        Article article = only(
                """
                <?xml version="1.0"?><rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel>
                <title>Northern Wire</title><language>en</language><item><title>Acme &amp;amp; Globex</title>
                <link>https://example.org/a</link><pubDate>Mon, 03 Mar 2025 10:37:00 GMT</pubDate>
                <description>Short.</description>
                <content:encoded><![CDATA[<p>Acme will invest.</p><p>Globex agrees.</p>]]></content:encoded>
                </item></channel></rss>""");
        assertThat(article.title()).isEqualTo("Acme & Globex");
        assertThat(article.url()).contains("https://example.org/a");
        assertThat(article.body()).isEqualTo("Acme will invest.\n\nGlobex agrees.");
        assertThat(article.source()).contains("Northern Wire");
        assertThat(article.language()).contains("en");
        assertThat(article.publishedAt()).contains(TIME);
    }

    @Test
    void readsAtom() {
        Article article = only(
                """
                <feed xmlns="http://www.w3.org/2005/Atom"><title>Northern Wire</title><entry><title>Acme and Globex</title>
                <id>urn:x:1</id><link href="https://example.org/a"/><updated>2025-03-03T10:37:00Z</updated>
                <author><name>Ada Byron</name></author><summary>Acme will invest.</summary></entry></feed>""");
        assertThat(article.url()).contains("https://example.org/a");
        assertThat(article.body()).isEqualTo("Acme will invest.");
        assertThat(article.author()).contains("Ada Byron");
        assertThat(article.publishedAt()).contains(TIME);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "no xml",
                "<html><body>x</body></html>",
                "<!DOCTYPE r [<!ENTITY a SYSTEM 'file:///etc/hostname'>]><rss version='2.0'><channel><item><title>&a;</title></item></channel></rss>"
            })
    void refusesWhatIsNoFeedAndDocumentTypes(String xml) {
        assertThatThrownBy(() -> read(xml))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageStartingWith("feed: expected RSS or Atom in XML: ")
                .hasMessageNotContaining("\n");
    }

    @Property(tries = 300)
    void anyBytesAreReadOrRefused(@ForAll byte[] bytes) {
        try {
            assertThat(SyndicationReader.read(bytes)).isNotNull();
        } catch (InvalidInputException e) {
            assertThat(e.getMessage()).doesNotContain("\n").isNotBlank();
        }
    }

    private static Article only(String xml) {
        List<Article> articles = read(xml);
        assertThat(articles).hasSize(1);
        return articles.get(0);
    }

    private static List<Article> read(String xml) {
        return SyndicationReader.read(xml.getBytes(StandardCharsets.UTF_8));
    }
}
