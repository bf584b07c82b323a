package io.pactwatch.metrics;

import io.micrometer.core.instrument.MeterRegistry;
import io.pactwatch.alert.Alert;
import io.pactwatch.alert.AlertKind;
import io.pactwatch.alert.AlertStatus;
import io.pactwatch.alert.Severity;
import io.pactwatch.analysis.Decision;
import io.pactwatch.analysis.model.CachedModel;
import io.pactwatch.analysis.model.Models;
import io.pactwatch.analysis.model.Passage;
import io.pactwatch.analysis.model.PassageModel;
import io.pactwatch.analysis.model.PassageReading;
import io.pactwatch.analysis.model.Tier;
import io.pactwatch.analysis.text.Span;
import io.pactwatch.article.PartnershipRef;
import io.pactwatch.contract.ClaimStatus;
import io.pactwatch.contract.Stage;
import io.pactwatch.contract.TermValue;
import io.pactwatch.signal.Citation;
import io.pactwatch.signal.LedgerChange;
import io.pactwatch.signal.Root;
import io.pactwatch.signal.SentimentPoint;
import io.pactwatch.signal.TermKey;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Records to count, with fixed times. */
final class Samples {
    static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");

    private Samples() {}

    static SentimentPoint point(String partnership, Instant at, double level) {
        return new SentimentPoint(partnership, "story-1", at, level, 0.25, 0.5, 1.5, 3.5, 5.0);
    }

    static Alert alert(String partnership) {
        Citation quote = new Citation(
                "a-1", Optional.empty(), Optional.of("Example Wire"), NOON, "en", "ends its exclusivity", 10, 30);
        return new Alert(
                "alert-1",
                AlertKind.TERM_CHANGE,
                AlertStatus.OPEN,
                Severity.WARNING,
                new PartnershipRef(partnership, "Acme / Globex", List.of("Acme", "Globex")),
                "Exclusivity ends",
                "Acme ends the exclusivity of Globex",
                Optional.of(new Alert.Term("COMPUTE_EXCLUSIVITY", Optional.empty(), Optional.empty())),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.of(Stage.ANNOUNCED),
                Optional.empty(),
                Optional.empty(),
                NOON,
                NOON.plusSeconds(3),
                List.of(new Root("example wire", List.of("Example Wire"), false)),
                List.of(quote),
                List.of("STATUS_ENDED"),
                false,
                List.of(),
                Alert.SCHEMA_VERSION);
    }

    static Decision decision(Optional<String> partnership, Decision.Reason reason) {
        return new Decision("a-1", partnership, reason, "said for people", NOON);
    }

    /** A term of Acme and Globex, paid by Acme. */
    static StandingTerm term(String partnership, String term, TermValue value) {
        return new StandingTerm(
                partnership,
                Set.of("acme", "globex"),
                new TermKey(term, Optional.empty(), Optional.of("acme")),
                Optional.of(change(ClaimStatus.CHANGED, Optional.of(value), NOON)));
    }

    static LedgerChange change(ClaimStatus status, Optional<TermValue> value, Instant validFrom) {
        return new LedgerChange(
                status,
                value,
                validFrom,
                NOON,
                NOON,
                Stage.ANNOUNCED,
                List.of(new Root("example wire", List.of("Example Wire"), false)),
                List.of(),
                Optional.empty(),
                Optional.empty(),
                Optional.of(NOON),
                List.of());
    }

    /** Binds the meters of a model that was read once and then again. */
    static void exercise(MeterRegistry registry) {
        CachedModel model = new CachedModel(new SilentModel(), 10);
        Passage passage = new Passage("Acme pays.", new Span(0, 10), List.of(), List.of(), "en");
        model.read(List.of(passage));
        model.read(List.of(passage));
        ModelMetrics.bind(new Models.Loaded(Tier.ACCURATE, Optional.of(model), Optional.empty()), registry);
    }

    /** Knows nothing. */
    private static final class SilentModel implements PassageModel {
        @Override
        public Tier tier() {
            return Tier.ACCURATE;
        }

        @Override
        public Set<String> terms() {
            return Set.of();
        }

        @Override
        public List<PassageReading> read(List<Passage> passages) {
            return passages.stream().map(passage -> PassageReading.UNKNOWN).toList();
        }
    }

    /** Calls every method of the metrics of a target. */
    static void exercise(DeliveryMetrics metrics) {
        metrics.sent();
        metrics.filtered();
        metrics.failed(DeliveryMetrics.Failure.SERVER);
        metrics.pending(3);
    }

    /** Calls every method of the metrics at least once. */
    static void exercise(MonitorMetrics metrics) {
        metrics.analyzed(MonitorMetrics.Input.ARTICLE, 2, Duration.ofMillis(3));
        metrics.analyzed(MonitorMetrics.Input.EVENT, 0, Duration.ofMillis(1));
        metrics.decided(decision(Optional.of("acme-globex"), Decision.Reason.RETELLING));
        metrics.story("acme-globex", false);
        metrics.story("acme-globex", true);
        metrics.sentiment(point("acme-globex", NOON, -0.5));
        metrics.released(1);
        metrics.stands(0, point("acme-globex", NOON, -0.5));
        metrics.stands(0, term("acme-globex", "EQUITY_STAKE", new TermValue.Percent(BigDecimal.valueOf(27))));
        metrics.stands(0, term("acme-globex", "PROFIT_CAP", new TermValue.Multiple(BigDecimal.valueOf(100))));
        metrics.stands(0, term("acme-globex", "INVESTMENT", new TermValue.Money(BigDecimal.valueOf(13e9), "USD")));
        metrics.stands(0, term("acme-globex", "TERM_EXPIRY", new TermValue.Until("2032")));
        metrics.published(alert("acme-globex"), Duration.ofMillis(120));
        metrics.timestampClamped();
        metrics.deadLetter(MonitorMetrics.Phase.PROCESSING);
    }
}
