package io.pactwatch.alert;

import io.pactwatch.signal.Citation;
import io.pactwatch.signal.Signal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** The last states of an alert, with the words and codes that say why. */
final class AlertEnding {
    private AlertEnding() {}

    /** What was told stays; what has come of it is added. */
    static Alert resolved(Alert alert, Signal.Over over, Instant detectedAt, boolean historical) {
        String outcome =
                switch (over.cause()) {
                    case SUPERSEDED -> " Superseded by later news.";
                    case CONCLUDED -> " Concluded: the outcome is announced.";
                    case RESUMED -> " There is news again.";
                    case SETTLED -> " The new level has become the usual one.";
                    default -> " No longer told on its own: later reports make it part of another alert, or of none.";
                };
        return alert.in(
                AlertStatus.RESOLVED,
                alert.summary() + outcome,
                alert.evidence(),
                with(alert.reasons(), over.cause().name()),
                detectedAt,
                historical);
    }

    /** What was told stays, so that people see what is taken back; the quotes of a denial are added. */
    static Alert retracted(Alert alert, Signal.Over over, Instant detectedAt, boolean historical) {
        boolean denied = over.cause() == Signal.Over.Cause.DENIED;
        List<Citation> quotes = new ArrayList<>(alert.evidence());
        over.proof().stream().filter(quote -> !quotes.contains(quote)).forEach(quotes::add);
        return alert.in(
                AlertStatus.RETRACTED,
                denied
                        ? "Retracted: a party denies it. It was told as: " + alert.summary()
                        : "Retracted: the article that it rests on was withdrawn. It was told as: " + alert.summary(),
                quotes,
                with(alert.reasons(), over.cause().name()),
                detectedAt,
                historical);
    }

    static Alert withdrawn(Alert alert, String articleId, Instant detectedAt, boolean historical) {
        List<Citation> others = alert.evidence().stream()
                .filter(quote -> !quote.articleId().equals(articleId))
                .toList();
        List<String> reasons = with(alert.reasons(), Signal.Over.Cause.WITHDRAWN.name());
        if (others.isEmpty()) {
            String summary =
                    "Retracted: the article that it rests on was withdrawn. It was told as: " + alert.summary();
            return alert.in(AlertStatus.RETRACTED, summary, alert.evidence(), reasons, detectedAt, historical);
        }
        AlertStatus status = alert.status() == AlertStatus.RESOLVED ? AlertStatus.RESOLVED : AlertStatus.UPDATED;
        String summary = alert.summary() + " One article that reported it was withdrawn.";
        return alert.in(status, summary, others, reasons, detectedAt, historical);
    }

    private static List<String> with(List<String> reasons, String code) {
        List<String> codes = new ArrayList<>(reasons);
        if (!codes.contains(code)) {
            codes.add(code);
        }
        return codes;
    }
}
