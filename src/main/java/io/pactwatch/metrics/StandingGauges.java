package io.pactwatch.metrics;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import io.pactwatch.metrics.MeterName.Label;
import io.pactwatch.signal.SentimentPoint;
import io.pactwatch.signal.TermKey;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Where the partnerships of this instance stand, as gauges: tone and contract terms. The gauges of a partnership go when its
 * partition goes, so that of several instances only the one that processes a partnership shows it. Thread-safe.
 */
final class StandingGauges {
    /** Contract terms of one partnership that have gauges; further ones are in the ledger only. */
    static final int MOST_TERMS = 200;

    private final MeterRegistry registry;
    private final PartnershipLabels labels;
    private final Map<Integer, Map<String, Partnership>> byPartition = new HashMap<>();

    StandingGauges(MeterRegistry registry, PartnershipLabels labels) {
        this.registry = registry;
        this.labels = labels;
    }

    /** Gauges of one partnership. */
    private static final class Partnership {
        private Optional<SentimentGauges> sentiment = Optional.empty();
        private final Map<Tags, TermGauges> terms = new HashMap<>();

        void remove() {
            sentiment.ifPresent(SentimentGauges::remove);
            terms.values().forEach(TermGauges::remove);
        }
    }

    synchronized void show(int partition, SentimentPoint point) {
        of(partition, point.partnership()).ifPresent(partnership -> {
            if (partnership.sentiment.isEmpty()) {
                partnership.sentiment = Optional.of(new SentimentGauges(registry, point));
            }
            partnership.sentiment.get().show(point);
        });
    }

    synchronized void show(int partition, StandingTerm term) {
        of(partition, term.partnership()).ifPresent(partnership -> {
            Tags tags = tags(term);
            if (partnership.terms.containsKey(tags) || partnership.terms.size() < MOST_TERMS) {
                partnership
                        .terms
                        .computeIfAbsent(tags, each -> new TermGauges(registry, each))
                        .show(term.key().scope().orElse(""), term.inForce());
            }
        });
    }

    /** Takes off what the partition showed. */
    synchronized void release(int partition) {
        Optional.ofNullable(byPartition.remove(partition))
                .ifPresent(shown -> shown.values().forEach(Partnership::remove));
    }

    private Optional<Partnership> of(int partition, String id) {
        return labels.of(id).equals(PartnershipLabels.OTHER)
                ? Optional.empty()
                : Optional.of(byPartition
                        .computeIfAbsent(partition, each -> new HashMap<>())
                        .computeIfAbsent(id, each -> new Partnership()));
    }

    private static Tags tags(StandingTerm term) {
        TermKey key = term.key();
        String payer = key.payer()
                .map(id -> term.parties().contains(id) ? id : PartnershipLabels.OTHER)
                .orElse("");
        return Tags.of(
                Label.PARTNERSHIP.id(), term.partnership(),
                Label.TERM.id(), key.term().toLowerCase(Locale.ROOT),
                Label.PAYER.id(), payer);
    }
}
