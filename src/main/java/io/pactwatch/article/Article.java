package io.pactwatch.article;

import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/**
 * One document as it was given: news article, press release, filing or post.
 *
 * @param id identity of the document; the same id is the same document
 * @param url where it was published
 * @param title headline, empty if there is none
 * @param body text as it was given, page furniture included, empty if there is none; all evidence offsets refer to it
 * @param source outlet
 * @param author author or byline
 * @param language BCP 47 tag that the sender gave
 * @param publishedAt publication time that the sender gave; without it the time of the message counts
 * @param withdrawn whether the publisher takes back the article of this id (a kill notice); the text then says nothing
 * @param embargoedUntil time before which nothing of it may be told
 */
public record Article(
        String id,
        Optional<String> url,
        String title,
        String body,
        Optional<String> source,
        Optional<String> author,
        Optional<String> language,
        Optional<Instant> publishedAt,
        boolean withdrawn,
        Optional<Instant> embargoedUntil) {

    /** An article that may be told. */
    public Article(
            String id,
            Optional<String> url,
            String title,
            String body,
            Optional<String> source,
            Optional<String> author,
            Optional<String> language,
            Optional<Instant> publishedAt) {
        this(id, url, title, body, source, author, language, publishedAt, false, Optional.empty());
    }

    public Article {
        if (Objects.requireNonNull(id, "id").isBlank()) {
            throw new IllegalArgumentException("id: blank");
        }
        Objects.requireNonNull(url, "url");
        Objects.requireNonNull(title, "title");
        Objects.requireNonNull(body, "body");
        Objects.requireNonNull(source, "source");
        Objects.requireNonNull(author, "author");
        Objects.requireNonNull(language, "language");
        Objects.requireNonNull(publishedAt, "publishedAt");
        Objects.requireNonNull(embargoedUntil, "embargoedUntil");
    }
}
