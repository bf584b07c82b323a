package io.pactwatch.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.pactwatch.config.MonitorConfig;
import io.pactwatch.feed.SampleArticles;
import io.pactwatch.metrics.GrafanaFiles.DashboardQuery;
import io.pactwatch.testing.Kafka;
import io.pactwatch.topology.Topics;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every query of the dashboards and rules has an answer when the monitor reads the sample articles. */
@Timeout(600)
class PrometheusIT {
    private static final Duration LIMIT = Duration.ofSeconds(180);
    private static final String PARTNERSHIP = "microsoft-openai";

    /** No sample article tells a multiple. */
    private static final String EVENT =
            """
            {"id":"event-1","partnership":"%s","occurredAt":"2026-06-01","source":"8-K","kind":"filing",
             "text":"The return is capped at 100 times the investment.",
             "claims":[{"term":"PROFIT_CAP","status":"new","stage":"filed","payer":"openai","value":{"multiple":100},
               "evidence":"capped at 100 times the investment"}]}"""
                    .formatted(PARTNERSHIP);

    /** Queries that are empty when all is well, and why. */
    private static final Map<String, String> EMPTY_WHEN_WELL = Map.of(
            "ALERTS{alertname=~\"Pactwatch.*\", alertstate=\"firing\"}",
            "no rule fires",
            "60 * sum by (target, reason) (rate(pactwatch_delivery_failed_total{job=\"pactwatch\"}[$__rate_interval])) > 0",
            "no delivery fails");

    @TempDir
    static Path folder;

    private static MonitoringStack stack;

    @BeforeAll
    static void start() throws Exception {
        ExternalProgram.require("prometheus", "prometheus-alertmanager");
        stack = MonitoringStack.start(folder);
        // Rates and marks need a count before the articles, and one after.
        await().atMost(LIMIT)
                .until(() -> hasAnswer(new DashboardQuery("", "partnership_kind:pactwatch_alerts:increase1m", false)));
        List<byte[]> articles = SampleArticles.all().stream()
                .map(SampleArticles.Sample::message)
                .toList();
        feed(articles.subList(0, articles.size() / 2));
        awaitInputs(articles.size() / 2);
        feed(articles.subList(articles.size() / 2, articles.size()));
        awaitInputs(articles.size());
        Kafka.send(stack.bootstrapServers(), Topics.of(MonitorConfig.DEFAULTS).events(), List.of(EVENT));
    }

    /** In the order of publication, on one partition: none comes late. */
    private static void feed(List<byte[]> articles) throws Exception {
        String topic = Topics.of(MonitorConfig.DEFAULTS).articles();
        Kafka.sendRecords(
                stack.bootstrapServers(),
                articles.stream()
                        .map(article -> new ProducerRecord<byte[], byte[]>(topic, 0, null, article))
                        .toList());
    }

    private static void awaitInputs(int count) {
        DashboardQuery read = new DashboardQuery("", "sum(pactwatch_article_inputs_total) == " + count, false);
        await().atMost(LIMIT).until(() -> hasAnswer(read));
    }

    @AfterAll
    static void stop() {
        if (stack != null) {
            stack.close();
        }
    }

    static Stream<DashboardQuery> queries() {
        return GrafanaFiles.queries().stream();
    }

    @ParameterizedTest
    @MethodSource("queries")
    void everyQueryOfADashboardHasAnAnswer(DashboardQuery query) throws Exception {
        if (EMPTY_WHEN_WELL.containsKey(query.expression())) {
            assertThat(hasAnswer(query)).as(query.place()).isFalse();
        } else {
            await(query.place()).atMost(LIMIT).until(() -> hasAnswer(query));
        }
    }

    @Test
    void everyRuleIsEvaluatedWithoutAnError() {
        await().atMost(LIMIT).untilAsserted(() -> {
            List<JsonNode> rules = GrafanaFiles.stream(
                            stack.prometheus("rules", Map.of()).path("groups"))
                    .flatMap(group -> GrafanaFiles.stream(group.path("rules")))
                    .toList();
            assertThat(rules)
                    .hasSize(GrafanaFiles.alertRules().size()
                            + GrafanaFiles.recordingRules().size())
                    .allSatisfy(rule -> {
                        assertThat(rule.path("health").asText())
                                .as(rule.toString())
                                .isEqualTo("ok");
                        assertThat(rule.path("lastError").asText()).isEmpty();
                    });
        });
    }

    @Test
    void everySeriesThatARuleLooksAtIsThereAndNoneFires() throws Exception {
        Set<String> watched = new TreeSet<>();
        GrafanaFiles.alertRules()
                .forEach(rule -> watched.addAll(PromQl.metrics(rule.path("expr").asText())));

        assertThat(watched).isNotEmpty();
        for (String metric : watched) {
            DashboardQuery query = new DashboardQuery(metric, metric + "{job=\"pactwatch\"}", false);
            await(metric).atMost(LIMIT).until(() -> result(query).findAny().isPresent());
        }
        for (JsonNode rule : GrafanaFiles.alertRules()) {
            assertThat(result(new DashboardQuery("", rule.path("expr").asText(), false)))
                    .as(rule.path("alert").asText())
                    .isEmpty();
        }
    }

    @Test
    void everyRecordedSeriesIsThere() {
        for (JsonNode rule : GrafanaFiles.recordingRules()) {
            String record = rule.path("record").asText();
            await(record).atMost(LIMIT).until(() -> hasAnswer(new DashboardQuery(record, record, false)));
        }
    }

    @Test
    void theAlertsOfTheMonitorArriveAtTheAlertmanagerThatTheConfigurationNames() throws Exception {
        await().atMost(LIMIT)
                .untilAsserted(() -> assertThat(stack.alertsAtAlertmanager()).contains("PactwatchTermChange"));
        assertThat(stack.prometheus("alertmanagers", Map.of()).path("activeAlertmanagers"))
                .hasSize(1);
    }

    /** Whether there is at least one value that is a number. */
    private static boolean hasAnswer(DashboardQuery query) throws IOException, InterruptedException {
        return result(query).anyMatch(series -> {
            Stream<JsonNode> values =
                    series.has("values") ? GrafanaFiles.stream(series.path("values")) : Stream.of(series.path("value"));
            return series.isTextual()
                    || values.anyMatch(value -> !value.path(1).asText().equals("NaN"));
        });
    }

    private static Stream<JsonNode> result(DashboardQuery query) throws IOException, InterruptedException {
        String expression = query.expression();
        if (expression.startsWith("label_values(")) {
            String selector = expression.substring("label_values(".length(), expression.lastIndexOf(','));
            String label = expression.substring(expression.lastIndexOf(',') + 1, expression.length() - 1);
            return GrafanaFiles.stream(
                    stack.prometheus("label/" + label.strip() + "/values", Map.of("match[]", selector)));
        }
        String concrete = expression
                .replace("$__rate_interval", "30s")
                .replace("$__interval", "1m")
                .replace("$__range", "10m")
                .replace("$partnership", PARTNERSHIP);
        Instant now = Instant.now();
        return GrafanaFiles.stream((query.overTime()
                        ? stack.prometheus(
                                "query_range",
                                Map.of(
                                        "query",
                                        concrete,
                                        "start",
                                        now.minus(Duration.ofMinutes(10)).toString(),
                                        "end",
                                        now.toString(),
                                        "step",
                                        "5s"))
                        : stack.prometheus("query", Map.of("query", concrete)))
                .path("result"));
    }
}
