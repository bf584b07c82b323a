package io.pactwatch.serde;

import static org.assertj.core.api.Assertions.assertThat;

import io.pactwatch.article.InvalidInputException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Whatever JSON comes, made of the words of all formats: an input is read, or refused in one line. */
class AnyJsonTest {
    private static final List<String> FIELDS = List.of(
            "id",
            "url",
            "title",
            "body",
            "text",
            "source",
            "outlet",
            "author",
            "language",
            "publishedAt",
            "uri",
            "standard",
            "name",
            "headline",
            "headlines",
            "body_text",
            "body_html",
            "bodies",
            "value",
            "role",
            "contentType",
            "infoSources",
            "versionCreated",
            "by",
            "@context",
            "@type",
            "@graph",
            "@id",
            "@value",
            "articleBody",
            "datePublished",
            "inLanguage",
            "publisher",
            "mainEntityOfPage",
            "specversion",
            "type",
            "time",
            "data",
            "datacontenttype",
            "partnership",
            "occurredAt",
            "kind",
            "claims",
            "term",
            "scope",
            "payer",
            "status",
            "stage",
            "validFrom",
            "evidence",
            "amount",
            "currency",
            "percent",
            "until",
            "parties",
            "aliases",
            "people");

    private static final List<String> TEXTS = List.of(
            "",
            " ",
            "x",
            "1.0",
            "NewsArticle",
            "ninjs",
            "text/html",
            "text/plain",
            "main",
            "MERGER",
            "new",
            "filed",
            "a-b",
            "2025-01-31",
            "2025-13-41T99:00",
            "T",
            "-",
            "https://example.org/a",
            "application/json",
            "USD",
            "\\u0000",
            "line\\nbreak\\u2028",
            "<p>a<div>b</p>",
            "&amp;&#xffffff;&#99999999;",
            "\\ud800",
            "/",
            "99999-01-01T00:00:00Z");

    @Property(tries = 3000, edgeCases = EdgeCasesMode.NONE)
    void anArticleIsReadOrRefusedInOneLine(@ForAll("json") String json) {
        inOneLine(() -> assertThat(ArticleReader.read(bytes(json)).id()).isNotBlank());
    }

    @Property(tries = 3000, edgeCases = EdgeCasesMode.NONE)
    void anEventIsReadOrRefusedInOneLine(@ForAll("json") String json) {
        inOneLine(() ->
                assertThat(EventReader.read(bytes(json), 1_000_000).claims()).isNotEmpty());
    }

    @Property(tries = 1000, edgeCases = EdgeCasesMode.NONE)
    void aWatchlistEntryIsReadOrRefusedInOneLine(@ForAll("json") String json) {
        inOneLine(() ->
                assertThat(WatchlistReader.readEntry(bytes(json)).parties()).hasSize(2));
    }

    @Provide
    Arbitrary<String> json() {
        return object(4);
    }

    private static Arbitrary<String> value(int depth) {
        Arbitrary<String> texts = Arbitraries.of(TEXTS).map(text -> "\"" + text + "\"");
        Arbitrary<String> scalars = Arbitraries.of("null", "true", "7", "-1e99", "0.25", "[]", "{}");
        return depth == 0
                ? Arbitraries.oneOf(texts, scalars)
                : Arbitraries.oneOf(texts, scalars, list(depth - 1), object(depth - 1), object(depth - 1));
    }

    private static Arbitrary<String> list(int depth) {
        return value(depth).list().ofMaxSize(3).map(items -> "[" + String.join(",", items) + "]");
    }

    private static Arbitrary<String> object(int depth) {
        return Combinators.combine(Arbitraries.of(FIELDS), value(depth))
                .as((name, value) -> "\"" + name + "\":" + value)
                .list()
                .ofMaxSize(6)
                .map(fields -> "{" + String.join(",", fields) + "}");
    }

    private static void inOneLine(Runnable reading) {
        try {
            reading.run();
        } catch (InvalidInputException e) {
            assertThat(e.getMessage()).isNotBlank().hasSizeLessThan(700).doesNotContain("\n", "\r", "\u2028");
        }
    }

    private static byte[] bytes(String json) {
        return json.getBytes(StandardCharsets.UTF_8);
    }
}
