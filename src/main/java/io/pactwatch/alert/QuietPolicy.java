package io.pactwatch.alert;

import io.pactwatch.analysis.Decision;
import io.pactwatch.analysis.Decision.Reason;
import io.pactwatch.signal.StoryReport;
import java.util.Optional;

/** Says why an analysis raised no alert. */
public final class QuietPolicy {
    private QuietPolicy() {}

    /** @param withheld why the ledger kept a reported change back, if it did */
    public static Decision decide(StoryReport report, Optional<Reason> withheld) {
        Reason reason = reason(report, withheld);
        return new Decision(
                report.analysis().articleId(),
                Optional.of(report.analysis().partnership().id()),
                reason,
                detail(reason, report),
                report.analysis().publishedAt());
    }

    private static Reason reason(StoryReport report, Optional<Reason> withheld) {
        if (report.duplicate()) {
            return Reason.DUPLICATE;
        }
        if (report.late()) {
            return Reason.LATE;
        }
        return withheld.orElse(report.retelling() ? Reason.RETELLING : Reason.NO_CHANGE);
    }

    private static String detail(Reason reason, StoryReport report) {
        return switch (reason) {
            case DUPLICATE -> "the same id came before";
            case LATE -> "older than the lateness bound, entered as history";
            case RETELLING -> "retells story " + report.story();
            case BELOW_STAGE -> "a change is reported, but by too few or too weak sources";
            case NO_CHANGE -> "no news about a term, and no shift of the tone";
            case EMPTY_TEXT, IRRELEVANT, UNKNOWN_PARTNERSHIP -> "not analysed";
        };
    }
}
