package io.pactwatch.analysis;

import io.pactwatch.article.Article;
import io.pactwatch.article.PartnershipEvent;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/**
 * Why an input raised no alert.
 *
 * @param inputId id of the article or event
 * @param partnership id of the partnership, where the decision is about one
 * @param reason the reason, for machines
 * @param detail the reason, for people; one line without text of the article
 * @param publishedAt event time of the input
 */
public record Decision(
        String inputId, Optional<String> partnership, Reason reason, String detail, Instant publishedAt) {

    /** Reasons, in the order of the stages. */
    public enum Reason {
        /** There is no text to read. */
        EMPTY_TEXT,
        /** No watched partnership has both parties in the text. */
        IRRELEVANT,
        /** The event names a partnership that is not on the watchlist. */
        UNKNOWN_PARTNERSHIP,
        /** The same article or event came before. */
        DUPLICATE,
        /** It tells no news about a term and its tone is no shift. */
        NO_CHANGE,
        /** It retells a story whose facts are known. */
        RETELLING,
        /** A change is reported, but not firmly enough. */
        BELOW_STAGE,
        /** It is older than the lateness bound: entered as history. */
        LATE
    }

    public Decision {
        Objects.requireNonNull(inputId, "inputId");
        Objects.requireNonNull(partnership, "partnership");
        Objects.requireNonNull(reason, "reason");
        Objects.requireNonNull(detail, "detail");
        Objects.requireNonNull(publishedAt, "publishedAt");
    }

    /** Why an article gave no analysis at all. */
    public static Decision notAnalyzed(Article article, Instant publishedAt) {
        return article.body().isBlank() && article.title().isBlank()
                ? new Decision(
                        article.id(),
                        Optional.empty(),
                        Reason.EMPTY_TEXT,
                        "neither title nor body has text",
                        publishedAt)
                : new Decision(
                        article.id(),
                        Optional.empty(),
                        Reason.IRRELEVANT,
                        "not about a watched partnership",
                        publishedAt);
    }

    /** An event about a partnership that nobody watches. */
    public static Decision unknownPartnership(PartnershipEvent event, Instant at) {
        return new Decision(
                event.id(),
                Optional.empty(),
                Reason.UNKNOWN_PARTNERSHIP,
                "its partnership is not on the watchlist",
                at);
    }
}
