package io.pactwatch.serde;

import io.pactwatch.article.Article;
import io.pactwatch.article.InvalidInputException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/**
 * Reads the article of a web page: what its JSON-LD says, and for the rest its meta data and main text. The character set is
 * that of the byte order mark or of the page's own declaration, else UTF-8. Meta data of a wrong form counts as absent, since
 * pages are not written for us.
 */
public final class WebPageReader {
    private static final int MOST_CANDIDATES = 20;

    private WebPageReader() {}

    /** @throws InvalidInputException if the page has no text */
    public static Article read(byte[] html) {
        try {
            Document document = Jsoup.parse(new ByteArrayInputStream(html), null, "", HtmlText.parser());
            Article article = new Page(document, linkedData(document)).toArticle();
            if (article.body().isBlank()) {
                throw new InvalidInputException("page: no text in it");
            }
            return article;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Optional<Article> linkedData(Document document) {
        return document.select("script[type=application/ld+json]").stream()
                .limit(MOST_CANDIDATES)
                .flatMap(script -> linkedData(script).stream())
                .findFirst();
    }

    /** Pages carry broken or other JSON-LD; only an article counts. */
    private static Optional<Article> linkedData(Element script) {
        byte[] json = script.data().getBytes(StandardCharsets.UTF_8);
        try {
            return Optional.of(
                    LinkedDataArticle.in(InputJson.tree(json, json.length)).toArticle());
        } catch (InvalidInputException e) {
            return Optional.empty();
        }
    }

    /** A page with the article of its JSON-LD, if it has one. */
    private record Page(Document document, Optional<Article> linkedData) implements ArticleFields {

        @Override
        public Optional<String> url() {
            return linkedData
                    .flatMap(Article::url)
                    .or(() -> ArticleFields.webAddress(attribute("link[rel=canonical]", "href")))
                    .or(() -> ArticleFields.webAddress(meta("og:url")));
        }

        @Override
        public Optional<String> title() {
            return linkedData
                    .map(Article::title)
                    .filter(title -> !title.isBlank())
                    .or(() -> meta("og:title"))
                    .or(() -> Optional.ofNullable(document.selectFirst("h1")).map(Element::text))
                    .or(() -> Optional.of(document.title()));
        }

        @Override
        public Optional<String> body() {
            return linkedData.map(Article::body).filter(body -> !body.isBlank()).or(() -> Optional.of(mainText()));
        }

        @Override
        public Optional<String> source() {
            return linkedData.flatMap(Article::source).or(() -> meta("og:site_name"));
        }

        @Override
        public Optional<String> author() {
            return linkedData.flatMap(Article::author).or(() -> meta("author"));
        }

        @Override
        public Optional<String> language() {
            return linkedData.flatMap(Article::language).or(() -> attribute("html", "lang"));
        }

        @Override
        public Optional<Instant> publishedAt() {
            return linkedData.flatMap(Article::publishedAt).or(() -> Stream.of(
                            meta("article:published_time"), meta("date"), attribute("article time", "datetime"))
                    .flatMap(Optional::stream)
                    .flatMap(text -> instant(text).stream())
                    .findFirst());
        }

        /** The marked body, else the longest article element, else the main element, else everything; without the headline. */
        private String mainText() {
            document.select("h1").remove();
            return List.of("[itemprop=articleBody]", "article", "main, [role=main]", "body").stream()
                    .map(this::longestText)
                    .filter(text -> !text.isBlank())
                    .findFirst()
                    .orElse("");
        }

        private String longestText(String selector) {
            return document.select(selector).stream()
                    .limit(MOST_CANDIDATES)
                    .map(HtmlText::of)
                    .max(Comparator.comparingInt(String::length))
                    .orElse("");
        }

        private Optional<String> meta(String name) {
            return attribute("meta[property=" + name + "], meta[name=" + name + "]", "content");
        }

        private Optional<String> attribute(String selector, String attribute) {
            return Optional.ofNullable(document.selectFirst(selector))
                    .map(element -> element.attr(attribute).strip())
                    .filter(text -> !text.isEmpty());
        }

        private static Optional<Instant> instant(String text) {
            try {
                return Optional.of(InputJson.instantOf(text, "date"));
            } catch (InvalidInputException e) {
                return Optional.empty();
            }
        }
    }
}
