package io.pactwatch.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.pactwatch.alert.AlertStatus;
import io.pactwatch.alert.Severity;
import io.pactwatch.config.DeliveryTarget;
import io.pactwatch.config.SecretSource;
import io.pactwatch.serde.Json;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class AlertmanagerOutputTest {
    private static final Instant DETECTED = SampleAlerts.of("a-1").detectedAt();
    private static final Instant NOW = DETECTED.plusSeconds(2);
    private static final Duration LIFETIME = DeliveryTarget.Timing.DEFAULTS.lifetime();

    private final AlertmanagerOutput output = output(DeliveryTarget.Filter.ALL);

    @Test
    void givesLabelsOfFewValuesAndTellsTheRestInAnnotations() {
        JsonNode alert = post(SampleAlerts.of("a-1").message()).get(0);

        assertThat(alert.path("labels"))
                .isEqualTo(Json.read(
                        """
                        {"alert_id": "a-1", "alertname": "PactwatchTermChange", "kind": "term_change",
                         "partnership": "acme-globex", "severity": "warning", "term": "REVENUE_SHARE"}
                        """
                                .getBytes(StandardCharsets.UTF_8),
                        JsonNode.class));
        assertThat(alert.path("annotations"))
                .isEqualTo(Json.read(
                        """
                        {"summary": "Acme / Globex: revenue share changed",
                         "description": "The change is stated on the record by a party.",
                         "change": "20% -> 25%", "quote": "\\"Acme will pay 25 percent\\"",
                         "source": "Harbor Daily", "link": "https://example.org/a-1",
                         "roots": "1 independent source: harbor daily", "stage": "ANNOUNCED", "status": "OPEN",
                         "published_at": "2026-03-02T12:00:00Z"}
                        """
                                .getBytes(StandardCharsets.UTF_8),
                        JsonNode.class));
        assertThat(alert.path("startsAt").asText()).isEqualTo(DETECTED.toString());
        assertThat(alert.path("endsAt").asText()).isEqualTo(NOW.plus(LIFETIME).toString());
        assertThat(alert.path("generatorURL").asText()).isEqualTo("http://c/#/p/acme-globex");
    }

    @Test
    void isOpenForItsLifetimeHoweverLongItWasHeldBack() {
        Payload payload = output.next(SampleAlerts.of("a-1").message(), NOW).orElseThrow();

        Instant later = NOW.plus(Duration.ofDays(30));
        assertThat(json(payload, later).get(0).path("endsAt").asText())
                .isEqualTo(later.plus(LIFETIME).toString());
    }

    @Test
    void endsWhatIsResolvedOrRetracted() {
        for (AlertStatus status : List.of(AlertStatus.RESOLVED, AlertStatus.RETRACTED)) {
            post(SampleAlerts.of("a-1").message());
            Instant over = DETECTED.plusSeconds(1);
            JsonNode body =
                    post(SampleAlerts.of("a-1").with(status).detected(over).message());

            assertThat(body).hasSize(1);
            assertThat(body.get(0).path("startsAt").asText()).isEqualTo(DETECTED.toString());
            assertThat(body.get(0).path("endsAt").asText()).isEqualTo(over.toString());
            assertThat(output.due(NOW)).isEmpty();
            output.forget(Set.of(SampleAlerts.PARTITION));
        }
    }

    @Test
    void keepsTheBeginningOfAnAlertThatIsUpdated() {
        post(SampleAlerts.of("a-1").message());
        JsonNode body = post(
                SampleAlerts.of("a-1").with(AlertStatus.UPDATED).detected(NOW).message());

        assertThat(body).hasSize(1);
        assertThat(body.get(0).path("startsAt").asText()).isEqualTo(DETECTED.toString());
    }

    @Test
    void endsTheOldIdentityWhenTheSeverityRises() {
        post(SampleAlerts.of("a-1").message());
        JsonNode body = post(SampleAlerts.of("a-1").with(Severity.CRITICAL).message());

        assertThat(body).hasSize(2);
        assertThat(body.get(0).at("/labels/severity").asText()).isEqualTo("warning");
        assertThat(body.get(0).path("endsAt").asText()).isEqualTo(NOW.toString());
        assertThat(body.get(1).at("/labels/severity").asText()).isEqualTo("critical");
        assertThat(json(output.due(NOW).get(0), NOW)).hasSize(1);
    }

    @Test
    void endsWhatTheFilterNoLongerLetsThroughAndWhatIsDeleted() {
        AlertmanagerOutput filtered =
                output(new DeliveryTarget.Filter(Set.of("acme-globex"), Set.of(), Severity.WARNING, false, false));
        assertThat(filtered.next(SampleAlerts.of("a-1").with(Severity.INFO).message(), NOW))
                .isEmpty();
        assertThat(filtered.next(SampleAlerts.of("a-1").message(), NOW)).isPresent();

        Payload lowered = filtered.next(
                        SampleAlerts.of("a-1").with(Severity.INFO).message(), NOW)
                .orElseThrow();
        assertThat(json(lowered, NOW).get(0).path("endsAt").asText()).isEqualTo(NOW.toString());

        post(SampleAlerts.of("a-1").message());
        assertThat(post(SampleAlerts.deleted("a-1")).get(0).path("endsAt").asText())
                .isEqualTo(NOW.toString());
        assertThat(output.next(SampleAlerts.deleted("never-seen"), NOW)).isEmpty();
    }

    @Test
    void keepsHistoricalAlertsBackUnlessWanted() {
        AlertmanagerOutput all = output(new DeliveryTarget.Filter(Set.of(), Set.of(), Severity.INFO, true, false));

        assertThat(output.next(SampleAlerts.of("a-1").historical(), NOW)).isEmpty();
        assertThat(all.next(SampleAlerts.of("a-1").historical(), NOW)).isPresent();
    }

    @Test
    void sendsWhatIsOpenAgainAtIntervalsUntilItsLifetimeIsOver() {
        for (int i = 0; i < 100; i++) {
            post(SampleAlerts.of("a-" + i).message());
        }
        assertThat(output.due(NOW).stream().mapToInt(each -> json(each, NOW).size()))
                .containsExactly(64, 36);
        assertThat(output.due(NOW.plusSeconds(59))).isEmpty();
        assertThat(output.due(NOW.plusSeconds(60))).hasSize(2);
        assertThat(output.due(NOW.plus(LIFETIME))).isEmpty();
    }

    @Test
    void remembersWhatWasDeliveredBeforeARestart() {
        output.restore(SampleAlerts.of("open").message(), NOW);
        output.restore(SampleAlerts.of("closed").message(), NOW);
        output.restore(SampleAlerts.of("closed").with(AlertStatus.RETRACTED).message(), NOW);
        output.restore(SampleAlerts.of("expired").detected(NOW.minus(LIFETIME)).message(), NOW);

        List<Payload> again = output.due(NOW);
        assertThat(again).hasSize(1);
        assertThat(json(again.get(0), NOW)).hasSize(1);
        assertThat(json(again.get(0), NOW).get(0).at("/labels/alert_id").asText())
                .isEqualTo("open");

        output.forget(Set.of(SampleAlerts.PARTITION));
        assertThat(output.due(NOW)).isEmpty();
    }

    @Test
    void remembersABoundedNumber() {
        AlertMessage first = SampleAlerts.of("first").message();
        post(first);
        for (int i = 0; i < AlertmanagerOutput.MOST_OPEN; i++) {
            post(SampleAlerts.of("a-" + i).message());
        }
        assertThat(output.due(NOW).stream()
                        .mapToInt(each -> json(each, NOW).size())
                        .sum())
                .isEqualTo(AlertmanagerOutput.MOST_OPEN);
    }

    private JsonNode post(AlertMessage message) {
        return json(output.next(message, NOW).orElseThrow(), NOW);
    }

    private static JsonNode json(Payload payload, Instant attempt) {
        return Json.read(payload.body().apply(attempt), JsonNode.class);
    }

    private static AlertmanagerOutput output(DeliveryTarget.Filter filter) {
        DeliveryTarget target = new DeliveryTarget(
                "am",
                DeliveryTarget.Type.ALERTMANAGER,
                new SecretSource(SecretSource.Kind.VALUE, "http://localhost:9093"),
                Optional.empty(),
                Optional.empty(),
                Map.of(),
                filter,
                DeliveryTarget.Timing.DEFAULTS);
        return new AlertmanagerOutput(target, new ConsoleLinks("http://c"));
    }
}
