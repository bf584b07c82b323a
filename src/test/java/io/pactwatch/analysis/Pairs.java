package io.pactwatch.analysis;

import io.pactwatch.article.Article;
import io.pactwatch.article.Partnership;
import io.pactwatch.article.Party;
import io.pactwatch.contract.Claim;
import io.pactwatch.contract.ClaimStatus;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Invented partnerships and articles about them. */
final class Pairs {
    static final Instant PUBLISHED = Instant.parse("2025-06-16T09:00:00Z");

    static final Partnership NORTHWIND_OSTARA = new Partnership(
            "northwind-ostara",
            "Northwind / Ostara",
            List.of(
                    new Party("northwind", "Northwind", List.of("노스윈드"), List.of("Ada Quill")),
                    new Party("ostara", "Ostara", List.of("Ostara AI", "오스타라"), List.of())));

    static final ArticleAnalyzer ANALYZER = ArticleAnalyzer.forWatchlist(List.of(NORTHWIND_OSTARA));

    /** Reads by the rules and the lexicon alone, for what a model may see otherwise. */
    static final ArticleAnalyzer RULES = ANALYZER.withModel(Optional.empty());

    private Pairs() {}

    static Article article(String title, String body) {
        return new Article(
                "a-1",
                Optional.empty(),
                title,
                body,
                Optional.of("Test Wire"),
                Optional.empty(),
                Optional.empty(),
                Optional.of(PUBLISHED));
    }

    static List<Claim> claims(String language, String body) {
        Article article = article("Northwind and Ostara", body);
        Article told = new Article(
                article.id(),
                article.url(),
                article.title(),
                article.body(),
                article.source(),
                article.author(),
                Optional.of(language),
                article.publishedAt());
        return ANALYZER.analyze(told, PUBLISHED).stream()
                .flatMap(analysis -> analysis.claims().stream())
                .toList();
    }

    static List<Claim> claims(String body) {
        return ANALYZER.analyze(article("Northwind and Ostara", body), PUBLISHED).stream()
                .flatMap(analysis -> analysis.claims().stream())
                .toList();
    }

    static List<Claim> claimsByRule(String body) {
        return RULES.analyze(article("Northwind and Ostara", body), PUBLISHED).stream()
                .flatMap(analysis -> analysis.claims().stream())
                .toList();
    }

    static List<ClaimStatus> statuses(String term, String body) {
        return claims(body).stream()
                .filter(claim -> claim.term().equals(term))
                .map(Claim::status)
                .toList();
    }

    static boolean alerts(Claim claim) {
        return claim.status().isFresh() || claim.status() == ClaimStatus.NEGOTIATING;
    }
}
