package io.pactwatch.topology;

import static io.pactwatch.testing.Messages.TIME;
import static io.pactwatch.testing.Messages.article;
import static io.pactwatch.testing.Messages.bytes;
import static io.pactwatch.testing.Messages.investment;
import static org.assertj.core.api.Assertions.assertThat;

import io.pactwatch.alert.Alert;
import io.pactwatch.alert.AlertStatus;
import io.pactwatch.analysis.Decision;
import io.pactwatch.analysis.Decision.Reason;
import io.pactwatch.signal.LedgerLine;
import io.pactwatch.testing.Messages;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a kill notice or a denial takes back, through the whole topology. */
class RetractionTest {
    private final List<Alert> alerts = new ArrayList<>();
    private final List<LedgerLine> ledger = new ArrayList<>();
    private final List<Decision> decisions = new ArrayList<>();
    private final List<Backtest.DeadLetter> deadLetters = new ArrayList<>();
    private Backtest backtest;
    private Backtest.Sink sink;

    @BeforeEach
    void start() {
        backtest = new Backtest(Messages.FAST, List.of(Messages.partnership("acme", "globex")));
        sink = new Backtest.Sink(alerts::add, ledger::add, point -> {}, decisions::add, deadLetters::add);
    }

    @AfterEach
    void stop() {
        backtest.close();
    }

    @Test
    void aKillNoticeRetractsTheAlertAndEmptiesTheLedgerLineWithinOneRecord() {
        send(article("a1", investment("Acme", "Globex", 3), TIME));
        kill("a1", TIME.plusSeconds(60));
        assertThat(alerts).extracting(Alert::status).containsExactly(AlertStatus.OPEN, AlertStatus.RETRACTED);
        assertThat(alerts.get(1).id()).isEqualTo(alerts.get(0).id());
        assertThat(alerts.get(1).evidence()).isEqualTo(alerts.get(0).evidence());
        assertThat(alerts.get(1).reasons()).contains("WITHDRAWN");
        assertThat(last(ledger).changes()).isEmpty();
        assertThat(decisions).singleElement().satisfies(decision -> {
            assertThat(decision.inputId()).isEqualTo("a1");
            assertThat(decision.reason()).isEqualTo(Reason.RETRACTION);
        });
        assertThat(deadLetters).isEmpty();
    }

    @Test
    void theLedgerLineIsWhatItWasBeforeTheWithdrawnArticle() {
        send(article("a1", investment("Acme", "Globex", 3), TIME));
        LedgerLine before = last(ledger);
        send(article("a2", investment("Acme", "Globex", 5), TIME.plus(Duration.ofDays(2))));
        assertThat(statuses(alerts.get(0).id())).containsExactly(AlertStatus.OPEN, AlertStatus.RESOLVED);
        kill("a2", TIME.plus(Duration.ofDays(3)));
        assertThat(last(ledger)).isEqualTo(before);
        assertThat(statuses(alerts.get(0).id()))
                .containsExactly(AlertStatus.OPEN, AlertStatus.RESOLVED, AlertStatus.UPDATED);
    }

    @Test
    void aRetoldFactLosesTheWithdrawnArticleAndStands() {
        send(article("a1", investment("Acme", "Globex", 3), TIME).put("source", "First Courier"));
        send(article("a2", investment("Acme", "Globex", 3), TIME.plus(Duration.ofHours(2)))
                .put("source", "Second Herald"));
        kill("a1", TIME.plus(Duration.ofHours(3)));
        Alert alert = last(alerts);
        assertThat(alert.status()).isEqualTo(AlertStatus.UPDATED);
        assertThat(alert.evidence()).extracting(quote -> quote.articleId()).containsExactly("a2");
        assertThat(alert.publishedAt()).isEqualTo(TIME.plus(Duration.ofHours(2)));
        assertThat(alert.roots()).singleElement().satisfies(root -> assertThat(root.outlets())
                .containsExactly("Second Herald"));
    }

    @Test
    void aFactThatIsToldAgainAfterItsRetractionIsANewAlert() {
        send(article("a1", investment("Acme", "Globex", 3), TIME));
        kill("a1", TIME.plusSeconds(60));
        send(article("a2", investment("Acme", "Globex", 3), TIME.plus(Duration.ofDays(1))));
        assertThat(alerts)
                .extracting(Alert::status)
                .containsExactly(AlertStatus.OPEN, AlertStatus.RETRACTED, AlertStatus.OPEN);
        assertThat(alerts.get(2).id()).isNotEqualTo(alerts.get(0).id());
    }

