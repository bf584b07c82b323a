package io.pactwatch.topology;

import static io.pactwatch.testing.Messages.TIME;
import static io.pactwatch.testing.Messages.bytes;
import static org.assertj.core.api.Assertions.assertThat;

import io.pactwatch.alert.Alert;
import io.pactwatch.alert.AlertKind;
import io.pactwatch.alert.AlertStatus;
import io.pactwatch.alert.Severity;
import io.pactwatch.config.MonitorConfig;
import io.pactwatch.contract.TermValue;
import io.pactwatch.signal.Citation;
import io.pactwatch.signal.LedgerLine;
import io.pactwatch.testing.Messages;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Contradictions, ends of validity and silences through the whole topology; time passes with the inputs alone. */
class SignalKindsTest {
    private static final String WATCHED = "acme-globex";
    private static final String OTHER = "hooli-piper";

    private final List<Alert> alerts = new ArrayList<>();
    private final Map<String, LedgerLine> lines = new TreeMap<>();
    private final List<Backtest.DeadLetter> deadLetters = new ArrayList<>();
    private Backtest backtest;
    private int events;

    @BeforeEach
    void start() {
        backtest = new Backtest(
                MonitorConfig.DEFAULTS,
                List.of(Messages.partnership("acme", "globex"), Messages.partnership("hooli", "piper")));
    }

    @AfterEach
    void stop() {
        backtest.close();
        assertThat(deadLetters).isEmpty();
    }

    @Test
    void closeValuesOfTwoSourcesAreKeptAndTold() {
        share(0, "First Wire", "announced", 20);
        share(1, "Second Wire", "announced", 25);

        Alert contradiction = only(AlertKind.CONTRADICTION);
        assertThat(contradiction.status()).isEqualTo(AlertStatus.OPEN);
        assertThat(contradiction.title())
                .isEqualTo("Acme / Globex: sources differ on revenue share [paid by acme]: 20% or 25%");
        assertThat(contradiction.before()).contains(percent(20));
        assertThat(contradiction.after()).contains(percent(25));
        assertThat(contradiction.severity()).isEqualTo(Severity.WARNING);
        assertThat(contradiction.evidence()).extracting(Citation::articleId).containsExactly("e0", "e1");
        assertThat(only(AlertKind.TERM_CHANGE).after()).contains(percent(20));
        assertThat(lines.values().iterator().next().changes())
                .extracting(change -> change.value().orElseThrow())
                .containsExactlyInAnyOrder(percent(20), percent(25));
    }

    @Test
    void theFirmerReportWinsAContradiction() {
        share(0, "First Wire", "announced", 20);
        share(1, "Court", "filed", 25);
        assertThat(last(only(AlertKind.TERM_CHANGE).id()).after()).contains(percent(25));
        assertThat(last(only(AlertKind.CONTRADICTION).id()).before()).contains(percent(25));
    }

    @Test
    void aContradictionIsResolvedByALaterChange() {
        share(0, "First Wire", "announced", 20);
        share(1, "Second Wire", "announced", 25);
        share(60, "First Wire", "announced", 50);
        assertThat(last(only(AlertKind.CONTRADICTION).id()).status()).isEqualTo(AlertStatus.RESOLVED);
    }

    @Test
    void valuesThatAreFarApartOrRoundedAreNoContradiction() {
        share(0, "First Wire", "announced", 20);
        share(1, "Second Wire", "announced", 49);
        share(100, "First Wire", "announced", 10);
        share(101, "Second Wire", "announced", 10.1);
        assertThat(alerts).extracting(Alert::kind).containsOnly(AlertKind.TERM_CHANGE);
    }

    @Test
    void anEndIsToldWhenItComesNearAndAgainWhenItHasPassedWithoutNews() {
        send(WATCHED, 0, claim("exclusive", "new", ",\"validUntil\":\"2025-12-31\""));
        String id = heartbeatsUntilTold(Duration.ofDays(301 - 90 + 7), Duration.ofDays(303 - 90 + 7 + 2));
        Alert near = last(id);
        assertThat(near.status()).isEqualTo(AlertStatus.OPEN);
        assertThat(near.title()).isEqualTo("Acme / Globex: compute exclusivity (exclusive) ends on 2025-12-31");
        assertThat(near.severity()).isEqualTo(Severity.WARNING);
        assertThat(near.validUntil()).contains(Instant.parse("2026-01-01T00:00:00Z"));
        assertThat(near.reasons()).contains("END_NEAR");

        heartbeats(220, 325);
        Alert passed = last(id);
        assertThat(passed.status()).isEqualTo(AlertStatus.UPDATED);
        assertThat(passed.title())
                .isEqualTo(
                        "Acme / Globex: compute exclusivity (exclusive) has passed its end of 2025-12-31 without news");
        assertThat(passed.severity()).isEqualTo(Severity.CRITICAL);

        send(WATCHED, 330, claim("none", "ended", ""));
        assertThat(last(id).status()).isEqualTo(AlertStatus.RESOLVED);
        assertThat(of(AlertKind.TERM_DUE)).hasSize(3);
    }

