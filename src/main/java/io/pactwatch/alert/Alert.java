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
 * @param before value before, where known
 * @param after value reported or sought, where known
 * @param shift for alerts about the tone
 * @param stage how firm the news is, for alerts about a term
 * @param validFrom when the change becomes true, if the sources say so
 * @param publishedAt publication time of the earliest report
 * @param detectedAt processing time at which this state of the alert was first published; differs between runs
 * @param roots independent sources
 * @param evidence quotes
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
        Instant publishedAt,
        Instant detectedAt,
        List<Root> roots,
        List<Citation> evidence,
        List<String> reasons,
        int schemaVersion) {

    /** Version of this message format. */
    public static final int SCHEMA_VERSION = 1;

    /** The line of the ledger that an alert is about. */
    public record Term(String name, Optional<String> scope, Optional<String> payer) {}

    public Alert {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(status, "status");
        Objects.requireNonNull(severity, "severity");
        Objects.requireNonNull(partnership, "partnership");
        Objects.requireNonNull(publishedAt, "publishedAt");
        Objects.requireNonNull(detectedAt, "detectedAt");
        roots = List.copyOf(roots);
        evidence = List.copyOf(evidence);
        reasons = List.copyOf(reasons);
        if (evidence.isEmpty()) {
            throw new IllegalArgumentException("evidence: an alert without a quote");
        }
    }
}
