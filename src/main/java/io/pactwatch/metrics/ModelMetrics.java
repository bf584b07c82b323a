package io.pactwatch.metrics;

import static io.pactwatch.metrics.MeterName.ANALYSIS_PASSAGES;
import static io.pactwatch.metrics.MeterName.ANALYSIS_TIER;

import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.pactwatch.analysis.model.CachedModel;
import io.pactwatch.analysis.model.Models;
import io.pactwatch.analysis.model.Tier;
import io.pactwatch.metrics.MeterName.Label;
import java.util.Optional;
import java.util.function.ToDoubleFunction;

/** Shows in which tier sentences are read, and what the model of that tier has read. Without a model its counters stay at 0. */
public final class ModelMetrics {
    private ModelMetrics() {}

    /** Registers the meters; the registry must not have them yet. */
    public static void bind(Models.Loaded loaded, MeterRegistry registry) {
        for (Tier tier : Tier.values()) {
            Gauge.builder(ANALYSIS_TIER.id(), () -> loaded.tier() == tier ? 1 : 0)
                    .description(ANALYSIS_TIER.description())
                    .tag(Label.TIER.id(), tier.label())
                    .strongReference(true)
                    .register(registry);
        }
        counter("fresh", loaded.model(), CachedModel::misses, registry);
        counter("kept", loaded.model(), CachedModel::hits, registry);
    }

    private static void counter(
            String reading, Optional<CachedModel> model, ToDoubleFunction<CachedModel> count, MeterRegistry registry) {
        FunctionCounter.builder(ANALYSIS_PASSAGES.id(), model, read -> read.map(count::applyAsDouble)
                        .orElse(0.0))
                .description(ANALYSIS_PASSAGES.description())
                .tag(Label.READING.id(), reading)
                .register(registry);
    }
}
