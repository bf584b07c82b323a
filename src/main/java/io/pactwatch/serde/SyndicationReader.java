package io.pactwatch.serde;

import com.rometools.rome.feed.synd.SyndContent;
import com.rometools.rome.feed.synd.SyndEntry;
import com.rometools.rome.feed.synd.SyndFeed;
import com.rometools.rome.io.FeedException;
import com.rometools.rome.io.SyndFeedInput;
import com.rometools.rome.io.XmlReader;
import io.pactwatch.article.Article;
import io.pactwatch.article.InvalidInputException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.Instant;
import java.util.Comparator;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Reads the entries of RSS 0.9 to 2.0 and Atom files. The body is the longest of an entry's contents and its description,
 * without mark-up; the source is the title of the feed. Document types are refused, so no entity is expanded or fetched.
 */
public final class SyndicationReader {
    private SyndicationReader() {}

    /** @throws InvalidInputException if the bytes are no feed */
    public static List<Article> read(byte[] xml) {
        try (XmlReader reader = new XmlReader(new ByteArrayInputStream(xml))) {
            SyndFeed feed = new SyndFeedInput().build(reader);
            return feed.getEntries().stream()
                    .map(entry -> new Entry(entry, feed).toArticle())
                    .toList();
        } catch (FeedException | IOException | IllegalArgumentException e) {
            throw new InvalidInputException(
                    InputJson.oneLine("feed: expected RSS or Atom in XML: " + e.getMessage()), e);
        }
    }

    private record Entry(SyndEntry entry, SyndFeed feed) implements ArticleFields {

        @Override
        public Optional<String> url() {
            return ArticleFields.webAddress(text(entry.getLink()).or(() -> text(entry.getUri())));
        }

        @Override
        public Optional<String> title() {
            return text(entry.getTitle()).map(HtmlText::ofEither);
        }

        @Override
        public Optional<String> body() {
            return Stream.concat(Stream.ofNullable(entry.getDescription()), entry.getContents().stream())
                    .map(SyndContent::getValue)
                    .flatMap(value -> text(value).stream())
                    .map(HtmlText::ofEither)
                    .max(Comparator.comparingInt(String::length));
        }

        @Override
        public Optional<String> source() {
            return text(feed.getTitle());
        }

        @Override
        public Optional<String> author() {
            return text(entry.getAuthor());
        }

        @Override
        public Optional<String> language() {
            return text(feed.getLanguage());
        }

        @Override
        public Optional<Instant> publishedAt() {
            return Stream.of(entry.getPublishedDate(), entry.getUpdatedDate())
                    .flatMap(Stream::ofNullable)
                    .map(Date::toInstant)
                    .findFirst();
        }

        private static Optional<String> text(String text) {
            return Optional.ofNullable(text).map(String::strip).filter(known -> !known.isEmpty());
        }
    }
}
