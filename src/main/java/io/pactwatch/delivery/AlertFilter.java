package io.pactwatch.delivery;

import io.pactwatch.alert.Alert;
import io.pactwatch.alert.AlertKind;
import io.pactwatch.alert.Severity;
import io.pactwatch.config.DeliveryTarget;
import java.util.Objects;
import java.util.Set;

/**
 * Which alerts somebody wants.
 *
 * @param partnerships ids; empty for all
 * @param kinds empty for all
 * @param least the least severity
 */
public record AlertFilter(Set<String> partnerships, Set<AlertKind> kinds, Severity least) {
    public AlertFilter {
        partnerships = Set.copyOf(partnerships);
        kinds = Set.copyOf(kinds);
        Objects.requireNonNull(least, "least");
    }

    static AlertFilter of(DeliveryTarget.Filter filter) {
        return new AlertFilter(filter.partnerships(), filter.kinds(), filter.severity());
    }

    /** Whether the alert is wanted. */
    public boolean matches(Alert alert) {
        return (partnerships.isEmpty()
                        || partnerships.contains(alert.partnership().id()))
                && (kinds.isEmpty() || kinds.contains(alert.kind()))
                && alert.severity().compareTo(least) >= 0;
    }
}
