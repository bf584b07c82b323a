package io.pactwatch.serde;

import java.time.Instant;
import java.util.Optional;

/**
 * An article in Pactwatch's own format: {@code id}, {@code url}, {@code title}, {@code body} (or {@code text}),
 * {@code source} (or {@code outlet}), {@code author}, {@code language}, {@code publishedAt}, {@code pubStatus},
 * {@code embargoedUntil}. Every field may be missing.
 */
record PactwatchArticle(InputJson message) implements ArticleFields {

    @Override
    public Optional<String> id() {
        return message.text("id");
    }

    @Override
    public Optional<String> url() {
        return message.text("url");
    }

    @Override
    public Optional<String> title() {
        return message.text("title");
    }

    @Override
    public Optional<String> body() {
        return message.firstText("body", "text");
    }

    @Override
    public Optional<String> source() {
        return message.firstText("source", "outlet");
    }

    @Override
    public Optional<String> author() {
        return message.text("author");
    }

    @Override
    public Optional<String> language() {
        return message.text("language");
    }

    @Override
    public Optional<Instant> publishedAt() {
        return message.instant("publishedAt");
    }

    @Override
    public Optional<String> publicationStatus() {
        return message.text("pubStatus");
    }

    @Override
    public Optional<Instant> embargoedUntil() {
        return message.instant("embargoedUntil");
    }
}
