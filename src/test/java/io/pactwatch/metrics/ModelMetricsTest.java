package io.pactwatch.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.pactwatch.analysis.model.Models;
import io.pactwatch.analysis.model.Tier;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ModelMetricsTest {
    private final MeterRegistry registry = new SimpleMeterRegistry();

    @Test
    void tellsTheTierAndWhatItsModelHasRead() {
        Samples.exercise(registry);

        assertThat(tier("accurate")).isEqualTo(1);
        assertThat(tier("fast")).isZero();
        assertThat(passages("fresh")).isEqualTo(1);
        assertThat(passages("kept")).isEqualTo(1);
    }

    @Test
    void countsNothingWithoutAModel() {
        ModelMetrics.bind(new Models.Loaded(Tier.FAST, Optional.empty(), Optional.of("no library")), registry);

        assertThat(tier("fast")).isEqualTo(1);
        assertThat(tier("accurate")).isZero();
        assertThat(passages("fresh") + passages("kept")).isZero();
    }

    private double tier(String tier) {
        return registry.get("pactwatch.analysis.tier").tag("tier", tier).gauge().value();
    }

    private double passages(String reading) {
        return registry.get("pactwatch.analysis.passages")
                .tag("reading", reading)
                .functionCounter()
                .count();
    }
}
