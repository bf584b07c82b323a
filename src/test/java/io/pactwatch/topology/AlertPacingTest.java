package io.pactwatch.topology;

import static io.pactwatch.testing.Messages.TIME;
import static io.pactwatch.testing.Messages.article;
import static io.pactwatch.testing.Messages.bytes;
import static io.pactwatch.testing.Messages.investment;
import static org.assertj.core.api.Assertions.assertThat;

import io.pactwatch.alert.Alert;
import io.pactwatch.alert.AlertKind;
import io.pactwatch.alert.AlertSettings;
import io.pactwatch.alert.AlertStatus;
import io.pactwatch.alert.Severity;
import io.pactwatch.analysis.Decision;
import io.pactwatch.analysis.Decision.Reason;
import io.pactwatch.signal.LedgerSource;
import io.pactwatch.testing.Messages;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** How often people are told: surge, budget, cool-down, embargo and backfill, through the whole topology. */
class AlertPacingTest {
    private static final int BUDGET = 3;

    private final List<Alert> alerts = new ArrayList<>();
    private final List<Decision> decisions = new ArrayList<>();
    private final List<Backtest.DeadLetter> deadLetters = new ArrayList<>();
    private final Instant now = Instant.now().truncatedTo(ChronoUnit.SECONDS);
    private Backtest backtest;
    private Backtest.Sink sink;

    @BeforeEach
    void start() {
        AlertSettings defaults = AlertSettings.DEFAULTS;
        AlertSettings settings = new AlertSettings(
                defaults.termCoolDown(),
                defaults.negotiationCoolDown(),
                defaults.shiftCoolDown(),
                BUDGET,
                defaults.historicalAfter(),
                defaults.longestEmbargo());
        backtest = new Backtest(Messages.FAST.withAlert(settings), List.of(Messages.partnership("acme", "globex")));
        sink = new Backtest.Sink(alerts::add, line -> {}, point -> {}, decisions::add, deadLetters::add);
    }

    @AfterEach
    void stop() {
        backtest.close();
    }

    @Test
    void aThousandArticlesOnTwoFactsAreAtMostThreeAlertsAndEveryArticleHasAnOutcome() {
        int articles = 1_000;
        for (int i = 0; i < articles; i++) {
            send(article("a" + i, investment("Acme", "Globex", 3 + i % 2), TIME.plusSeconds(30L * i))
                    .put("source", "Outlet " + i % 40));
        }
        assertThat(alerts.stream().map(Alert::id).collect(Collectors.toSet())).hasSizeLessThanOrEqualTo(3);
        assertThat(alerts.size())
                .as("two alerts, updated by each of the %d roots that are kept", LedgerSource.MAX_SOURCES)
                .isLessThanOrEqualTo(2 * LedgerSource.MAX_SOURCES + 1);
        assertThat(deadLetters).isEmpty();
        long decided = decisions.stream().map(Decision::inputId).distinct().count();
        assertThat(decided).isGreaterThan(articles - alerts.size()).isLessThanOrEqualTo(articles);
    }

    @Test
    void beyondTheBudgetAlertsGoIntoTheDigestOfTheDayAndCriticalOnesPass() {
        for (int i = 0; i < BUDGET + 2; i++) {
            event("e" + i, "scope-" + i, "changed", "anonymous_report", "one", now.minusSeconds(600 - i));
            event("f" + i, "scope-" + i, "changed", "anonymous_report", "two", now.minusSeconds(500 - i));
        }
        event("c1", "scope-critical", "changed", "announced", "one", now.minusSeconds(5));
        List<Alert> opened = alerts.stream()
                .filter(alert -> alert.status() == AlertStatus.OPEN)
                .toList();
        assertThat(opened)
                .filteredOn(alert -> alert.severity() == Severity.INFO && alert.kind() != AlertKind.DIGEST)
                .hasSize(BUDGET);
        assertThat(opened)
                .filteredOn(alert -> alert.severity() == Severity.CRITICAL)
                .hasSize(1);
        List<Alert> digests = alerts.stream()
                .filter(alert -> alert.kind() == AlertKind.DIGEST)
                .toList();
        assertThat(digests).extracting(Alert::id).containsOnly(digests.get(0).id());
        assertThat(digests.get(digests.size() - 1).digest()).hasSize(2);
        assertThat(decisions)
                .filteredOn(decision -> decision.reason() == Reason.BUDGET)
                .isNotEmpty()
                .allSatisfy(decision ->
                        assertThat(decision.detail()).contains(digests.get(0).id()));
    }

