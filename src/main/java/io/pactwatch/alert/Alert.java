package io.pactwatch.alert;

import io.pactwatch.article.PartnershipRef;
import io.pactwatch.contract.Stage;
import io.pactwatch.contract.TermValue;
import io.pactwatch.signal.Citation;
import io.pactwatch.signal.Root;
import io.pactwatch.signal.Shift;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * A signal published to people. A later message with the same id replaces the earlier one.
 *
 * @param id hash of partnership, kind and fact: the same fact has the same id in every run
 * @param term name, scope and payer, for alerts about a term
 * @param before value before, where known; of a contradiction the value that stands
 * @param after value reported or sought, where known; of a contradiction the other value
 * @param shift for alerts about the tone
 * @param stage how firm the news is, for alerts about a term
 * @param validFrom when the change becomes true, if the sources say so
 * @param validUntil the first moment at which it no longer holds, if the sources say so
 * @param publishedAt publication time of the earliest report
 * @param detectedAt processing time at which this state of the alert was first published; differs between runs
 * @param roots independent sources
 * @param evidence quotes
 * @param historical whether its latest news was old when it was read, as in a backfill: for the record, not for the pager
 * @param digest what a digest gathers; empty for every other alert
 * @param reasons codes that say why the alert is what it is, such as {@code STATUS_ENDED}, {@code STAGE_ANNOUNCED}
 */
public record Alert(
        String id,
        AlertKind kind,
        AlertStatus status,
        Severity severity,
        PartnershipRef partnership,
        String title,
        String summary,
        Optional<Term> term,
        Optional<TermValue> before,
        Optional<TermValue> after,
        Optional<Shift> shift,
        Optional<Stage> stage,
        Optional<Instant> validFrom,
        Optional<Instant> validUntil,
        Instant publishedAt,
        Instant detectedAt,
        List<Root> roots,
        List<Citation> evidence,
        List<String> reasons,
        boolean historical,
        List<Digested> digest,
        int schemaVersion) {

    /** Version of this message format. */
    public static final int SCHEMA_VERSION = 1;

    /** The line of the ledger that an alert is about. */
    public record Term(String name, Optional<String> scope, Optional<String> payer) {}

    /**
     * An alert that was not published on its own, in the digest of its day.
     *
     * @param status OPEN, RETRACTED when it was taken back, or RESOLVED when it is told as another alert, or no longer
     */
    public record Digested(String id, AlertKind kind, Severity severity, String title, AlertStatus status) {
        public Digested {
            Objects.requireNonNull(id, "id");
            Objects.requireNonNull(kind, "kind");
            Objects.requireNonNull(severity, "severity");
            Objects.requireNonNull(title, "title");
            // Earlier messages of this version do not have it.
            status = status == null ? AlertStatus.OPEN : status;
        }

        Digested in(AlertStatus next) {
            return new Digested(id, kind, severity, title, next);
        }
    }

    public Alert {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(status, "status");
        Objects.requireNonNull(severity, "severity");
        Objects.requireNonNull(partnership, "partnership");
        Objects.requireNonNull(validUntil, "validUntil");
        Objects.requireNonNull(publishedAt, "publishedAt");
        Objects.requireNonNull(detectedAt, "detectedAt");
        roots = List.copyOf(roots);
        evidence = List.copyOf(evidence);
        reasons = List.copyOf(reasons);
        digest = digest == null ? List.of() : List.copyOf(digest);
        if (evidence.isEmpty()) {
            throw new IllegalArgumentException("evidence: an alert without a quote");
        }
    }

    /** The same alert in another state of its life. */
    Alert in(AlertStatus next, String summaryText, List<Citation> quotes, List<String> codes, Instant at, boolean old) {
        return new Alert(
                id,
                kind,
                next,
                severity,
                partnership,
                title,
                summaryText,
                term,
                before,
                after,
                shift,
                stage,
                validFrom,
                validUntil,
                publishedAt,
                at,
                roots,
                quotes,
                codes,
                old,
                digest,
                schemaVersion);
    }

    /** Whether the alert quotes an article. */
    public boolean cites(String articleId) {
        return evidence.stream().anyMatch(quote -> quote.articleId().equals(articleId));
    }
}
