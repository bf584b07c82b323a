package io.pactwatch.metrics;

import static io.pactwatch.metrics.Samples.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.Meter;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import io.pactwatch.alert.AlertKind;
import io.pactwatch.analysis.Decision;
import io.pactwatch.contract.ClaimStatus;
import io.pactwatch.contract.TermValue;
import io.pactwatch.signal.TermKey;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The number of series is bounded and no text becomes a label, whatever comes in. */
class CardinalityTest {
    private static final Pattern LABEL = Pattern.compile("[a-z0-9_-]{0,100}|[A-Z]{3}");

    private final PrometheusMeterRegistry registry = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "Acme said on Monday that it ends the deal",
                "a\"} 1\npactwatch_dead_letters_total 99",
                "https://example.org/?q=<script>",
                "ACME",
                "-acme",
                "acm\u00e9",
                "_other"
            })
    void makesNoLabelOfATextThatIsNoId(String hostile) {
        MicrometerMonitorMetrics metrics = new MicrometerMonitorMetrics(registry);
        exercise(metrics, hostile, hostile);
        metrics.watch(List.of(hostile, "a".repeat(101)));

        assertThat(values("partnership")).containsExactly(PartnershipLabels.OTHER);
        assertThat(registry.scrape()).doesNotContain("Monday", "<script>", "total 99", "ACME");
    }

    @Test
    void boundsThePartnershipsAndCountsTheRestTogether() {
        MicrometerMonitorMetrics bounded = new MicrometerMonitorMetrics(registry, 3);

        IntStream.range(0, 10).forEach(i -> exercise(bounded, "p-" + i, "acme"));

        assertThat(values("partnership")).containsExactlyInAnyOrder("p-0", "p-1", "p-2", PartnershipLabels.OTHER);
        assertThat(registry.get("pactwatch.alert.partnership.published")
                        .tags("partnership", PartnershipLabels.OTHER, "kind", "term_change")
                        .counter()
                        .count())
                .isEqualTo(7);
        assertThat(registry.get("pactwatch.signal.sentiment.level").gauges()).hasSize(3);
    }

    @Test
    @Timeout(120)
    void standsTenThousandPartnershipsWithHostileTexts() {
        MicrometerMonitorMetrics metrics = new MicrometerMonitorMetrics(registry);
        int partnerships = MicrometerMonitorMetrics.MOST_PARTNERSHIPS;
        int without = registry.getMeters().size();

        metrics.watch(IntStream.range(0, partnerships).mapToObj(i -> "p-" + i).toList());
        IntStream.range(0, partnerships + 500).forEach(i -> exercise(metrics, "p-" + i, "payer \u2028\"{" + i));

        int kinds = AlertKind.values().length;
        int counted = kinds + 2 + Decision.Reason.values().length - 3;
        int gauges = 7 + 3;
        assertThat(registry.getMeters().size() - without).isEqualTo(partnerships * (counted + gauges) + counted);
        assertThat(registry.getMeters().stream()
                        .flatMap(meter -> meter.getId().getTags().stream())
                        .filter(tag -> !LABEL.matcher(tag.getValue()).matches()))
                .isEmpty();
        assertThat(values("payer")).containsExactly(PartnershipLabels.OTHER);
        assertThat(registry.scrape()).contains("partnership=\"p-9999\"").doesNotContain("p-10000", "payer \u2028");
    }

    /** Whatever is counted for a partnership, with texts where the inputs may hold any. */
    private static void exercise(MicrometerMonitorMetrics metrics, String partnership, String text) {
        metrics.sentiment(Samples.point(partnership, NOON, 0.5));
        metrics.stands(1, Samples.point(partnership, NOON, 0.5));
        metrics.story(partnership, false);
        metrics.decided(Samples.decision(Optional.of(partnership), Decision.Reason.NO_CHANGE));
        if (partnership.matches("[a-z0-9][a-z0-9-]*")) {
            metrics.published(Samples.alert(partnership), Duration.ZERO);
        }
        TermValue value = new TermValue.Percent(BigDecimal.TEN);
        metrics.stands(
                1,
                new StandingTerm(
                        partnership,
                        Set.of(),
                        new TermKey("REVENUE_SHARE", Optional.of(text), Optional.of(text)),
                        Optional.of(Samples.change(ClaimStatus.NEW, Optional.of(value), NOON))));
    }

    private List<String> values(String label) {
        return registry.getMeters().stream()
                .map(Meter::getId)
                .map(id -> id.getTag(label))
                .filter(Objects::nonNull)
                .distinct()
                .toList();
    }
}
