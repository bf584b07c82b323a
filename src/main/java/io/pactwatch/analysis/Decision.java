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
        /** It takes an article back, or its publisher has taken it back before it came. */
        RETRACTION,
        /** Nothing of it may be told yet; it is held. */
        EMBARGOED,
        /** The same article or event came before. */
        DUPLICATE,
        /** It makes more claims than are kept; told beside what becomes of the others. */
        CLAIMS_CUT,
        /** It tells no news about a term and its tone is no shift. */
        NO_CHANGE,
        /** Its language is none that is read, so nothing of it is known. */
        UNSUPPORTED_LANGUAGE,
        /** It retells a story whose facts are known. */
        RETELLING,
        /** A change is reported, but not firmly enough. */
        BELOW_STAGE,
        /** It is older than the lateness bound: entered as history. */
        LATE,
        /** What it adds to an alert waits until the cool-down of its kind is over. */
        COOL_DOWN,
        /** The alerts of the day are used up: it is in the digest of the day. */
        BUDGET
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

    /** A message that takes an article back. */
    public static Decision withdrawal(String articleId, Instant at) {
        return new Decision(
                articleId,
                Optional.empty(),
                Reason.RETRACTION,
                "its publisher takes the article back: see the alerts that cited it",
                at);
    }

    /** An article that came after its publisher had taken it back. */
    public static Decision withdrawn(ArticleAnalysis analysis) {
        return of(analysis, Reason.RETRACTION, "its publisher had taken it back before it came");
    }

    /**
     * An article of which not all claims are kept.
     *
     * @param cut claims that are left out
     */
    public static Decision claimsCut(ArticleAnalysis analysis, long cut) {
        return of(
                analysis,
                Reason.CLAIMS_CUT,
                "the " + analysis.claims().size() + " strongest claims are kept, " + cut + " weaker ones are left out");
    }

    /** An article that is held. */
    public static Decision embargoed(ArticleAnalysis analysis, Instant until) {
        return of(analysis, Reason.EMBARGOED, "held until " + until);
    }

    /** An article with an embargo further ahead than articles are held. */
    public static Decision embargoedTooLong(ArticleAnalysis analysis, Instant until) {
        return of(
                analysis,
                Reason.EMBARGOED,
                "not to be told before " + until + ", which is longer than alert.longestEmbargo: send it again later");
    }

    private static Decision of(ArticleAnalysis analysis, Reason reason, String detail) {
        return new Decision(
                analysis.articleId(), Optional.of(analysis.partnership().id()), reason, detail, analysis.publishedAt());
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
