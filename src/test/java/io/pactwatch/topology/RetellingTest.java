package io.pactwatch.topology;

import static io.pactwatch.testing.Messages.TIME;
import static io.pactwatch.testing.Messages.article;
import static io.pactwatch.testing.Messages.bytes;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.pactwatch.alert.Alert;
import io.pactwatch.alert.AlertStatus;
import io.pactwatch.article.Partnership;
import io.pactwatch.config.MonitorConfig;
import io.pactwatch.signal.Citation;
import io.pactwatch.signal.Root;
import io.pactwatch.testing.Messages;
import io.pactwatch.testing.SeedArticles;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Articles that retell the report of another: one alert for each fact, which says how far it has spread. */
class RetellingTest {
    private static final MonitorConfig CONFIG = MonitorConfig.DEFAULTS;

    @Test
    void threeRetellingsOfOneReportAreOneAlertUpdatedTwiceWithOneRoot() {
        List<Alert> alerts = run(
                List.of(Messages.partnership("acme", "globex")),
                List.of(
                        article(
                                "wire-copy",
                                "Acme and Globex announced in a joint statement that Acme will invest $4 billion in"
                                        + " Globex. The Financial Times reported the deal on Monday.",
                                TIME),
                        article(
                                        "translated",
                                        "Globex and Acme announced on Monday that Acme will invest $4 billion in Globex. The"
                                                + " Financial Times first reported the deal.",
                                        TIME.plus(Duration.ofDays(1)))
                                .put("url", "https://www.gulf-ledger.example/business/acme"),
                        article(
                                        "summary",
                                        "According to a report by the Financial Times, Acme and Globex announced that"
                                                + " Acme will invest $4 billion in Globex.",
                                        TIME.plus(Duration.ofDays(3)))
                                .put("source", "Northern Digest")));

        assertThat(alerts)
                .extracting(Alert::status)
                .containsExactly(AlertStatus.OPEN, AlertStatus.UPDATED, AlertStatus.UPDATED);
        assertThat(alerts).extracting(Alert::id).containsOnly(alerts.get(0).id());
        assertThat(alerts.get(2).roots())
                .containsExactly(new Root(
                        "financial times", List.of("Northern Digest", "gulf-ledger.example", "wire-copy"), false));
        assertThat(alerts.get(2).summary()).contains("one independent source: financial times, told by 3 outlets");
        assertThat(alerts.get(2).evidence())
                .extracting(Citation::articleId)
                .containsExactly("wire-copy", "translated", "summary");
    }

    @Test
    void theRetellingsOfTheReferenceReportAreAtMostOneAlertForEachFactUpdatedByEachArticleThatTellsIt() {
        List<ObjectNode> retellings = SeedArticles.require().stream()
                .filter(seed -> List.of("seed-000", "seed-001", "seed-002")
                        .contains(seed.path("id").asText()))
                .toList();
        assertThat(retellings).hasSize(3);

        Map<String, List<Alert>> byFact = new LinkedHashMap<>();
        run(SeedArticles.watchlist(), retellings).forEach(alert -> byFact.computeIfAbsent(
                        alert.kind() + " " + alert.term().orElseThrow().name(), fact -> new ArrayList<>())
                .add(alert));

        assertThat(byFact).isNotEmpty().allSatisfy((fact, messages) -> {
            Alert last = messages.get(messages.size() - 1);
            assertThat(messages).extracting(Alert::id).as(fact).containsOnly(last.id());
            assertThat(last.roots()).as(fact).singleElement().satisfies(root -> assertThat(root.outlets())
                    .hasSameSizeAs(last.evidence()));
            assertThat(messages).as(fact).hasSameSizeAs(last.evidence());
        });
    }

    /** The alerts, with those that a cool-down has kept back. */
    private static List<Alert> run(List<Partnership> watchlist, List<ObjectNode> articles) {
        List<Alert> alerts = new ArrayList<>();
        Backtest.Sink sink =
                new Backtest.Sink(alerts::add, line -> {}, point -> {}, decision -> {}, letter -> assertThat(letter)
                        .isNull());
        try (Backtest backtest = new Backtest(CONFIG, watchlist)) {
            articles.forEach(article -> backtest.article(bytes(article), sink));
            backtest.advance(CONFIG.alert().longestCoolDown().plusMinutes(1), sink);
        }
        return alerts;
    }
}
