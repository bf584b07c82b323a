package io.pactwatch.metrics;

import static io.pactwatch.metrics.Samples.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.Tag;
import io.micrometer.core.instrument.Timer;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import io.pactwatch.alert.AlertKind;
import io.pactwatch.alert.AlertStatus;
import io.pactwatch.alert.Severity;
import io.pactwatch.analysis.Decision.Reason;
import io.pactwatch.metrics.MonitorMetrics.Input;
import io.pactwatch.metrics.MonitorMetrics.Phase;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class MicrometerMonitorMetricsTest {
    private final SimpleMeterRegistry registry = new SimpleMeterRegistry();
    private final MicrometerMonitorMetrics metrics = new MicrometerMonitorMetrics(registry);

    @Test
    void countsInputsByKind() {
        metrics.analyzed(Input.ARTICLE, 1, Duration.ofMillis(1));
        metrics.analyzed(Input.ARTICLE, 0, Duration.ofMillis(1));

        assertThat(count("pactwatch.article.inputs", "input", "article")).isEqualTo(2);
        assertThat(count("pactwatch.article.inputs", "input", "event")).isZero();
    }

    @Test
    void countsFutureTimesThatWereSetBack() {
        metrics.timestampClamped();

        assertThat(count("pactwatch.article.timestamps.clamped")).isEqualTo(1);
    }

    @Test
    void countsInputsAboutNoPartnershipAsIrrelevant() {
        metrics.analyzed(Input.EVENT, 0, Duration.ofMillis(1));
        metrics.analyzed(Input.EVENT, 3, Duration.ofMillis(1));

        assertThat(count("pactwatch.analysis.irrelevant", "input", "event")).isEqualTo(1);
    }

    @Test
    void countsOneAnalysisForEachPartnership() {
        metrics.analyzed(Input.ARTICLE, 3, Duration.ofMillis(1));
        metrics.analyzed(Input.ARTICLE, 0, Duration.ofMillis(1));

        assertThat(count("pactwatch.analysis.results", "input", "article")).isEqualTo(3);
    }

    @Test
    void timesTheAnalysis() {
        metrics.analyzed(Input.ARTICLE, 1, Duration.ofMillis(30));

        Timer timer = registry.get("pactwatch.analysis.duration")
                .tag("input", "article")
                .timer();
        assertThat(timer.totalTime(TimeUnit.MILLISECONDS)).isEqualTo(30);
        assertThat(timer.takeSnapshot().histogramCounts()).hasSize(14);
    }

    @Test
    void tellsNewStoriesFromRetellings() {
        metrics.story(true);
        metrics.story(true);
        metrics.story(false);

        assertThat(count("pactwatch.signal.stories", "story", "retelling")).isEqualTo(2);
        assertThat(count("pactwatch.signal.stories", "story", "new")).isEqualTo(1);
    }

    @Test
    void countsSentimentPoints() {
        metrics.sentiment(Samples.point("acme-globex", NOON, 0.5));
        metrics.sentiment(Samples.point("acme-globex", NOON, 0.6));

        assertThat(count("pactwatch.signal.sentiment.points")).isEqualTo(2);
    }

    @Test
    void showsTheLatestPointOfAPartnership() {
        metrics.sentiment(Samples.point("acme-globex", NOON, -0.5));

        assertThat(gauge("level")).isEqualTo(-0.5);
        assertThat(gauge("baseline")).isEqualTo(0.25);
        assertThat(gauge("scale")).isEqualTo(0.5);
        assertThat(gauge("statistic", "side", "up")).isEqualTo(1.5);
        assertThat(gauge("statistic", "side", "down")).isEqualTo(3.5);
        assertThat(gauge("threshold")).isEqualTo(5.0);
        assertThat(gauge("time")).isEqualTo(NOON.getEpochSecond());
    }

    @Test
    void replacesAPointByOneOfTheSameOrALaterTimeOnly() {
        metrics.sentiment(Samples.point("acme-globex", NOON, 0.1));
        metrics.sentiment(Samples.point("acme-globex", NOON, 0.2));
        assertThat(gauge("level")).isEqualTo(0.2);

        metrics.sentiment(Samples.point("acme-globex", NOON.minusSeconds(1), 0.3));
        assertThat(gauge("level")).isEqualTo(0.2);

        metrics.sentiment(Samples.point("acme-globex", NOON.plusSeconds(1), 0.4));
        assertThat(gauge("level")).isEqualTo(0.4);
    }

    @Test
    void keepsTheSeriesOfPartnershipsApart() {
        metrics.sentiment(Samples.point("initech-hooli", NOON, 0.9));
        metrics.sentiment(Samples.point("acme-globex", NOON, -0.9));

        assertThat(gauge("level")).isEqualTo(-0.9);
    }

    @Test
    void countsAlertsByKindSeverityAndStatus() {
        metrics.published(Samples.alert("acme-globex"), Duration.ofSeconds(1));

        assertThat(count("pactwatch.alert.published", "kind", "term_change", "severity", "warning", "status", "open"))
                .isEqualTo(1);
        assertThat(registry.get("pactwatch.alert.published").counters().stream()
                        .mapToDouble(Counter::count)
                        .sum())
                .isEqualTo(1);
    }

    @Test
    void countsAlertsByPartnership() {
        metrics.published(Samples.alert("acme-globex"), Duration.ofSeconds(1));

        assertThat(count("pactwatch.alert.partnership.published", "partnership", "acme-globex"))
                .isEqualTo(1);
    }

    @Test
    void startsTheAlertsOfAWatchedPartnershipAtZero() {
        metrics.watch(List.of("acme-globex"));

        assertThat(count("pactwatch.alert.partnership.published", "partnership", "acme-globex"))
                .isZero();
    }

    @Test
    void timesFromInputToAlertAndTakesANegativeTimeForZero() {
        metrics.published(Samples.alert("acme-globex"), Duration.ofSeconds(2));
        metrics.published(Samples.alert("acme-globex"), Duration.ofSeconds(-5));

        Timer timer = registry.get("pactwatch.alert.latency").timer();
        assertThat(timer.count()).isEqualTo(2);
        assertThat(timer.totalTime(TimeUnit.SECONDS)).isEqualTo(2);
    }

    @ParameterizedTest
    @EnumSource
    void countsDecisionsByReason(Reason reason) {
        metrics.decided(reason);

        assertThat(count("pactwatch.alert.decisions", "reason", MicrometerMonitorMetrics.label(reason)))
                .isEqualTo(1);
    }

    @ParameterizedTest
    @EnumSource
    void countsDeadLettersByPhase(Phase phase) {
        metrics.deadLetter(phase);

        assertThat(count("pactwatch.dead.letters", "phase", MicrometerMonitorMetrics.label(phase)))
                .isEqualTo(1);
    }

    @Test
    void startsEveryCounterOfAnEnumAtZero() {
        List<Counter> counters = registry.getMeters().stream()
                .filter(Counter.class::isInstance)
                .map(Counter.class::cast)
                .toList();

        int alerts = AlertKind.values().length * Severity.values().length * AlertStatus.values().length;
        int inputs = 3 * Input.values().length;
        int others = 1 + 2 + 1;
        assertThat(counters).hasSize(alerts + inputs + others + Reason.values().length + Phase.values().length);
        assertThat(counters).allSatisfy(counter -> assertThat(counter.count()).isZero());
    }

    @Test
    void registersExactlyTheNamesLabelsAndMeaningsThatAreListed() {
        PrometheusMeterRegistry prometheus = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
        Samples.exercise(new MicrometerMonitorMetrics(prometheus));
        Samples.exercise(new DeliveryMetrics(prometheus, "team"));
        Samples.exercise(prometheus);

        assertThat(prometheus.getMeters().stream()
                        .map(meter -> meter.getId().getName())
                        .distinct())
                .containsExactlyInAnyOrderElementsOf(
                        Arrays.stream(MeterName.values()).map(MeterName::id).toList());
        for (MeterName name : MeterName.values()) {
            List<String> labels =
                    name.labels().stream().map(MeterName.Label::id).sorted().toList();
            assertThat(prometheus.get(name.id()).meters()).allSatisfy(meter -> {
                assertThat(meter.getId().getDescription()).isEqualTo(name.description());
                assertThat(meter.getId().getTags().stream().map(Tag::getKey)).containsExactlyElementsOf(labels);
            });
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "Acme said on Monday that it ends the deal",
                "a\"} 1\npactwatch_dead_letters_total 99",
                "https://example.org/?q=<script>",
                "ACME",
                "-acme",
                "acmé",
                "_other"
            })
    void makesNoLabelOfATextThatIsNoId(String hostile) {
        metrics.sentiment(Samples.point(hostile, NOON, 0.5));
        metrics.watch(List.of(hostile, "a".repeat(101)));

        assertThat(partnerships()).containsExactly(PartnershipLabels.OTHER);
    }

    @Test
    void boundsThePartnershipsAndCountsTheRestTogether() {
        MicrometerMonitorMetrics bounded = new MicrometerMonitorMetrics(registry, 3);

        IntStream.range(0, 10).forEach(i -> bounded.sentiment(Samples.point("p-" + i, NOON, 0.5)));
        IntStream.range(0, 10).forEach(i -> bounded.published(Samples.alert("p-" + i), Duration.ZERO));

        assertThat(partnerships()).containsExactlyInAnyOrder("p-0", "p-1", "p-2", PartnershipLabels.OTHER);
        assertThat(count("pactwatch.alert.partnership.published", "partnership", PartnershipLabels.OTHER))
                .isEqualTo(7);
    }

    @Test
    void losesNothingWhenThreadsCountTogether() {
        IntStream.range(0, 4_000).parallel().forEach(i -> {
            metrics.published(Samples.alert("p-" + i % 5), Duration.ZERO);
            metrics.sentiment(Samples.point("p-" + i % 5, NOON.plusSeconds(i), i));
        });

        assertThat(count("pactwatch.alert.partnership.published", "partnership", "p-3"))
                .isEqualTo(800);
        assertThat(registry.get("pactwatch.signal.sentiment.level")
                        .tag("partnership", "p-4")
                        .gauge()
                        .value())
                .isEqualTo(3_999);
    }

    private List<String> partnerships() {
        return registry.getMeters().stream()
                .map(Meter::getId)
                .map(id -> id.getTag("partnership"))
                .filter(Objects::nonNull)
                .distinct()
                .toList();
    }

    private double count(String name, String... tags) {
        return registry.get(name).tags(tags).counter().count();
    }

    private double gauge(String name, String... tags) {
        return registry.get("pactwatch.signal.sentiment." + name)
                .tag("partnership", "acme-globex")
                .tags(tags)
                .gauge()
                .value();
    }
}