    @Test
    void newsOlderThanTheBoundIsMarkedHistoricalAndCostsNoBudget() {
        for (int i = 0; i < BUDGET + 2; i++) {
            event("e" + i, "scope-" + i, "changed", "announced", "one", TIME.plusSeconds(i));
        }
        event("fresh", "scope-fresh", "changed", "announced", "one", now.minusSeconds(5));
        assertThat(alerts).hasSize(BUDGET + 3);
        assertThat(alerts.subList(0, BUDGET + 2)).allMatch(Alert::historical);
        assertThat(alerts.get(BUDGET + 2).historical()).isFalse();
    }

    @Test
    void anUpdateOfANegotiationWaitsForTheEndOfTheCoolDown() {
        event("e1", "x", "negotiating", "in_talks", "one", TIME);
        event("e2", "x", "negotiating", "in_talks", "two", TIME.plus(Duration.ofHours(2)));
        assertThat(alerts).hasSize(1);
        assertThat(decisions).extracting(Decision::reason).containsExactly(Reason.COOL_DOWN);
        assertThat(decisions.get(0).detail()).contains(alerts.get(0).id());
        event("e3", "other", "changed", "announced", "three", TIME.plus(Duration.ofHours(25)));
        assertThat(alerts)
                .extracting(Alert::status)
                .containsExactly(AlertStatus.OPEN, AlertStatus.UPDATED, AlertStatus.OPEN);
        assertThat(alerts.get(1).evidence()).hasSize(2);
    }

    @Test
    void theClockReleasesWhatWaitsWhereNoInputComes() {
        event("e1", "x", "negotiating", "in_talks", "one", TIME);
        event("e2", "x", "negotiating", "in_talks", "two", TIME.plus(Duration.ofHours(2)));
        backtest.advance(Duration.ofHours(23), sink);
        assertThat(alerts).hasSize(1);
        backtest.advance(Duration.ofHours(2), sink);
        assertThat(alerts).extracting(Alert::status).containsExactly(AlertStatus.OPEN, AlertStatus.UPDATED);
    }

    @Test
    void anArticleUnderEmbargoRaisesNothingBeforeTheClockReleasesIt() {
        send(article("a1", investment("Acme", "Globex", 3), now)
                .put("embargoedUntil", now.plus(Duration.ofHours(2)).toString()));
        backtest.advance(Duration.ofMinutes(110), sink);
        assertThat(alerts).isEmpty();
        assertThat(decisions).extracting(Decision::reason).containsExactly(Reason.EMBARGOED);
        backtest.advance(Duration.ofMinutes(15), sink);
        assertThat(alerts).singleElement().satisfies(alert -> {
            assertThat(alert.publishedAt()).isEqualTo(now.plus(Duration.ofHours(2)));
            assertThat(alert.historical()).isFalse();
        });
    }

    @Test
    void anArticleWithdrawnUnderEmbargoIsNeverTold() {
        send(article("a1", investment("Acme", "Globex", 3), now)
                .put("embargoedUntil", now.plus(Duration.ofHours(2)).toString()));
        send(article("a1", "", now).put("pubStatus", "withdrawn"));
        backtest.advance(Duration.ofHours(3), sink);
        assertThat(alerts).isEmpty();
    }

    @Test
    void anEmbargoBeyondTheLimitIsRefusedWithADecision() {
        send(article("a1", investment("Acme", "Globex", 3), now).put("embargoedUntil", "2099-01-01"));
        assertThat(decisions).singleElement().satisfies(decision -> assertThat(decision.detail())
                .contains("alert.longestEmbargo"));
    }

    @Test
    void anEmbargoThatIsOverHoldsNothing() {
        send(article("a1", investment("Acme", "Globex", 3), TIME).put("embargoedUntil", TIME.toString()));
        assertThat(alerts).hasSize(1);
    }

    private void event(String id, String scope, String status, String stage, String source, Instant at) {
        String json =
                """
                {"id":"%s","partnership":"acme-globex","occurredAt":"%s","source":"%s",
                 "claims":[{"term":"REVENUE_SHARE","scope":"%s","status":"%s","stage":"%s","evidence":"told by %s"}]}"""
                        .formatted(id, at, source, scope, status, stage, id);
        backtest.event(bytes(json), sink);
    }

    private void send(Object article) {
        backtest.article(bytes(article), sink);
    }
}
