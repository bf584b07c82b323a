package io.pactwatch.console;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.pactwatch.alert.Severity;
import io.pactwatch.analysis.Decision;
import io.pactwatch.analysis.Decision.Reason;
import io.pactwatch.article.Partnership;
import io.pactwatch.article.Party;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ConsoleApiTest {
    private final OutputView view = Outputs.view();
    private final ConsoleHarness harness = new ConsoleHarness(ConsoleHarness.ANY_PORT, view);

    @AfterEach
    void stop() {
        harness.close();
    }

    @Test
    void listsPartnershipsByTheirLastNews() throws Exception {
        view.enter(new Partnership(
                "e-f",
                "E / F",
                List.of(new Party("e", "E", List.of(), List.of()), new Party("f", "F", List.of(), List.of()))));

        JsonNode answer = harness.json("/api/partnerships");

        assertThat(answer.path("complete").asBoolean()).isTrue();
        assertThat(texts(answer.path("partnerships"), "id")).containsExactly("acme-bolt", "cog-dyn", "e-f");
        JsonNode first = answer.path("partnerships").path(0);
        assertThat(first.path("lastNews").asText()).isEqualTo("2025-04-01T00:00:00Z");
        assertThat(first.path("tone").path("level").asDouble()).isEqualTo(-0.6);
        assertThat(first.path("recentLevels")).hasSize(4);
        assertThat(first.path("lastChange").path("id").asText()).isEqualTo("a6");
        assertThat(first.path("openAlerts").path("WARNING").asInt()).isEqualTo(7);
    }

    @Test
    void pagesThroughTheAlertsNewestFirstWithoutLossOrRepetition() throws Exception {
        List<String> seen = new ArrayList<>();
        Optional<String> next = Optional.of("");
        int pages = 0;
        while (next.isPresent()) {
            String before = next.get().isEmpty() ? "" : "&before=" + next.get();
            JsonNode page = harness.json("/api/alerts?partnership=acme-bolt&limit=3" + before);
            seen.addAll(texts(page.path("alerts"), "id"));
            next = Optional.ofNullable(page.get("next")).map(JsonNode::asText);
            pages++;
        }

        assertThat(pages).isEqualTo(3);
        assertThat(seen).containsExactly("a6", "a5", "a4", "a3", "a2", "a1", "a0");
    }

    @Test
    void filtersAlertsBySeverityAndKind() throws Exception {
        assertThat(texts(harness.json("/api/alerts?severity=critical").path("alerts"), "id"))
                .containsExactly("c0");
        assertThat(harness.json("/api/alerts?kind=SENTIMENT_SHIFT").path("alerts"))
                .isEmpty();
        assertThat(harness.json("/api/alerts?partnership=nobody").path("alerts"))
                .isEmpty();
    }

    @Test
    void showsTheLatestStateOfAnAlertOnce() throws Exception {
        view.enter(Outputs.alert("a3", Outputs.PAIR, Severity.CRITICAL, 90, "Acme / Bolt: firmer"));

        JsonNode alerts = harness.json("/api/alerts?partnership=acme-bolt").path("alerts");

        assertThat(texts(alerts, "id")).containsExactly("a3", "a6", "a5", "a4", "a2", "a1", "a0");
        assertThat(alerts.path(0).path("title").asText()).isEqualTo("Acme / Bolt: firmer");
    }

    @ParameterizedTest
    @CsvSource({"2025-01-10,", "2025-01-11,20", "2025-04-10,20", "2025-04-11,10", ",10"})
    void tellsTheValueInForceAtADayOfValidTime(String day, String percent) throws Exception {
        JsonNode ledger = harness.json("/api/ledger?partnership=acme-bolt" + (day == null ? "" : "&asOf=" + day));

        JsonNode line = ledger.path("lines").path(0);
        assertThat(line.path("term").asText()).isEqualTo("REVENUE_SHARE");
        assertThat(line.path("inForce").path("value").path("percent").asText())
                .isEqualTo(Optional.ofNullable(percent).orElse(""));
        assertThat(line.path("changes")).hasSize(2);
        assertThat(line.path("changes").path(1).path("before").path("percent").asInt())
                .isEqualTo(20);
    }

    @Test
    void givesTheSeriesOldestFirstWithTheAlertsToMarkInIt() throws Exception {
        JsonNode answer = harness.json("/api/sentiment?partnership=acme-bolt");

        assertThat(texts(answer.path("points"), "story")).containsExactly("s0", "s1", "s2", "s3");
        assertThat(texts(answer.path("alerts"), "id")).contains("a0", "a6").hasSize(7);
    }

    @Test
    void tellsWhatBecameOfAnArticle() throws Exception {
        view.enter(new Decision(
                "article-a1", Optional.of("acme-bolt"), Reason.RETELLING, "retells story s1", Outputs.DAY_ZERO));

        JsonNode answer = harness.json("/api/decisions?input=article-a1");

        assertThat(answer.path("decisions").path(0).path("reason").asText()).isEqualTo("RETELLING");
        assertThat(texts(answer.path("alerts"), "id")).containsExactly("a1");
        assertThat(harness.json("/api/decisions?input=unheard-of").path("decisions"))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "/api/alerts?limit=0 | limit: 0 is not between 1 and 500",
                "/api/alerts?limit=501 | limit: 501 is not between 1 and 500",
                "/api/alerts?limit=many | limit: 'many' is not a whole number between 1 and 500",
                "/api/alerts?before=yesterday | before: 'yesterday' is not what 'next' of an earlier page said",
                "/api/alerts?severity=loud | severity: 'loud' is not one of [INFO, WARNING, CRITICAL]",
                "/api/alerts?limit=1&limit=2 | limit: given twice",
                "/api/alerts?since=1 | since: unknown parameter, known are partnership, kind, severity, before, limit",
                "/api/partnerships?x=1 | x: unknown parameter, known are none",
                "/api/ledger | partnership: missing",
                "/api/ledger?partnership=acme-bolt&asOf=31.1.2025 | asOf: '31.1.2025' is not a date such as 2025-01-31",
                "/api/ledger?partnership=acme-bolt&asOf=+99999-01-01 | asOf: '99999-01-01' is not a date such as 2025-01-31",
                "/api/decisions | input: missing"
            })
    void answersABadParameterWithOneLine(String path, String reason) throws Exception {
        HttpResponse<String> response = harness.get(path);

        assertThat(response.statusCode()).isEqualTo(400);
        assertThat(response.body()).isEqualTo(reason + "\n");
        assertThat(response.headers().firstValue("Content-Type")).contains("text/plain; charset=utf-8");
    }

    @Test
    void answersABrokenOrOverlongQuery() throws Exception {
        assertThat(harness.get("/api/decisions?input=" + "x".repeat(501)).statusCode())
                .isEqualTo(400);
        assertThat(harness.get("/api/decisions?input=" + "x".repeat(3_000)).statusCode())
                .isEqualTo(414);
    }

    @Test
    void answers404ForAPartnershipThatNobodyKnows() throws Exception {
        assertThat(harness.get("/api/ledger?partnership=nobody").statusCode()).isEqualTo(404);
        assertThat(harness.get("/api/sentiment?partnership=nobody").statusCode())
                .isEqualTo(404);
    }

    @Test
    void answersNotModifiedUntilSomethingChanges() throws Exception {
        String tag = harness.get("/api/alerts").headers().firstValue("ETag").orElseThrow();

        HttpResponse<String> same =
                harness.send(harness.request("/api/alerts").header("If-None-Match", "\"old\", " + tag));
        assertThat(same.statusCode()).isEqualTo(304);
        assertThat(same.body()).isEmpty();

        view.enter(Outputs.alert("a9", 9));
        assertThat(harness.send(harness.request("/api/alerts").header("If-None-Match", tag))
                        .statusCode())
                .isEqualTo(200);
    }

    @Test
    void answersHeadLikeGetWithoutTheBody() throws Exception {
        HttpResponse<String> get = harness.get("/api/alerts");
        HttpResponse<String> head =
                harness.send(harness.request("/api/alerts").method("HEAD", BodyPublishers.noBody()));

        assertThat(head.statusCode()).isEqualTo(200);
        assertThat(head.body()).isEmpty();
        assertThat(head.headers().firstValue("ETag")).isEqualTo(get.headers().firstValue("ETag"));
        assertThat(head.headers().firstValue("Content-Length"))
                .isEqualTo(get.headers().firstValue("Content-Length"));
    }

    @Test
    void cutsTheTitleOfAMegabyte() throws Exception {
        view.enter(Outputs.alert("big", Outputs.PAIR, Severity.INFO, 200, "\uD83D\uDD25".repeat(500_000)));

        HttpResponse<String> response = harness.get("/api/alerts?limit=1");

        assertThat(response.body()).hasSizeLessThan(5_000).contains("\uD83D\uDD25…");
    }

    @Test
    void keepsABoundedNumberOfEverything() {
        for (int i = 0; i < OutputView.MAX_ALERTS + 10; i++) {
            view.enter(Outputs.alert("n" + i, 1_000 + i));
        }
        for (int i = 0; i < OutputView.MAX_POINTS + 10; i++) {
            view.enter(Outputs.point("p" + i, 1_000 + i, 0));
        }
        for (int i = 0; i < OutputView.MAX_DECISIONS + 10; i++) {
            view.enter(new Decision("d" + i, Optional.empty(), Reason.IRRELEVANT, "no", Outputs.DAY_ZERO));
        }

        assertThat(view.alerts(Optional.empty(), Optional.empty(), alert -> true, Integer.MAX_VALUE))
                .hasSize(OutputView.MAX_ALERTS)
                .noneMatch(alert -> alert.id().equals("a0"));
        assertThat(view.sentiment("acme-bolt")).hasSize(OutputView.MAX_POINTS).noneMatch(point -> point.story()
                .equals("s0"));
        assertThat(view.decisions("d9")).isEmpty();
        assertThat(view.decisions("d10")).hasSize(1);
    }

    private static List<String> texts(JsonNode array, String field) {
        return StreamSupport.stream(array.spliterator(), false)
                .map(node -> node.path(field).asText())
                .toList();
    }
}
