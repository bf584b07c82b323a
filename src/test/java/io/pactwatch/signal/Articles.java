package io.pactwatch.signal;

import io.pactwatch.analysis.ArticleAnalysis;
import io.pactwatch.analysis.Attribution;
import io.pactwatch.analysis.Fingerprint;
import io.pactwatch.analysis.Sentiment;
import io.pactwatch.article.PartnershipRef;
import io.pactwatch.contract.Claim;
import io.pactwatch.contract.ClaimStatus;
import io.pactwatch.contract.Evidence;
import io.pactwatch.contract.Stage;
import io.pactwatch.contract.TermValue;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Analyses and claims for tests: an article is built up from its id and its time. */
public record Articles(ArticleAnalysis analysis) {
    public static final PartnershipRef PARTNERSHIP =
            new PartnershipRef("acme-globex", "Acme / Globex", List.of("Acme", "Globex"));
    public static final Instant DAY_ZERO = Instant.parse("2025-01-06T12:00:00Z");

    /** An article without tone, claims or names, published the given number of hours after {@link #DAY_ZERO}. */
    public static Articles article(String id, double hours) {
        Instant at = DAY_ZERO.plus(Duration.ofSeconds(Math.round(hours * 3600)));
        return new Articles(new ArticleAnalysis(
                id,
                PARTNERSHIP,
                Optional.of("https://example.org/" + id),
                "Title of " + id,
                Optional.of(id + " outlet"),
                "en",
                at,
                1,
                Optional.empty(),
                Optional.empty(),
                List.of(),
                Fingerprint.of(List.of()),
                Attribution.NONE));
    }

    /** The same article about another partnership. */
    Articles about(PartnershipRef partnership) {
        return new Articles(new ArticleAnalysis(
                analysis.articleId(),
                partnership,
                analysis.url(),
                analysis.title(),
                analysis.source(),
                analysis.language(),
                analysis.publishedAt(),
                analysis.relevance(),
                analysis.sentiment(),
                analysis.toneEvidence(),
                analysis.claims(),
                analysis.fingerprint(),
                analysis.attribution()));
    }

    public Articles features(String... features) {
        return with(
                analysis.source(),
                analysis.sentiment(),
                analysis.claims(),
                Fingerprint.of(Arrays.asList(features)),
                analysis.attribution());
    }

    public Articles tone(double score) {
        return with(
                analysis.source(),
                Optional.of(new Sentiment(score, 1)),
                analysis.claims(),
                analysis.fingerprint(),
                analysis.attribution());
    }

    public Articles outlet(String outlet) {
        return with(
                Optional.of(outlet),
                analysis.sentiment(),
                analysis.claims(),
                analysis.fingerprint(),
                analysis.attribution());
    }

    public Articles origin(String origin, boolean anonymous) {
        return with(
                analysis.source(),
                analysis.sentiment(),
                analysis.claims(),
                analysis.fingerprint(),
                new Attribution(Optional.of(origin), anonymous));
    }

    public Articles claims(Claim... claims) {
        return with(
                analysis.source(),
                analysis.sentiment(),
                List.of(claims),
                analysis.fingerprint(),
                analysis.attribution());
    }

    public static Claim claim(String term, ClaimStatus status, Stage stage, Optional<TermValue> value) {
        return new Claim(
                term,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                value,
                status,
                stage,
                Optional.empty(),
                Evidence.of("They agreed on terms.", 0, 21));
    }

    public static Claim claim(String term, ClaimStatus status, Stage stage, String state) {
        return claim(term, status, stage, Optional.of(new TermValue.State(state)));
    }

    private Articles with(
            Optional<String> source,
            Optional<Sentiment> sentiment,
            List<Claim> claims,
            Fingerprint fingerprint,
            Attribution attribution) {
        return new Articles(new ArticleAnalysis(
                analysis.articleId(),
                analysis.partnership(),
                analysis.url(),
                analysis.title(),
                source,
                analysis.language(),
                analysis.publishedAt(),
                analysis.relevance(),
                sentiment,
                sentiment.map(tone -> new Evidence("The tone is plain.", 0, 18)),
                claims,
                fingerprint,
                attribution));
    }
}
