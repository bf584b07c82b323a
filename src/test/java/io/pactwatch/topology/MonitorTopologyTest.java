package io.pactwatch.topology;

import static io.pactwatch.testing.Messages.TIME;
import static io.pactwatch.testing.Messages.article;
import static io.pactwatch.testing.Messages.bytes;
import static io.pactwatch.testing.Messages.investment;
import static org.assertj.core.api.Assertions.assertThat;

import io.pactwatch.alert.Alert;
import io.pactwatch.alert.AlertKind;
import io.pactwatch.alert.AlertStatus;
import io.pactwatch.analysis.Decision;
import io.pactwatch.analysis.Decision.Reason;
import io.pactwatch.contract.TermValue;
import io.pactwatch.signal.LedgerLine;
import io.pactwatch.testing.Messages;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Scenarios through the whole topology, in event time. */
class MonitorTopologyTest {
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
    void anAnnouncedInvestmentIsOneAlertWithValueQuoteAndRoot() {
        send(article("a1", investment("Acme", "Globex", 3), TIME));
        Alert alert = onlyAlert();
        assertThat(alert.kind()).isEqualTo(AlertKind.TERM_CHANGE);
        assertThat(alert.status()).isEqualTo(AlertStatus.OPEN);
        assertThat(alert.partnership().id()).isEqualTo("acme-globex");
        assertThat(alert.term()).map(Alert.Term::name).contains("INVESTMENT");
        assertThat(alert.after()).contains(new TermValue.Money(new BigDecimal(3_000_000_000L), "USD"));
        assertThat(alert.publishedAt()).isEqualTo(TIME);
        assertThat(alert.roots()).hasSize(1);
        assertThat(alert.evidence().get(0).exact()).contains("invest $3 billion");
        assertThat(ledger).extracting(line -> line.key().term()).contains("INVESTMENT");
        assertThat(decisions).isEmpty();
    }

    @Test
    void theSameArticleTwiceIsADuplicate() {
        send(article("a1", investment("Acme", "Globex", 3), TIME));
        send(article("a1", investment("Acme", "Globex", 3), TIME));
        assertThat(alerts).hasSize(1);
        assertThat(decisions).extracting(Decision::reason).containsExactly(Reason.DUPLICATE);
    }

    @Test
    void aRetellingUpdatesTheAlertUnderTheSameId() {
        send(article("a1", investment("Acme", "Globex", 3), TIME).put("source", "First Courier"));
        send(article("a2", investment("Acme", "Globex", 3), TIME.plus(Duration.ofHours(2)))
                .put("source", "Second Herald"));
        assertThat(alerts).extracting(Alert::id).containsOnly(alerts.get(0).id());
        assertThat(alerts).extracting(Alert::status).containsOnlyOnce(AlertStatus.OPEN);
    }

    @Test
    void anArticleAboutNobodyOnTheWatchlistIsIrrelevant() {
        send(article("a1", "It rained in the mountains. The harvest was late and the market was quiet.", TIME));
        assertThat(alerts).isEmpty();
        assertThat(decisions).extracting(Decision::reason).containsExactly(Reason.IRRELEVANT);
        assertThat(decisions).extracting(Decision::inputId).containsExactly("a1");
    }

