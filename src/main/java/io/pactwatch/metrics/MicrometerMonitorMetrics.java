package io.pactwatch.metrics;

import static io.pactwatch.metrics.MeterName.ALERT_AGE;
import static io.pactwatch.metrics.MeterName.ALERT_DECISIONS;
import static io.pactwatch.metrics.MeterName.ALERT_LATENCY;
import static io.pactwatch.metrics.MeterName.ALERT_PUBLISHED;
import static io.pactwatch.metrics.MeterName.ANALYSIS_DURATION;
import static io.pactwatch.metrics.MeterName.ANALYSIS_IRRELEVANT;
import static io.pactwatch.metrics.MeterName.ANALYSIS_RESULTS;
import static io.pactwatch.metrics.MeterName.ARTICLE_INPUTS;
import static io.pactwatch.metrics.MeterName.ARTICLE_TIMESTAMPS_CLAMPED;
import static io.pactwatch.metrics.MeterName.DEAD_LETTERS;
import static io.pactwatch.metrics.MeterName.SIGNAL_SENTIMENT_POINTS;
import static io.pactwatch.metrics.MeterName.SIGNAL_STORIES;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.Timer;
import io.pactwatch.alert.Alert;
import io.pactwatch.alert.AlertKind;
import io.pactwatch.alert.AlertStatus;
import io.pactwatch.alert.Severity;
import io.pactwatch.analysis.Decision;
import io.pactwatch.metrics.MeterName.Label;
import io.pactwatch.signal.SentimentPoint;
import java.time.Duration;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;

/**
 * Counts in a Micrometer registry, by the names of {@link MeterName}. The counters of every label value that an enum
 * gives stand at 0 from the start; those of a partnership from {@link #watch} or from its first article.
 * Thread-safe. The cost of a call is constant; the number of series is bounded by {@link #MOST_PARTNERSHIPS}.
 */
public final class MicrometerMonitorMetrics implements MonitorMetrics {
    /** Partnerships that have series of their own; the alerts of further ones are counted together. */
    public static final int MOST_PARTNERSHIPS = 10_000;

    private static final Duration[] ANALYSIS_BUCKETS = buckets(
            100, 250, 500, 1_000, 2_500, 5_000, 10_000, 25_000, 50_000, 100_000, 250_000, 500_000, 1_000_000,
            5_000_000);
    private static final Duration[] LATENCY_BUCKETS = buckets(
            10_000,
            25_000,
            50_000,
            100_000,
            250_000,
            500_000,
            1_000_000,
            2_500_000,
            5_000_000,
            10_000_000,
            30_000_000,
            60_000_000,
            300_000_000);

    static final String NEW = "new";
    static final String RETELLING = "retelling";

    private static final Duration[] AGE_BUCKETS = {
        Duration.ofSeconds(1),
        Duration.ofSeconds(10),
        Duration.ofMinutes(1),
        Duration.ofMinutes(5),
        Duration.ofMinutes(15),
        Duration.ofHours(1),
        Duration.ofHours(6),
        Duration.ofDays(1),
        Duration.ofDays(7),
        Duration.ofDays(30)
    };

    private final MeterRegistry registry;
    private final PartnershipCounters partnerships;
    private final StandingGauges standing;
    private final Map<Input, Counter> inputs;
    private final Map<Input, Counter> irrelevant;
    private final Map<Input, Counter> analyses;
    private final Map<Input, Timer> durations;
    private final Map<Decision.Reason, Counter> decisions;
    private final Counter newStories;
    private final Counter retellings;
    private final Counter sentimentPoints;
    private final Map<AlertLabels, Counter> published;
    private final Timer latency;
    private final Timer age;
    private final Counter clamped;
    private final Map<Phase, Counter> deadLetters;

    public MicrometerMonitorMetrics(MeterRegistry registry) {
        this(registry, MOST_PARTNERSHIPS);
    }

