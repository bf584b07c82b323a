package io.pactwatch.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class PrometheusRulesTest {
    private static final Pattern HEADING = Pattern.compile("^## (\\w+)$", Pattern.MULTILINE);

    static Stream<JsonNode> rules() {
        return GrafanaFiles.alertRules().stream();
    }

    @ParameterizedTest
    @MethodSource("rules")
    void saysOfEveryRuleHowLongHowBadWhatAndWhatToDo(JsonNode rule) {
        String name = rule.path("alert").asText();

        assertThat(rule.path("for").asText()).as(name).matches("[1-9][0-9]*[mh]");
        assertThat(rule.at("/labels/severity").asText()).as(name).isIn("critical", "warning");
        assertThat(rule.at("/annotations/summary").asText()).as(name).endsWith(".");
        assertThat(rule.at("/annotations/description").asText()).as(name).endsWith(".");
        assertThat(rule.at("/annotations/runbook_url").asText())
                .isEqualTo("grafana/runbook.md#" + name.toLowerCase(Locale.ROOT));
    }

    @Test
    void hasOneHeadingInTheRunbookForEachRule() throws IOException {
        String runbook = Files.readString(GrafanaFiles.FOLDER.resolve("runbook.md"));

        assertThat(HEADING.matcher(runbook).results().map(heading -> heading.group(1)))
                .containsExactlyElementsOf(
                        rules().map(rule -> rule.path("alert").asText()).toList());
    }

    @Test
    void testsEveryRuleBothFiringAndQuiet() {
        Set<String> firing = new TreeSet<>();
        Set<String> quiet = new TreeSet<>();
        GrafanaFiles.list(GrafanaFiles.RULE_TESTS, ".test.yml").stream()
                .flatMap(file -> GrafanaFiles.stream(GrafanaFiles.read(file).path("tests")))
                .flatMap(test -> GrafanaFiles.stream(test.path("alert_rule_test")))
                .forEach(step -> (step.path("exp_alerts").isEmpty() ? quiet : firing)
                        .add(step.path("alertname").asText()));

        Set<String> all =
                rules().map(rule -> rule.path("alert").asText()).collect(Collectors.toCollection(TreeSet::new));
        assertThat(firing).isEqualTo(all);
        assertThat(quiet).isEqualTo(all);
    }

    @Test
    void namesRecordedSeriesByTheirLabelsAndTestsThem() {
        List<String> records = GrafanaFiles.recordingRules().stream()
                .map(rule -> rule.path("record").asText())
                .toList();
        String tested = GrafanaFiles.list(GrafanaFiles.RULE_TESTS, ".test.yml").stream()
                .flatMap(file -> GrafanaFiles.stream(GrafanaFiles.read(file).path("tests")))
                .flatMap(test -> GrafanaFiles.stream(test.path("promql_expr_test")))
                .map(step -> step.path("expr").asText() + step.path("exp_samples"))
                .collect(Collectors.joining("\n"));

        assertThat(records)
                .isNotEmpty()
                .doesNotHaveDuplicates()
                .allMatch(record -> record.matches("[a-z_]+:pactwatch_[a-z_]+:[a-z0-9]+"))
                .filteredOn(record -> !tested.contains(record))
                .containsExactly("partnership:pactwatch_sentiment_baseline:max");
    }

    @Test
    void promtoolAcceptsTheConfiguration() throws Exception {
        promtool("check", "config", List.of(GrafanaFiles.FOLDER.resolve("prometheus/prometheus.yml")));
    }

    @Test
    void promtoolAcceptsTheRules() throws Exception {
        promtool("check", "rules", GrafanaFiles.list(GrafanaFiles.RULES, ".rules.yml"));
    }

    @Test
    void promtoolPassesTheTestsOfTheRules() throws Exception {
        promtool("test", "rules", GrafanaFiles.list(GrafanaFiles.RULE_TESTS, ".test.yml"));
    }

    private static void promtool(String verb, String object, List<Path> files) throws Exception {
        assertThat(files).isNotEmpty();
        ExternalProgram.check(
                "promtool",
                Stream.concat(Stream.of(verb, object), files.stream().map(Path::toString))
                        .toList());
    }
}