    @Test
    void anArticleWithoutTextHasADecision() {
        send(article("a1", "", TIME));
        assertThat(decisions).extracting(Decision::reason).containsExactly(Reason.EMPTY_TEXT);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"{\"id\":", "[1,2]", "{\"id\":\"x\",\"body\":7}", "{\"publishedAt\":\"soon\"}", "\u0000\u0000"})
    void whatCannotBeReadIsADeadLetterAndTheNextArticleIsProcessed(String message) {
        backtest.article(bytes(message), sink);
        send(article("a1", investment("Acme", "Globex", 3), TIME));
        assertThat(deadLetters).singleElement().satisfies(letter -> {
            assertThat(letter.phase()).isEqualTo("DESERIALIZATION");
            assertThat(letter.topic()).isEqualTo("pactwatch.articles");
            assertThat(letter.offset()).isZero();
            assertThat(letter.cause()).isNotBlank().doesNotContain("\n");
        });
        assertThat(alerts).hasSize(1);
    }

    @Test
    void anArticleOfFiftyMegabytesIsADeadLetterAndTheNextArticleIsProcessed() {
        send(article("huge", "x".repeat(50_000_000), TIME));
        send(article("a1", investment("Acme", "Globex", 3), TIME));
        assertThat(deadLetters)
                .extracting(Backtest.DeadLetter::cause)
                .singleElement()
                .asString()
                .contains("limits.articleBytes");
        assertThat(alerts).hasSize(1);
    }

    @Test
    void aRecordWithoutAValueIsADeadLetterAndTheNextArticleIsProcessed() {
        backtest.article(null, sink);
        send(article("a1", investment("Acme", "Globex", 3), TIME));
        assertThat(deadLetters).singleElement().satisfies(letter -> {
            assertThat(letter.phase()).isEqualTo("PROCESSING");
            assertThat(letter.cause()).contains("without a value");
        });
        assertThat(alerts).hasSize(1);
    }

    @Test
    void aMissingIdIsDerivedSoThatTheSameTextIsADuplicate() {
        String json = article("x", investment("Acme", "Globex", 3), TIME)
                .without(List.of("id"))
                .toString();
        backtest.article(bytes(json), sink);
        backtest.article(bytes(json), sink);
        assertThat(alerts).hasSize(1);
        assertThat(decisions).extracting(Decision::reason).containsExactly(Reason.DUPLICATE);
    }

    @Test
    void nulCharactersInTheTextAreWhiteSpace() {
        send(article("a1", investment("Acme", "Globex", 3).replace(" will invest", "\0will invest"), TIME));
        assertThat(onlyAlert().evidence().get(0).articleId()).isEqualTo("a1");
    }

    @Test
    void aDateIn2099IsSetBackToNow() {
        send(article("a1", investment("Acme", "Globex", 3), Instant.parse("2099-01-01T00:00:00Z")));
        assertThat(onlyAlert().publishedAt()).isBefore(Instant.now().plus(Duration.ofMinutes(6)));
    }

    @Test
    void anEventStatesItsClaimsWithoutTextAnalysis() {
        backtest.event(bytes(event("acme-globex", "MERGER")), sink);
        Alert alert = onlyAlert();
        assertThat(alert.term()).map(Alert.Term::name).contains("MERGER");
        assertThat(alert.evidence().get(0).exact()).isEqualTo("the boards approved");
    }

    @Test
    void anEventAboutAnUnknownPartnershipHasADecision() {
        backtest.event(bytes(event("nobody-knows", "MERGER")), sink);
        assertThat(alerts).isEmpty();
        assertThat(decisions).extracting(Decision::reason).containsExactly(Reason.UNKNOWN_PARTNERSHIP);
    }

    @Test
    void anEventAboutAnUnknownTermIsADeadLetter() {
        backtest.event(bytes(event("acme-globex", "HANDSHAKE")), sink);
        assertThat(deadLetters)
                .extracting(Backtest.DeadLetter::cause)
                .containsExactly("event e1, term 'HANDSHAKE': not in the catalogue; correct the name or add the term");
    }

    private static String event(String partnership, String term) {
        return """
                {"id":"e1","partnership":"%s","occurredAt":"2025-03-03","source":"8-K",
                 "claims":[{"term":"%s","status":"new","stage":"filed","evidence":"the boards approved"}]}"""
                .formatted(partnership, term);
    }

    private void send(Object article) {
        backtest.article(bytes(article), sink);
    }

    private Alert onlyAlert() {
        assertThat(alerts).hasSize(1);
        return alerts.get(0);
    }
}