    @Test
    void aTermThatIsRenewedInTimeIsNotDue() {
        send(WATCHED, 0, claim("exclusive", "new", ",\"validUntil\":\"2025-12-31\""));
        send(WATCHED, 100, claim("exclusive", "in_force", ",\"validUntil\":\"2030\""));
        heartbeats(101, 400);
        assertThat(of(AlertKind.TERM_DUE)).isEmpty();
    }

    @Test
    void aSilenceIsToldOnceItIsLongerThanAnyOfTheYearBeforeAndResolvedByNews() {
        for (int day = 0; day <= 402; day += 3) {
            send(WATCHED, day, claim("exclusive", "in_force", ""));
            send(OTHER, day, claim("exclusive", "in_force", ""));
        }
        assertThat(of(AlertKind.SILENCE)).isEmpty();
        heartbeats(403, 412);
        assertThat(of(AlertKind.SILENCE)).isEmpty();
        heartbeats(413, 420);
        Alert silence = only(AlertKind.SILENCE);
        assertThat(silence.status()).isEqualTo(AlertStatus.OPEN);
        assertThat(silence.partnership().id()).isEqualTo(WATCHED);
        assertThat(silence.title()).isEqualTo("Acme / Globex: no news since 2026-04-09");
        assertThat(silence.severity()).isEqualTo(Severity.WARNING);

        send(WATCHED, 421, claim("exclusive", "in_force", ""));
        assertThat(last(silence.id()).status()).isEqualTo(AlertStatus.RESOLVED);
        assertThat(last(silence.id()).reasons()).contains("RESUMED");
        heartbeats(422, 470);
        assertThat(of(AlertKind.SILENCE)).hasSize(3);
    }

    @Test
    void aSilenceThatNothingShowsWhileItLastsIsToldWhenItEnds() {
        for (int day = 0; day <= 402; day += 3) {
            send(WATCHED, day, claim("exclusive", "in_force", ""));
        }
        send(WATCHED, 430, claim("exclusive", "in_force", ""));
        assertThat(of(AlertKind.SILENCE))
                .extracting(Alert::status)
                .containsExactly(AlertStatus.OPEN, AlertStatus.RESOLVED);
    }

    @Test
    void aPartnershipWithoutAYearOfNewsIsNeverSilent() {
        for (int day = 0; day <= 300; day += 3) {
            send(WATCHED, day, claim("exclusive", "in_force", ""));
        }
        heartbeats(301, 500);
        assertThat(of(AlertKind.SILENCE)).isEmpty();
    }

    private String heartbeatsUntilTold(Duration earliest, Duration latest) {
        int day = 1;
        while (of(AlertKind.TERM_DUE).isEmpty()) {
            assertThat(Duration.ofDays(day)).isLessThan(latest);
            heartbeats(day, day);
            day++;
        }
        assertThat(Duration.ofDays(day)).isGreaterThan(earliest);
        return only(AlertKind.TERM_DUE).id();
    }

    /** Daily input about another partnership. */
    private void heartbeats(int first, int last) {
        for (int day = first; day <= last; day++) {
            send(OTHER, day, claim("exclusive", "in_force", ""));
        }
    }

    private void share(int day, String source, String stage, double percent) {
        send(
                WATCHED,
                day,
                source,
                "{\"term\":\"REVENUE_SHARE\",\"payer\":\"acme\",\"status\":\"changed\",\"stage\":\"" + stage
                        + "\",\"value\":{\"percent\":" + percent + "},\"evidence\":\"the share\"}");
    }

    private static String claim(String state, String status, String more) {
        return "{\"term\":\"COMPUTE_EXCLUSIVITY\",\"status\":\"" + status + "\",\"stage\":\"announced\",\"value\":\""
                + state + "\",\"evidence\":\"the clause\"" + more + "}";
    }

    private void send(String partnership, int day, String claim) {
        send(partnership, day, "Daily Planet", claim);
    }

    private void send(String partnership, int day, String source, String claim) {
        String event =
                """
                {"id":"e%d","partnership":"%s","occurredAt":"%s","source":"%s","claims":[%s]}"""
                        .formatted(events++, partnership, TIME.plus(Duration.ofDays(day)), source, claim);
        backtest.event(
                bytes(event),
                new Backtest.Sink(
                        alerts::add,
                        line -> lines.put(line.partnership().id() + line.key().text(), line),
                        point -> {},
                        decision -> {},
                        deadLetters::add));
    }

    private List<Alert> of(AlertKind kind) {
        return alerts.stream().filter(alert -> alert.kind() == kind).toList();
    }

    /** The first message of the only alert of a kind. */
    private Alert only(AlertKind kind) {
        List<Alert> found = of(kind);
        assertThat(found.stream().map(Alert::id).distinct()).hasSize(1);
        return found.get(0);
    }

    private Alert last(String id) {
        Optional<Alert> last =
                alerts.stream().filter(alert -> alert.id().equals(id)).reduce((one, other) -> other);
        return last.orElseThrow();
    }

    private static TermValue percent(int percent) {
        return new TermValue.Percent(BigDecimal.valueOf(percent));
    }
}
