package io.pactwatch.topology;

import io.pactwatch.alert.Alert;
import io.pactwatch.alert.AlertPolicy;
import io.pactwatch.alert.AlertRules;
import io.pactwatch.alert.DailyDigest;
import io.pactwatch.alert.Moment;
import io.pactwatch.alert.QuietPolicy;
import io.pactwatch.alert.Verdict;
import io.pactwatch.alert.WaitingAlert;
import io.pactwatch.analysis.Decision;
import io.pactwatch.metrics.MonitorMetrics;
import io.pactwatch.signal.Signal;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.streams.processor.PunctuationType;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;

/**
 * Publishes the signals of an analysis as {@link Alert}s, keyed by alert id, or else the {@link Decision} why there is none.
 * What waits for the end of a cool-down is released by the next input of the partnership that is late enough in event time,
 * or by the clock where none comes.
 */
final class AlertProcessor implements Processor<String, Detection, String, Object> {
    private static final Duration RELEASE_EVERY = Duration.ofMinutes(1);

    private final AlertPolicy policy;
    private final AlertRules rules;
    private final MonitorMetrics metrics;
    private ProcessorContext<String, Object> context;
    private PublishedAlerts alerts;

    AlertProcessor(AlertPolicy policy, AlertRules rules, MonitorMetrics metrics) {
        this.policy = policy;
        this.rules = rules;
        this.metrics = metrics;
    }

    @Override
    public void init(ProcessorContext<String, Object> processorContext) {
        context = processorContext;
        alerts = PublishedAlerts.of(context);
        context.schedule(RELEASE_EVERY, PunctuationType.WALL_CLOCK_TIME, this::releaseByClock);
    }

    @Override
    public void process(Record<String, Detection> record) {
        Detection detection = record.value();
        Instant at = detection
                .report()
                .map(report -> report.analysis().publishedAt())
                .orElse(Instant.ofEpochMilli(record.timestamp()));
        Moment moment = new Moment(at, now(), detection.takesBack());
        for (WaitingMessage due : alerts.due(record.key(), at)) {
            release(due, record.timestamp());
        }
        boolean told = false;
        Optional<QuietPolicy.Unpublished> unpublished = Optional.empty();
        for (Signal signal : detection.signals()) {
            String id = policy.id(signal, alerts::isRetracted);
            Optional<Alert> last = alerts.last(id);
            Verdict verdict = rules.judge(id, last, alerts.pace(record.key()), signal, moment);
            if (last.isEmpty() && signal instanceof Signal.Over over && over.takesBack()) {
                withdrawFromDigests(id, over, moment, record);
            }
            apply(id, verdict, record.key(), record.timestamp(), record.headers());
            boolean news = !(signal instanceof Signal.Over);
            boolean cited = verdict.published().stream().anyMatch(alert -> alert.cites(detection.articleId()));
            told |= news && cited;
            unpublished = unpublished.or(() -> unpublished(id, verdict, signal, moment));
        }
        if (detection.isOfTime()) {
            return;
        }
        if (detection.report().isEmpty()) {
            withdraw(detection.articleId(), moment, record);
        } else if (!told) {
            decide(record, unpublished);
        }
    }

    private Optional<QuietPolicy.Unpublished> unpublished(String id, Verdict verdict, Signal signal, Moment moment) {
        boolean updated = !verdict.published().isEmpty() && !(signal instanceof Signal.Over);
        return verdict.withheld()
                // An alert quotes its earliest reports only: a later one updates it without being quoted.
                .or(() -> updated ? Optional.of(Decision.Reason.RETELLING) : Optional.empty())
                .map(reason -> new QuietPolicy.Unpublished(
                        reason,
                        verdict.digested().isPresent()
                                ? DailyDigest.id(signal.partnership(), moment.detectedAt())
                                : id));
    }

    /** Alerts that still quote a withdrawn article: those whose facts the signal stage can no longer fold again. */
    private void withdraw(String articleId, Moment moment, Record<String, Detection> record) {
        for (Alert alert : alerts.citing(articleId)) {
            rules.withdraw(alert, articleId, moment)
                    .ifPresent(next -> publish(next, record.timestamp(), record.headers()));
        }
    }

    /** What was told in a digest alone is taken back there. */
    private void withdrawFromDigests(String id, Signal.Over over, Moment moment, Record<String, Detection> record) {
        for (String digest : DailyDigest.ids(over.partnership(), over.publishedAt(), moment.detectedAt())) {
            alerts.last(digest)
                    .flatMap(last -> rules.withdrawFromDigest(last, id, over, moment))
                    .ifPresent(next -> publish(next, record.timestamp(), record.headers()));
        }
    }

    private void decide(Record<String, Detection> record, Optional<QuietPolicy.Unpublished> unpublished) {
        Decision decision = QuietPolicy.decide(
                record.value().report().orElseThrow(), record.value().withheld(), unpublished);
        metrics.decided(decision);
        context.forward(record.withKey(decision.inputId()).withValue((Object) decision));
    }

    private void releaseByClock(long nowMillis) {
        for (WaitingMessage message : alerts.waiting()) {
            if (rules.isOverdue(message.waiting(), Instant.ofEpochMilli(nowMillis))) {
                release(message, message.waiting().at().toEpochMilli());
            }
        }
    }

    private void release(WaitingMessage message, long timestamp) {
        WaitingAlert waiting = message.waiting();
        Alert alert = waiting.alert();
        String partnership = alert.partnership().id();
        Verdict verdict = rules.release(waiting, alerts.last(alert.id()), alerts.pace(partnership), now());
        Headers headers = InputHeaders.released(context.currentSystemTimeMs(), message.trace());
        apply(alert.id(), verdict, partnership, timestamp, headers);
    }

    private void apply(String id, Verdict verdict, String partnership, long timestamp, Headers headers) {
        alerts.setPace(partnership, verdict.pace());
        alerts.setWaiting(partnership, id, verdict.waiting(), InputHeaders.trace(headers));
        verdict.published().forEach(alert -> publish(alert, timestamp, headers));
        verdict.digested()
                .flatMap(alert ->
                        DailyDigest.with(alerts.last(DailyDigest.id(alert.partnership(), alert.detectedAt())), alert))
                .ifPresent(digest -> publish(digest, timestamp, headers));
    }

    private void publish(Alert alert, long timestamp, Headers headers) {
        alerts.put(alert);
        metrics.published(
                alert, InputHeaders.age(headers, context.currentSystemTimeMs()).orElse(Duration.ZERO));
        context.forward(new Record<>(alert.id(), alert, timestamp, CloudEventHeaders.of(alert, headers)));
    }

    private Instant now() {
        return Instant.ofEpochMilli(context.currentSystemTimeMs());
    }
}
