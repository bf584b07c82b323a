package io.pactwatch.serde;

import io.pactwatch.article.Article;
import io.pactwatch.article.InvalidInputException;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * What an article message says, whatever its format. A format is one implementation; a field that only some formats have gets
 * a default here, so that a new field of {@link Article} costs a line here, a line in {@link #toArticle} and one per format.
 */
interface ArticleFields {
    /** Longest id, in UTF-16 units: ids become message keys. */
    int MAX_ID = 500;

    /** Publication statuses that take an article back. */
    Set<String> WITHDRAWALS = Set.of("canceled", "cancelled", "withdrawn");

    /** Identity that the sender gave. */
    default Optional<String> id() {
        return Optional.empty();
    }

    Optional<String> url();

    Optional<String> title();

    /** Text without mark-up. */
    Optional<String> body();

    Optional<String> source();

    Optional<String> author();

    Optional<String> language();

    Optional<Instant> publishedAt();

    /** As in IPTC ninjs: {@code usable}, {@code withheld}, {@code canceled}; {@code withdrawn} is read as the latter. */
    default Optional<String> publicationStatus() {
        return Optional.empty();
    }

    /** Time before which nothing of it may be told. */
    default Optional<Instant> embargoedUntil() {
        return Optional.empty();
    }

    /**
     * The article; an id that is missing is derived from the url, else from title and body.
     *
     * @throws InvalidInputException if a field is of a wrong type, or the id is too long
     */
    default Article toArticle() {
        String title = title().orElse("");
        String body = body().orElse("");
        Optional<String> url = url();
        String id = id().orElseGet(() -> InputJson.hash(url.orElse(title + "\n" + body)));
        if (id.length() > MAX_ID) {
            throw new InvalidInputException("id: longer than " + MAX_ID + " characters");
        }
        boolean withdrawn =
                publicationStatus().filter(ArticleFields::isWithdrawal).isPresent();
        return new Article(
                id, url, title, body, source(), author(), language(), publishedAt(), withdrawn, embargoedUntil());
    }

    private static boolean isWithdrawal(String status) {
        return WITHDRAWALS.contains(status.strip().toLowerCase(Locale.ROOT));
    }

    /** The text if it can be opened in a browser. */
    static Optional<String> webAddress(Optional<String> text) {
        return text.map(String::strip)
                .filter(address -> address.regionMatches(true, 0, "https://", 0, 8)
                        || address.regionMatches(true, 0, "http://", 0, 7));
    }
}
