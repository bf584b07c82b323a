package io.pactwatch.alert;

import io.pactwatch.signal.Signal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * The life of an alert and how often people are told of it.
 *
 * <p>OPEN once, then UPDATED as long as people learn something, RESOLVED when the news is of the past, and UPDATED again if
 * what resolved it is taken back. RETRACTED is final: a fact that is told again afterwards is a new alert (see {@link
 * AlertPolicy#id}). Cool-downs run in event time, so that a replay gives the same messages; the budget counts days of
 * processing. Immutable.
 */
public final class AlertRules {
    private final AlertPolicy policy;
    private final AlertSettings settings;

    public AlertRules(AlertPolicy policy, AlertSettings settings) {
        this.policy = Objects.requireNonNull(policy, "policy");
        this.settings = Objects.requireNonNull(settings, "settings");
    }

    /**
     * Judges a signal.
     *
     * @param id its id
     * @param last the alert last published under this id
     * @param pace the pace of its partnership
     * @throws IllegalArgumentException if {@code last} has another id
     */
    public Verdict judge(String id, Optional<Alert> last, Pace pace, Signal signal, Moment moment) {
        if (last.isPresent() && !last.get().id().equals(id)) {
            throw new IllegalArgumentException("last: alert " + last.get().id() + " is not the alert " + id);
        }
        if (last.isPresent() && last.get().status() == AlertStatus.RETRACTED) {
            return Verdict.nothing(pace);
        }
        return signal instanceof Signal.Over over
                ? judgeOver(id, last, pace, over, moment)
                : judgeNews(id, last, pace, signal, moment);
    }

    /** Publishes a message that has waited, if people still learn something from it. */
    public Verdict release(WaitingAlert waiting, Optional<Alert> last, Pace pace, Instant detectedAt) {
        Moment moment = new Moment(waiting.at(), detectedAt, false);
        AlertStatus status = last.isPresent() ? AlertStatus.UPDATED : AlertStatus.OPEN;
        Alert alert = waiting.alert();
        Alert next =
                alert.in(status, alert.summary(), alert.evidence(), alert.reasons(), detectedAt, isHistorical(moment));
        boolean ended = last.filter(known -> known.status() == AlertStatus.RETRACTED
                        || known.status() == AlertStatus.RESOLVED
                        || !AlertNovelty.teaches(known, next))
                .isPresent();
        return ended ? Verdict.nothing(pace) : withinBudget(next, pace, moment);
    }

    /** Whether a message has waited as long in processing time as it may in event time. */
    public boolean isOverdue(WaitingAlert waiting, Instant now) {
        Duration coolDown = settings.coolDown(waiting.alert().kind());
        return !now.isBefore(waiting.since().plus(coolDown));
    }

    /**
     * The alert after an article was withdrawn on which it rests: without its quotes, or retracted if it has no others. For
     * alerts whose facts are older than what the ledger can fold again.
     */
    public Optional<Alert> withdraw(Alert last, String articleId, Moment moment) {
        if (last.kind() == AlertKind.DIGEST) {
            return DailyDigest.withoutQuotesOf(last, articleId, moment.detectedAt());
        }
        return last.status() == AlertStatus.RETRACTED || !last.cites(articleId)
                ? Optional.empty()
                : Optional.of(AlertEnding.withdrawn(last, articleId, moment.detectedAt(), isHistorical(moment)));
    }

    /** The digest after an alert was taken back that was told in it alone; empty if it does not list it. */
    public Optional<Alert> withdrawFromDigest(Alert digest, String id, Signal.Over over, Moment moment) {
        AlertStatus status = over.cause() == Signal.Over.Cause.REPLACED ? AlertStatus.RESOLVED : AlertStatus.RETRACTED;
        return DailyDigest.ended(digest, id, status, moment.detectedAt());
    }

    private Verdict judgeOver(String id, Optional<Alert> last, Pace pace, Signal.Over over, Moment moment) {
        boolean old = isHistorical(moment);
        return switch (over.cause()) {
            case WITHDRAWN, DENIED ->
                last.map(alert -> Verdict.publish(
                                List.of(AlertEnding.retracted(alert, over, moment.detectedAt(), old)), pace))
                        .orElseGet(() -> Verdict.nothing(pace));
            case REPLACED ->
                last.filter(alert -> alert.status() != AlertStatus.RESOLVED)
                        .map(alert -> Verdict.publish(
                                List.of(AlertEnding.resolved(alert, over, moment.detectedAt(), old)), pace))
                        .orElseGet(() -> Verdict.nothing(pace));
            case SUPERSEDED, CONCLUDED, SETTLED, RESUMED -> resolve(id, last, pace, over, moment);
        };
    }

    /** Resolves an alert. One that was never open opens first: every id starts with OPEN. */
    private Verdict resolve(String id, Optional<Alert> last, Pace pace, Signal.Over over, Moment moment) {
        boolean old = isHistorical(moment);
        Alert told = policy.alert(id, AlertStatus.OPEN, over.told(), moment.detectedAt(), old);
        Alert resolved = AlertEnding.resolved(told, over, moment.detectedAt(), old);
        if (last.isEmpty()) {
            Verdict opening = withinBudget(told, pace, moment);
            return opening.published().isEmpty() ? opening : Verdict.publish(List.of(told, resolved), opening.pace());
        }
        boolean news = last.get().status() != AlertStatus.RESOLVED || differs(last.get(), resolved, moment);
        return news ? Verdict.publish(List.of(resolved), pace) : Verdict.retold(pace);
    }

    private Verdict judgeNews(String id, Optional<Alert> last, Pace pace, Signal signal, Moment moment) {
        AlertStatus status = last.isPresent() ? AlertStatus.UPDATED : AlertStatus.OPEN;
        Alert alert = policy.alert(id, status, signal, moment.detectedAt(), isHistorical(moment));
        boolean reopened =
                last.filter(known -> known.status() == AlertStatus.RESOLVED).isPresent();
        if (last.isPresent() && !reopened && !differs(last.get(), alert, moment)) {
            return Verdict.retold(pace);
        }
        Optional<Instant> due = moment.correction() || reopened ? Optional.empty() : due(last, pace, alert);
        return due.filter(moment.at()::isBefore)
                .map(time -> Verdict.wait(new WaitingAlert(alert, moment.at(), time, moment.detectedAt()), pace))
                .orElseGet(() -> withinBudget(alert, pace, moment));
    }

    private static boolean differs(Alert last, Alert next, Moment moment) {
        return AlertNovelty.teaches(last, next) || (moment.correction() && AlertNovelty.corrects(last, next));
    }

    /**
     * Event time from which on a message may be told; empty if it need not wait. What has become firmer or more severe never
     * waits.
     */
    private Optional<Instant> due(Optional<Alert> last, Pace pace, Alert alert) {
        Duration coolDown = settings.coolDown(alert.kind());
        boolean opens = last.isEmpty() && alert.kind() != AlertKind.SENTIMENT_SHIFT;
        boolean rises = last.filter(
                        known -> alert.severity().compareTo(known.severity()) > 0 || AlertNovelty.firmer(known, alert))
                .isPresent();
        return coolDown.isZero() || opens || rises
                ? Optional.empty()
                : pace.lastTold(alert.kind()).map(told -> told.plus(coolDown));
    }

    private Verdict withinBudget(Alert alert, Pace pace, Moment moment) {
        LocalDate day = LocalDate.ofInstant(moment.detectedAt(), ZoneOffset.UTC);
        boolean counts = alert.status() == AlertStatus.OPEN && !alert.historical();
        boolean spent = pace.openedOn(day) >= settings.dailyBudget() && alert.severity() != Severity.CRITICAL;
        if (counts && spent) {
            return Verdict.digest(alert, pace);
        }
        Pace told = pace.withTold(alert.kind(), moment.at());
        return Verdict.publish(List.of(alert), counts ? told.withOpened(day) : told);
    }

    private boolean isHistorical(Moment moment) {
        return moment.isHistorical(settings.historicalAfter());
    }
}
