package io.pactwatch.topology;

import io.pactwatch.analysis.ArticleAnalysis;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/**
 * What crosses the repartition: an analysis, or the news that an article is withdrawn. A withdrawal names no partnership, so
 * it goes to every partition.
 *
 * @param articleId id of the article or event
 * @param analysis what it says about one partnership; empty if it is withdrawn
 * @param embargoedUntil time before which nothing of it may be told
 */
record Reading(String articleId, Optional<ArticleAnalysis> analysis, Optional<Instant> embargoedUntil) {
    Reading {
        Objects.requireNonNull(articleId, "articleId");
        Objects.requireNonNull(analysis, "analysis");
        Objects.requireNonNull(embargoedUntil, "embargoedUntil");
    }

    static Reading of(ArticleAnalysis analysis, Optional<Instant> embargoedUntil) {
        return new Reading(analysis.articleId(), Optional.of(analysis), embargoedUntil);
    }

    static Reading withdrawal(String articleId) {
        return new Reading(articleId, Optional.empty(), Optional.empty());
    }

    boolean isWithdrawal() {
        return analysis.isEmpty();
    }
}
