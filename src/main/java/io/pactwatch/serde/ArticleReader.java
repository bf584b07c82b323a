package io.pactwatch.serde;

import io.pactwatch.article.Article;
import io.pactwatch.article.InvalidInputException;
import java.util.Locale;
import java.util.Set;

/**
 * Reads articles in the Pactwatch format: {@code id}, {@code url}, {@code title}, {@code body} (or {@code text}),
 * {@code source} (or {@code outlet}), {@code author}, {@code language}, {@code publishedAt}, and of
 * IPTC ninjs {@code pubStatus} ({@code canceled} or {@code withdrawn} takes the article of this id back) and {@code
 * embargoedUntil}. Every field may be missing: an id
 * is then derived from the url, else from title and body. Unknown fields are ignored.
 */
public final class ArticleReader {
    /** Largest message where nothing else is configured, in bytes. */
    public static final int DEFAULT_MAX_BYTES = 1_000_000;

    private static final int MAX_ID = 500;
    private static final Set<String> WITHDRAWALS = Set.of("canceled", "cancelled", "withdrawn");

    private ArticleReader() {}

    /** Reads a message of at most {@link #DEFAULT_MAX_BYTES}. */
    public static Article read(byte[] json) {
        return read(json, DEFAULT_MAX_BYTES);
    }

    /** @throws InvalidInputException if the message is too large, is no JSON object, or has a field of a wrong type */
    public static Article read(byte[] json, int maxBytes) {
        InputJson message = InputJson.parse(json, maxBytes);
        String title = message.text("title").orElse("");
        String body = message.text("body").or(() -> message.text("text")).orElse("");
        var url = message.text("url");
        String id = message.text("id").orElseGet(() -> InputJson.hash(url.orElse(title + "\n" + body)));
        if (id.length() > MAX_ID) {
            throw new InvalidInputException("id: longer than " + MAX_ID + " characters");
        }
        return new Article(
                id,
                url,
                title,
                body,
                message.text("source").or(() -> message.text("outlet")),
                message.text("author"),
                message.text("language"),
                message.instant("publishedAt"),
                message.text("pubStatus").filter(ArticleReader::isWithdrawal).isPresent(),
                message.instant("embargoedUntil"));
    }

    private static boolean isWithdrawal(String status) {
        return WITHDRAWALS.contains(status.strip().toLowerCase(Locale.ROOT));
    }
}
