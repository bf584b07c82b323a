package io.pactwatch.analysis;

import io.pactwatch.article.PartnershipRef;
import io.pactwatch.contract.Claim;
import io.pactwatch.contract.Evidence;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * What one article, or one structured event, says about one partnership. Slim on purpose: it crosses the repartition without
 * the text.
 *
 * @param articleId id of the article or event
 * @param partnership whom it is about
 * @param url where it was published
 * @param title headline, at most 300 characters
 * @param source outlet
 * @param language BCP 47 tag of the language of the text, {@code und} if unknown
 * @param publishedAt event time: publication time, clamped
 * @param relevance how much of the text is about the partnership, in (0,1]
 * @param sentiment tone towards the tie; empty means unknown, which is not neutral
 * @param toneEvidence the sentence that carries most of the tone; present when the sentiment is
 * @param claims what it says about contract terms
 * @param fingerprint what it is told apart by
 * @param attribution whom it names as origin
 */
public record ArticleAnalysis(
        String articleId,
        PartnershipRef partnership,
        Optional<String> url,
        String title,
        Optional<String> source,
        String language,
        Instant publishedAt,
        double relevance,
        Optional<Sentiment> sentiment,
        Optional<Evidence> toneEvidence,
        List<Claim> claims,
        Fingerprint fingerprint,
        Attribution attribution) {

    public ArticleAnalysis {
        Objects.requireNonNull(articleId, "articleId");
        Objects.requireNonNull(partnership, "partnership");
        Objects.requireNonNull(url, "url");
        Objects.requireNonNull(title, "title");
        Objects.requireNonNull(source, "source");
        Objects.requireNonNull(language, "language");
        Objects.requireNonNull(publishedAt, "publishedAt");
        if (!(relevance > 0 && relevance <= 1)) {
            throw new IllegalArgumentException("relevance: " + relevance + " is not in (0,1]");
        }
        Objects.requireNonNull(sentiment, "sentiment");
        Objects.requireNonNull(toneEvidence, "toneEvidence");
        claims = List.copyOf(claims);
        Objects.requireNonNull(fingerprint, "fingerprint");
        Objects.requireNonNull(attribution, "attribution");
    }
}
