package io.pactwatch.metrics;

import static io.pactwatch.metrics.MeterName.SIGNAL_TERM_AMOUNT;
import static io.pactwatch.metrics.MeterName.SIGNAL_TERM_EXPIRY;
import static io.pactwatch.metrics.MeterName.SIGNAL_TERM_IN_FORCE;
import static io.pactwatch.metrics.MeterName.SIGNAL_TERM_MULTIPLE;
import static io.pactwatch.metrics.MeterName.SIGNAL_TERM_PERCENT;
import static io.pactwatch.metrics.MeterName.SIGNAL_TERM_SINCE;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import io.pactwatch.contract.TermValue;
import io.pactwatch.metrics.MeterName.Label;
import io.pactwatch.signal.LedgerChange;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * One contract term of one partnership as gauges. Lines that differ by scope alone, which is text and no label, share them:
 * the one whose value is the latest is shown. Not thread-safe.
 */
final class TermGauges {
    private static final String SECONDS = "seconds";
    private static final Comparator<LedgerChange> LATEST =
            Comparator.comparing(LedgerChange::validFrom).thenComparing(LedgerChange::lastReported);

    private final MeterRegistry registry;
    private final Tags tags;
    private final Map<String, LedgerChange> byScope = new TreeMap<>();
    private final List<Meter> meters = new ArrayList<>();
    private Optional<LedgerChange> shown = Optional.empty();

    TermGauges(MeterRegistry registry, Tags tags) {
        this.registry = registry;
        this.tags = tags;
    }

    /** Shows what is in force of a scope; nothing where nothing is known. */
    void show(String scope, Optional<LedgerChange> inForce) {
        inForce.ifPresentOrElse(change -> byScope.put(scope, change), () -> byScope.remove(scope));
        Optional<LedgerChange> latest = byScope.values().stream().max(LATEST);
        if (!latest.equals(shown)) {
            remove();
            latest.ifPresent(this::register);
            shown = latest;
        }
    }

    /** Takes the gauges off the registry. */
    void remove() {
        meters.forEach(registry::remove);
        meters.clear();
    }

    private void register(LedgerChange change) {
        boolean stands = StandingTerm.stands(change);
        gauge(SIGNAL_TERM_IN_FORCE, tags, stands ? 1 : 0, Optional.empty());
        gauge(SIGNAL_TERM_SINCE, tags, change.validFrom().toEpochMilli() / 1000.0, Optional.of(SECONDS));
        if (stands) {
            change.value().ifPresent(this::number);
        }
    }

    private void number(TermValue value) {
        if (value instanceof TermValue.Percent percent) {
            gauge(SIGNAL_TERM_PERCENT, tags, percent.percent().doubleValue(), Optional.empty());
        } else if (value instanceof TermValue.Multiple multiple) {
            gauge(SIGNAL_TERM_MULTIPLE, tags, multiple.multiple().doubleValue(), Optional.empty());
        } else if (value instanceof TermValue.Money money) {
            Tags currency = tags.and(Label.CURRENCY.id(), money.currency());
            gauge(SIGNAL_TERM_AMOUNT, currency, money.amount().doubleValue(), Optional.empty());
        } else if (value instanceof TermValue.Until until) {
            TermEnd.of(until)
                    .ifPresent(end -> gauge(SIGNAL_TERM_EXPIRY, tags, end.getEpochSecond(), Optional.of(SECONDS)));
        }
    }

    private void gauge(MeterName name, Tags labels, double value, Optional<String> unit) {
        Gauge.Builder<Double> gauge = Gauge.builder(name.id(), value, Double::doubleValue)
                .description(name.description())
                .tags(labels)
                .strongReference(true);
        unit.ifPresent(gauge::baseUnit);
        meters.add(gauge.register(registry));
    }
}
