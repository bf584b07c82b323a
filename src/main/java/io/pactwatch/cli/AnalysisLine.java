package io.pactwatch.cli;

import io.pactwatch.analysis.ArticleAnalysis;
import io.pactwatch.analysis.ArticleAnalyzer;
import io.pactwatch.analysis.JudgedClaim;
import io.pactwatch.analysis.Sentiment;
import io.pactwatch.contract.Claim;
import io.pactwatch.contract.ClaimStatus;
import io.pactwatch.contract.Evidence;
import io.pactwatch.contract.PartialDate;
import io.pactwatch.contract.Stage;
import java.util.List;
import java.util.Optional;

/**
 * One result of {@code analyze --json}: what an article says about a partnership.
 *
 * @param sentiment absent when unknown
 */
record AnalysisLine(
        String articleId,
        String partnership,
        String language,
        double relevance,
        Optional<Tone> sentiment,
        List<ClaimLine> claims) {

    /**
     * @param firstToSecond absent where the text does not show it
     * @param secondToFirst absent where the text does not show it
     */
    record Tone(
            String label, double score, double weight, Optional<Double> firstToSecond, Optional<Double> secondToFirst) {
        static Tone of(Sentiment tone) {
            return new Tone(
                    tone.label(),
                    rounded(tone.score()),
                    rounded(tone.weight()),
                    tone.firstToSecond().map(AnalysisLine::rounded),
                    tone.secondToFirst().map(AnalysisLine::rounded));
        }
    }

    /** @param value as messages write it, or a {@link DatedValue} where the text says from or until when it holds */
    record ClaimLine(
            String term,
            Optional<String> scope,
            Optional<String> payer,
            Optional<String> holder,
            Optional<Object> value,
            ClaimStatus status,
            Stage stage,
            Optional<PartialDate> validFrom,
            Optional<PartialDate> validUntil,
            Evidence evidence,
            Optional<List<String>> because) {

        static ClaimLine of(Claim claim, Optional<List<String>> because) {
            return new ClaimLine(
                    claim.term(),
                    claim.scope(),
                    claim.payer(),
                    claim.holder(),
                    DatedValue.of(claim),
                    claim.status(),
                    claim.stage(),
                    claim.validFrom(),
                    claim.validUntil(),
                    claim.evidence(),
                    because);
        }
    }

    /** @param explain whether claims come with their reasons */
    static AnalysisLine of(ArticleAnalyzer.Explained explained, boolean explain) {
        ArticleAnalysis analysis = explained.analysis();
        return new AnalysisLine(
                analysis.articleId(),
                analysis.partnership().id(),
                analysis.language(),
                rounded(analysis.relevance()),
                analysis.sentiment().map(Tone::of),
                explained.claims().stream()
                        .filter(JudgedClaim::isKept)
                        .map(judged -> ClaimLine.of(
                                judged.claim(),
                                explain ? Optional.of(ClaimReasons.of(judged, explained.text())) : Optional.empty()))
                        .toList());
    }

    /** More digits than these say nothing. */
    private static double rounded(double number) {
        return Math.round(number * 1_000) / 1_000.0;
    }
}