    MicrometerMonitorMetrics(MeterRegistry registry, int mostPartnerships) {
        this.registry = registry;
        PartnershipLabels labels = new PartnershipLabels(mostPartnerships);
        partnerships = new PartnershipCounters(registry, labels);
        standing = new StandingGauges(registry, labels);
        inputs = each(Input.class, input -> counter(ARTICLE_INPUTS, tag(Label.INPUT, input)));
        clamped = counter(ARTICLE_TIMESTAMPS_CLAMPED, Tags.empty());
        irrelevant = each(Input.class, input -> counter(ANALYSIS_IRRELEVANT, tag(Label.INPUT, input)));
        analyses = each(Input.class, input -> counter(ANALYSIS_RESULTS, tag(Label.INPUT, input)));
        durations = each(Input.class, input -> timer(ANALYSIS_DURATION, tag(Label.INPUT, input), ANALYSIS_BUCKETS));
        newStories = counter(SIGNAL_STORIES, Tags.of(Label.STORY.id(), NEW));
        retellings = counter(SIGNAL_STORIES, Tags.of(Label.STORY.id(), RETELLING));
        sentimentPoints = counter(SIGNAL_SENTIMENT_POINTS, Tags.empty());
        published = publishedCounters();
        decisions = each(Decision.Reason.class, reason -> counter(ALERT_DECISIONS, tag(Label.REASON, reason)));
        latency = timer(ALERT_LATENCY, Tags.empty(), LATENCY_BUCKETS);
        age = timer(ALERT_AGE, Tags.empty(), AGE_BUCKETS);
        deadLetters = each(Phase.class, phase -> counter(DEAD_LETTERS, tag(Label.PHASE, phase)));
    }

    /** Sets the alert counters of these partnerships up at 0, so that their first alert shows as an increase. */
    public void watch(Collection<String> partnershipIds) {
        partnershipIds.forEach(partnerships::watch);
    }

    @Override
    public void analyzed(Input input, int partnershipsFound, Duration took) {
        inputs.get(input).increment();
        durations.get(input).record(took);
        if (partnershipsFound == 0) {
            irrelevant.get(input).increment();
        } else {
            analyses.get(input).increment(partnershipsFound);
        }
    }

    @Override
    public void decided(Decision decision) {
        decisions.get(decision.reason()).increment();
        decision.partnership().ifPresent(id -> partnerships.decided(id, decision.reason()));
    }

    @Override
    public void story(String partnership, boolean retelling) {
        (retelling ? retellings : newStories).increment();
        partnerships.story(partnership, retelling);
    }

    @Override
    public void sentiment(SentimentPoint point) {
        sentimentPoints.increment();
        partnerships.watch(point.partnership());
    }

    @Override
    public void stands(int partition, SentimentPoint point) {
        standing.show(partition, point);
    }

    @Override
    public void stands(int partition, StandingTerm term) {
        standing.show(partition, term);
    }

    @Override
    public void released(int partition) {
        standing.release(partition);
    }

    @Override
    public void published(Alert alert, Duration sinceInput) {
        published
                .get(new AlertLabels(alert.kind(), alert.severity(), alert.status()))
                .increment();
        partnerships.published(alert.partnership().id(), alert.kind());
        latency.record(atLeastZero(sinceInput));
        age.record(atLeastZero(Duration.between(alert.publishedAt(), alert.detectedAt())));
    }

    @Override
    public void timestampClamped() {
        clamped.increment();
    }

    @Override
    public void deadLetter(Phase phase) {
        deadLetters.get(phase).increment();
    }

    private static Duration atLeastZero(Duration duration) {
        return duration.isNegative() ? Duration.ZERO : duration;
    }

    private Map<AlertLabels, Counter> publishedCounters() {
        Map<AlertLabels, Counter> counters = new HashMap<>();
        for (AlertKind kind : AlertKind.values()) {
            for (Severity severity : Severity.values()) {
                for (AlertStatus status : AlertStatus.values()) {
                    AlertLabels labels = new AlertLabels(kind, severity, status);
                    counters.put(labels, counter(ALERT_PUBLISHED, labels.tags()));
                }
            }
        }
        return Map.copyOf(counters);
    }

    private Counter counter(MeterName name, Tags tags) {
        return Counter.builder(name.id())
                .description(name.description())
                .tags(tags)
                .register(registry);
    }

    private Timer timer(MeterName name, Tags tags, Duration[] buckets) {
        return Timer.builder(name.id())
                .description(name.description())
                .tags(tags)
                .serviceLevelObjectives(buckets)
                .register(registry);
    }

    private static <E extends Enum<E>, M> Map<E, M> each(Class<E> type, Function<E, M> meter) {
        Map<E, M> meters = new EnumMap<>(type);
        for (E constant : type.getEnumConstants()) {
            meters.put(constant, meter.apply(constant));
        }
        return meters;
    }

    private static Tags tag(Label label, Enum<?> value) {
        return Tags.of(label.id(), label(value));
    }

    /** The label value of a constant. */
    static String label(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }

    private static Duration[] buckets(long... microseconds) {
        return Arrays.stream(microseconds)
                .mapToObj(micros -> Duration.ofNanos(micros * 1_000))
                .toArray(Duration[]::new);
    }

    private record AlertLabels(AlertKind kind, Severity severity, AlertStatus status) {
        Tags tags() {
            return tag(Label.KIND, kind).and(tag(Label.SEVERITY, severity)).and(tag(Label.STATUS, status));
        }
    }
}
