package io.pactwatch.metrics;

import java.util.List;
import java.util.Locale;

/**
 * Every meter of the monitor: its name, what it means and its labels, in the order of the stages. Prometheus turns
 * dots into underscores and adds the unit and, for counters, {@code _total}. A label value is a constant of an enum in
 * lower case, or the id of a watched partnership, never text of an article.
 */
public enum MeterName {
    ARTICLE_INPUTS("pactwatch.article.inputs", "Articles and events that were read", Label.INPUT),
    ARTICLE_TIMESTAMPS_CLAMPED(
            "pactwatch.article.timestamps.clamped", "Publication times in the future that were set back to the clock"),

    ANALYSIS_IRRELEVANT("pactwatch.analysis.irrelevant", "Inputs that are about no watched partnership", Label.INPUT),
    ANALYSIS_RESULTS(
            "pactwatch.analysis.results", "Analyses: one for each input and partnership that it is about", Label.INPUT),
    ANALYSIS_DURATION("pactwatch.analysis.duration", "Time to analyze one input", Label.INPUT),
    ANALYSIS_TIER("pactwatch.analysis.tier", "1 for the tier in which sentences are read, 0 for others", Label.TIER),
    ANALYSIS_PASSAGES(
            "pactwatch.analysis.passages",
            "Passages that the model has read, or whose reading it still had from an equal one",
            Label.READING),

    SIGNAL_STORIES("pactwatch.signal.stories", "Articles that told a new story or retold a known one", Label.STORY),
    SIGNAL_SENTIMENT_POINTS(
            "pactwatch.signal.sentiment.points", "Points of the sentiment series, repeated ones included"),
    SIGNAL_SENTIMENT_LEVEL(
            "pactwatch.signal.sentiment.level", "Tone of the latest story, from -1 to 1", Label.PARTNERSHIP),
    SIGNAL_SENTIMENT_BASELINE(
            "pactwatch.signal.sentiment.baseline",
            "Tone that counted as usual before the latest story, from -1 to 1",
            Label.PARTNERSHIP),
    SIGNAL_SENTIMENT_SCALE(
            "pactwatch.signal.sentiment.scale",
            "Standard deviation of the tone that counts as usual",
            Label.PARTNERSHIP),
    SIGNAL_SENTIMENT_STATISTIC(
            "pactwatch.signal.sentiment.statistic",
            "Statistic of the shift test after the latest story, by side",
            Label.PARTNERSHIP,
            Label.SIDE),
    SIGNAL_SENTIMENT_THRESHOLD(
            "pactwatch.signal.sentiment.threshold", "Statistic at which a shift is reported", Label.PARTNERSHIP),
    SIGNAL_SENTIMENT_TIME(
            "pactwatch.signal.sentiment.time", "Publication time of the latest story, since 1970", Label.PARTNERSHIP),

    ALERT_PUBLISHED("pactwatch.alert.published", "Alert messages published", Label.KIND, Label.SEVERITY, Label.STATUS),
    ALERT_PARTNERSHIP_PUBLISHED(
            "pactwatch.alert.partnership.published", "Alert messages published, by partnership", Label.PARTNERSHIP),
    ALERT_DECISIONS("pactwatch.alert.decisions", "Inputs that raised no alert, by reason", Label.REASON),
    ALERT_LATENCY("pactwatch.alert.latency", "Time from the arrival of an input to the alert that it caused"),

    DELIVERY_SENT("pactwatch.delivery.sent", "Messages that a target has taken", Label.TARGET),
    DELIVERY_FILTERED("pactwatch.delivery.filtered", "Alerts that a target is not to get", Label.TARGET),
    DELIVERY_FAILED("pactwatch.delivery.failed", "Attempts to send that failed, by reason", Label.TARGET, Label.REASON),
    DELIVERY_PENDING(
            "pactwatch.delivery.pending",
            "Offsets of the alerts topic that a target has yet to get; at most so many alerts",
            Label.TARGET),

    DEAD_LETTERS("pactwatch.dead.letters", "Records that could not be read, processed or sent", Label.PHASE);

    private final String id;
    private final String description;
    private final List<Label> labels;

    MeterName(String id, String description, Label... labels) {
        this.id = id;
        this.description = description;
        this.labels = List.of(labels);
    }

    /** Name in Micrometer's form. */
    public String id() {
        return id;
    }

    /** Meaning, one line. */
    public String description() {
        return description;
    }

    /** Labels, all of which every series of this meter carries. */
    public List<Label> labels() {
        return labels;
    }

    /** Labels of the meters. */
    public enum Label {
        /** {@link MonitorMetrics.Input}. */
        INPUT,
        /** {@link io.pactwatch.analysis.model.Tier}. */
        TIER,
        /** {@code fresh} or {@code kept}. */
        READING,
        /** {@code new} or {@code retelling}. */
        STORY,
        /** Id of a watched partnership, or {@link PartnershipLabels#OTHER}. */
        PARTNERSHIP,
        /** {@link io.pactwatch.signal.Shift.Direction}. */
        SIDE,
        /** {@link io.pactwatch.alert.AlertKind}. */
        KIND,
        /** {@link io.pactwatch.alert.Severity}. */
        SEVERITY,
        /** {@link io.pactwatch.alert.AlertStatus}. */
        STATUS,
        /** {@link io.pactwatch.analysis.Decision.Reason}, or of a failed delivery {@link DeliveryMetrics.Failure}. */
        REASON,
        /** Name of a delivery target, from the configuration. */
        TARGET,
        /** {@link MonitorMetrics.Phase}. */
        PHASE;

        /** Name of the label. */
        public String id() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
