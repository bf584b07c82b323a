package io.pactwatch.signal;

import io.pactwatch.analysis.ArticleAnalysis;
import io.pactwatch.contract.Evidence;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/** A quote together with the article in which it stands. Offsets as in {@link Evidence}. */
public record Citation(
        String articleId,
        Optional<String> url,
        Optional<String> source,
        Instant publishedAt,
        String language,
        String exact,
        int start,
        int end) {

    public Citation {
        Objects.requireNonNull(articleId, "articleId");
        Objects.requireNonNull(url, "url");
        Objects.requireNonNull(source, "source");
        Objects.requireNonNull(publishedAt, "publishedAt");
        Objects.requireNonNull(language, "language");
        Objects.requireNonNull(exact, "exact");
    }

    public static Citation of(ArticleAnalysis analysis, Evidence evidence) {
        return new Citation(
                analysis.articleId(),
                analysis.url(),
                analysis.source(),
                analysis.publishedAt(),
                analysis.language(),
                evidence.exact(),
                evidence.start(),
                evidence.end());
    }
}