    @Test
    void anArticleThatComesAfterItsKillNoticeStaysOut() {
        kill("a1", TIME);
        send(article("a1", investment("Acme", "Globex", 3), TIME));
        assertThat(alerts).isEmpty();
        assertThat(ledger).isEmpty();
        assertThat(decisions).extracting(Decision::reason).containsExactly(Reason.RETRACTION, Reason.RETRACTION);
    }

    @Test
    void aKillNoticeTwiceOrOfAnUnknownArticleChangesNothing() {
        send(article("a1", investment("Acme", "Globex", 3), TIME));
        kill("a1", TIME.plusSeconds(60));
        int messages = alerts.size();
        kill("a1", TIME.plusSeconds(120));
        kill("nobody-knows", TIME.plusSeconds(180));
        assertThat(alerts).hasSize(messages);
        assertThat(deadLetters).isEmpty();
    }

    @Test
    void anArticleWhoseIdStartsLikeAnotherIsLeftAlone() {
        send(article("a|b", investment("Acme", "Globex", 3), TIME));
        kill("a", TIME.plusSeconds(60));
        assertThat(alerts).extracting(Alert::status).containsExactly(AlertStatus.OPEN);
    }

    @Test
    void theAlertOfAnArticleThatIsNoLongerOpenIsRetractedAndTheLedgerKeepsTheChange() {
        send(article("a1", investment("Acme", "Globex", 3), TIME));
        Instant later = TIME.plus(Duration.ofDays(60));
        send(article("a2", "Acme and Globex said that their partnership goes on as before.", later));
        kill("a1", later.plusSeconds(60));
        assertThat(last(alerts).id()).isEqualTo(alerts.get(0).id());
        assertThat(last(alerts).status()).isEqualTo(AlertStatus.RETRACTED);
        assertThat(last(ledger).changes()).isNotEmpty();
    }

    @Test
    void aDenialByAPartyRetractsWhatItDenies() {
        event("e1", "changed", "announced", TIME);
        event("e2", "denied", "announced", TIME.plus(Duration.ofHours(5)));
        assertThat(alerts).extracting(Alert::status).containsExactly(AlertStatus.OPEN, AlertStatus.RETRACTED);
        assertThat(last(alerts).reasons()).contains("DENIED");
        assertThat(last(alerts).evidence())
                .extracting(quote -> quote.articleId())
                .containsExactly("e1", "e2");
    }

    @Test
    void aDenialThatIsLessFirmThanTheFactChangesNothing() {
        event("e1", "changed", "filed", TIME);
        event("e2", "denied", "announced", TIME.plus(Duration.ofHours(5)));
        assertThat(alerts).extracting(Alert::status).containsExactly(AlertStatus.OPEN);
    }

    @Test
    void anOutcomeThatIsAnnouncedResolvesTheNegotiation() {
        event("e1", "negotiating", "in_talks", TIME);
        event("e2", "changed", "announced", TIME.plus(Duration.ofDays(20)));
        assertThat(statuses(alerts.get(0).id())).containsExactly(AlertStatus.OPEN, AlertStatus.RESOLVED);
    }

    private void event(String id, String status, String stage, Instant at) {
        String json =
                """
                {"id":"%s","partnership":"acme-globex","occurredAt":"%s","source":"%s wire",
                 "claims":[{"term":"REVENUE_SHARE","status":"%s","stage":"%s","evidence":"the share of %s"}]}"""
                        .formatted(id, at, id, status, stage, id);
        backtest.event(bytes(json), sink);
    }

    private void kill(String id, Instant at) {
        send(article(id, "", at).put("pubStatus", "canceled"));
    }

    private void send(Object article) {
        backtest.article(bytes(article), sink);
    }

    private List<AlertStatus> statuses(String id) {
        return alerts.stream()
                .filter(alert -> alert.id().equals(id))
                .map(Alert::status)
                .toList();
    }

    private static <T> T last(List<T> list) {
        return Optional.of(list).filter(all -> !all.isEmpty()).orElseThrow().get(list.size() - 1);
    }
}
