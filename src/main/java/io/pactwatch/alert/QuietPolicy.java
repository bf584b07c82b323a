package io.pactwatch.alert;

import io.pactwatch.analysis.Decision;
import io.pactwatch.analysis.Decision.Reason;
import io.pactwatch.analysis.text.LanguageIdentifier;
import io.pactwatch.signal.StoryReport;
import java.util.Objects;
import java.util.Optional;

/** Says why an analysis raised no alert. */
public final class QuietPolicy {
    private QuietPolicy() {}

    /**
     * A signal of the analysis that was not published.
     *
     * @param alertId the alert that holds it, or would
     */
    public record Unpublished(Reason reason, String alertId) {
        public Unpublished {
            Objects.requireNonNull(reason, "reason");
            Objects.requireNonNull(alertId, "alertId");
        }
    }

    /**
     * @param withheld why the ledger kept a reported change back, if it did
     * @param unpublished a signal that the alert rules kept back, if there is one
     */
    public static Decision decide(StoryReport report, Optional<Reason> withheld, Optional<Unpublished> unpublished) {
        Reason reason = unpublished.map(Unpublished::reason).orElseGet(() -> reason(report, withheld));
        return new Decision(
                report.analysis().articleId(),
                Optional.of(report.analysis().partnership().id()),
                reason,
                detail(reason, report, unpublished),
                report.analysis().publishedAt());
    }

    private static Reason reason(StoryReport report, Optional<Reason> withheld) {
        if (report.duplicate()) {
            return Reason.DUPLICATE;
        }
        if (report.late()) {
            return Reason.LATE;
        }
        if (withheld.isPresent()) {
            return withheld.get();
        }
        if (!LanguageIdentifier.isRead(report.analysis().language())) {
            return Reason.UNSUPPORTED_LANGUAGE;
        }
        return report.retelling() ? Reason.RETELLING : Reason.NO_CHANGE;
    }

    private static String detail(Reason reason, StoryReport report, Optional<Unpublished> unpublished) {
        String alert = unpublished.map(Unpublished::alertId).orElse("");
        return switch (reason) {
            case DUPLICATE -> "the same id came before, in story " + report.story();
            case LATE -> "older than the lateness bound, entered as history";
            case RETELLING ->
                alert.isEmpty()
                        ? "retells story " + report.story()
                        : "tells what alert " + alert + " tells, in story " + report.story();
            case BELOW_STAGE -> "a change is reported, but by too few or too weak sources, in story " + report.story();
            case NO_CHANGE -> "no news about a term, and no shift of the tone, in story " + report.story();
            case COOL_DOWN -> "waits as an update of alert " + alert;
            case BUDGET -> "in the digest " + alert + " of its day";
            case UNSUPPORTED_LANGUAGE -> "language " + report.analysis().language() + " is not read";
            case EMPTY_TEXT, IRRELEVANT, UNKNOWN_PARTNERSHIP, RETRACTION, EMBARGOED, CLAIMS_CUT -> "not read";
        };
    }
}
