package io.pactwatch.metrics;

import static io.pactwatch.metrics.MeterName.ALERT_PARTNERSHIP_DECISIONS;
import static io.pactwatch.metrics.MeterName.ALERT_PARTNERSHIP_PUBLISHED;
import static io.pactwatch.metrics.MeterName.SIGNAL_PARTNERSHIP_STORIES;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import io.pactwatch.alert.AlertKind;
import io.pactwatch.analysis.Decision.Reason;
import io.pactwatch.metrics.MeterName.Label;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * What is counted apart for each partnership. The counters of a partnership stand at 0 together from the first time it is
 * named; those of decisions and stories from its first article, for most partnerships of a long watchlist have none.
 * Thread-safe.
 */
final class PartnershipCounters {
    /** Decisions that are made before a partnership is known. */
    private static final Set<Reason> WITHOUT_PARTNERSHIP =
            EnumSet.of(Reason.EMPTY_TEXT, Reason.IRRELEVANT, Reason.UNKNOWN_PARTNERSHIP);

    private final MeterRegistry registry;
    private final PartnershipLabels labels;
    private final Map<String, Map<AlertKind, Counter>> alerts = new ConcurrentHashMap<>();
    private final Map<String, Read> read = new ConcurrentHashMap<>();

    PartnershipCounters(MeterRegistry registry, PartnershipLabels labels) {
        this.registry = registry;
        this.labels = labels;
    }

    private record Read(Counter news, Counter retellings, Map<Reason, Counter> decisions) {}

    void watch(String partnership) {
        alerts.computeIfAbsent(labels.of(partnership), this::alerts);
    }

    void published(String partnership, AlertKind kind) {
        alerts.computeIfAbsent(labels.of(partnership), this::alerts).get(kind).increment();
    }

    void story(String partnership, boolean retelling) {
        Read counters = read.computeIfAbsent(labels.of(partnership), this::read);
        (retelling ? counters.retellings() : counters.news()).increment();
    }

    void decided(String partnership, Reason reason) {
        read.computeIfAbsent(labels.of(partnership), this::read)
                .decisions()
                .computeIfAbsent(reason, each -> decision(labels.of(partnership), each))
                .increment();
    }

    private Map<AlertKind, Counter> alerts(String label) {
        Map<AlertKind, Counter> counters = new EnumMap<>(AlertKind.class);
        Arrays.stream(AlertKind.values())
                .forEach(kind -> counters.put(
                        kind,
                        counter(ALERT_PARTNERSHIP_PUBLISHED, label, Label.KIND, MicrometerMonitorMetrics.label(kind))));
        return counters;
    }

    private Read read(String label) {
        Map<Reason, Counter> decisions = new ConcurrentHashMap<>();
        EnumSet.complementOf(EnumSet.copyOf(WITHOUT_PARTNERSHIP))
                .forEach(reason -> decisions.put(reason, decision(label, reason)));
        return new Read(
                counter(SIGNAL_PARTNERSHIP_STORIES, label, Label.STORY, MicrometerMonitorMetrics.NEW),
                counter(SIGNAL_PARTNERSHIP_STORIES, label, Label.STORY, MicrometerMonitorMetrics.RETELLING),
                decisions);
    }

    private Counter decision(String label, Reason reason) {
        return counter(ALERT_PARTNERSHIP_DECISIONS, label, Label.REASON, MicrometerMonitorMetrics.label(reason));
    }

    private Counter counter(MeterName name, String partnership, Label label, String value) {
        return Counter.builder(name.id())
                .description(name.description())
                .tags(Tags.of(Label.PARTNERSHIP.id(), partnership, label.id(), value))
                .register(registry);
    }
}
