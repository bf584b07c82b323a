package io.pactwatch.serde;

import com.fasterxml.jackson.databind.JsonNode;
import io.pactwatch.article.Article;
import io.pactwatch.article.InvalidInputException;

/**
 * Reads articles in all formats, which are told apart by their content: {@link PactwatchArticle}, {@link NinjsArticle} (IPTC
 * ninjs) and {@link LinkedDataArticle} (NewsArticle of schema.org in JSON-LD). Every field may be missing: an id is then
 * derived from the url, else from title and body. Unknown fields are ignored.
 */
public final class ArticleReader {
    /** Largest message where nothing else is configured, in bytes. */
    public static final int DEFAULT_MAX_BYTES = 1_000_000;

    private ArticleReader() {}

    /** Reads a message of at most {@link #DEFAULT_MAX_BYTES}. */
    public static Article read(byte[] json) {
        return read(json, DEFAULT_MAX_BYTES);
    }

    /** @throws InvalidInputException if the message is too large, is no article in JSON, or has a field of a wrong type */
    public static Article read(byte[] json, int maxBytes) {
        return fields(InputJson.tree(json, maxBytes)).toArticle();
    }

    private static ArticleFields fields(JsonNode message) {
        if (LinkedDataArticle.matches(message)) {
            return LinkedDataArticle.in(message);
        }
        InputJson object = InputJson.of(message, "message");
        return NinjsArticle.matches(object) ? new NinjsArticle(object) : new PactwatchArticle(object);
    }
}
