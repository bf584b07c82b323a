package io.pactwatch.cli;

import io.pactwatch.analysis.ArticleAnalysis;
import io.pactwatch.contract.Claim;
import io.pactwatch.contract.ClaimStatus;
import io.pactwatch.contract.Evidence;
import io.pactwatch.contract.PartialDate;
import io.pactwatch.contract.Stage;
import io.pactwatch.contract.TermValue;
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

    record Tone(String label, double score) {}

    record ClaimLine(
            String term,
            Optional<String> scope,
            Optional<String> payer,
            Optional<String> holder,
            Optional<TermValue> value,
            ClaimStatus status,
            Stage stage,
            Optional<PartialDate> validFrom,
            Optional<PartialDate> validUntil,
            Evidence evidence) {

        static ClaimLine of(Claim claim) {
            return new ClaimLine(
                    claim.term(),
                    claim.scope(),
                    claim.payer(),
                    claim.holder(),
                    claim.value(),
                    claim.status(),
                    claim.stage(),
                    claim.validFrom(),
                    claim.validUntil(),
                    claim.evidence());
        }
    }

    static AnalysisLine of(ArticleAnalysis analysis) {
        return new AnalysisLine(
                analysis.articleId(),
                analysis.partnership().id(),
                analysis.language(),
                rounded(analysis.relevance()),
                analysis.sentiment().map(tone -> new Tone(tone.label(), rounded(tone.score()))),
                analysis.claims().stream().map(ClaimLine::of).toList());
    }

    /** More digits than these say nothing. */
    private static double rounded(double number) {
        return Math.round(number * 1_000) / 1_000.0;
    }
}
