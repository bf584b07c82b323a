package io.pactwatch.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.kafka.streams.KafkaStreams;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Dashboards and rules use only metrics, labels and label values that the monitor exports. */
class MonitoringDriftTest {
    /** What Prometheus itself adds. */
    private static final Set<String> SCRAPE_METRICS = Set.of("up");

    private static final Set<String> SCRAPE_LABELS = Set.of("job", "instance");

    /** Words of PromQL, and of variable queries, that the expressions use. */
    private static final Set<String> WORDS = Set.of(
            "absent",
            "and",
            "by",
            "ceil",
            "clamp_min",
            "deriv",
            "group_left",
            "histogram_quantile",
            "increase",
            "label_values",
            "max",
            "max_over_time",
            "min",
            "min_over_time",
            "on",
            "or",
            "partnership",
            "rate",
            "resets",
            "round",
            "sort_desc",
            "sum",
            "topk",
            "vector");

    private static final Pattern GROUPING = Pattern.compile("\\b(?:by|on|group_left)\\s*\\(([^)]*)\\)");
    private static final Pattern SELECTOR = Pattern.compile("([a-z_][a-zA-Z0-9_]*)\\{([^}]*)}");
    private static final Pattern MATCHER = Pattern.compile("([a-z_]+)\\s*(=~|!~|!=|=)\\s*\"([^\"]*)\"");
    private static final Pattern NAME = Pattern.compile("(?<![\\w$.])[a-zA-Z_][a-zA-Z0-9_]*");

    private static final Map<String, Map<String, Set<String>>> EXPORTED = new HashMap<>();

    @BeforeAll
    static void scrape(@TempDir Path stateDirectory) {
        try (Meters meters = new Meters();
                KafkaStreams streams = MetersTest.idleStreams(stateDirectory)) {
            meters.bind(streams);
            Samples.exercise(meters.monitor());
            Samples.exercise(new DeliveryMetrics(meters.registry(), "team"));
            Samples.exercise(meters.registry());
            meters.registry()
                    .scrape()
                    .lines()
                    .filter(line -> !line.startsWith("#"))
                    .forEach(MonitoringDriftTest::add);
        }
    }

    @Test
    void usesOnlyMetricsThatAreExported() {
        Set<String> known = new HashSet<>(EXPORTED.keySet());
        known.addAll(SCRAPE_METRICS);

        for (String expression : GrafanaFiles.expressions()) {
            assertThat(metrics(expression)).as(expression).isNotEmpty().isSubsetOf(known);
        }
    }

    @Test
    void selectsOnlyByLabelsAndValuesThatAreExported() {
        for (String expression : GrafanaFiles.expressions()) {
            Matcher selector = SELECTOR.matcher(expression);
            while (selector.find()) {
                Map<String, Set<String>> labels = EXPORTED.getOrDefault(selector.group(1), Map.of());
                for (String[] matcher : matchers(selector.group(2))) {
                    if (SCRAPE_LABELS.contains(matcher[0])) {
                        continue;
                    }
                    assertThat(labels).as(expression).containsKey(matcher[0]);
                    if (matcher[1].equals("=")) {
                        assertThat(labels.get(matcher[0])).as(expression).contains(matcher[2]);
                    }
                }
            }
        }
    }

    @Test
    void groupsOnlyByLabelsThatOneOfTheMetricsHas() {
        for (String expression : GrafanaFiles.expressions()) {
            Set<String> labels = new HashSet<>(SCRAPE_LABELS);
            metrics(expression)
                    .forEach(metric -> labels.addAll(
                            EXPORTED.getOrDefault(metric, Map.of()).keySet()));
            Matcher grouping = GROUPING.matcher(expression);
            while (grouping.find()) {
                List<String> names = NAME.matcher(grouping.group(1))
                        .results()
                        .map(r -> r.group())
                        .toList();
                assertThat(labels).as(expression).containsAll(names);
            }
        }
    }

    @Test
    void showsEveryMeterOfTheMonitorOnADashboardOrInARule() {
        String all = String.join("\n", GrafanaFiles.expressions());

        assertThat(MeterName.values())
                .allSatisfy(meter -> assertThat(all).contains(meter.id().replace('.', '_')));
    }

    @Test
    void findsTheMetricsOfAnExpression() {
        String expression =
                "sum by (job, le) (rate(a_bucket{job=\"x_y\", le!=\"b\"}[5m])) / on (job) group_left () c_total > 1e3"
                        + " and d[$__range]";

        assertThat(metrics(expression)).containsExactly("a_bucket", "c_total", "d");
    }

    /** Names that are left when strings, selectors, ranges, groupings and words of the language are taken out. */
    private static Set<String> metrics(String expression) {
        String bare = expression
                .replaceAll("\"[^\"]*\"", "")
                .replaceAll("\\{[^}]*}", " ")
                .replaceAll("\\[[^\\]]*]", " ");
        bare = GROUPING.matcher(bare).replaceAll(" ");
        Set<String> names = new TreeSet<>();
        NAME.matcher(bare).results().map(result -> result.group()).forEach(names::add);
        names.removeAll(WORDS);
        return names;
    }

    private static List<String[]> matchers(String selector) {
        List<String[]> matchers = new ArrayList<>();
        MATCHER.matcher(selector)
                .results()
                .forEach(found -> matchers.add(new String[] {found.group(1), found.group(2), found.group(3)}));
        return matchers;
    }

    private static void add(String line) {
        int end = Math.min(index(line, '{'), index(line, ' '));
        Map<String, Set<String>> labels = EXPORTED.computeIfAbsent(line.substring(0, end), name -> new HashMap<>());
        if (line.charAt(end) == '{') {
            for (String[] label : matchers(line.substring(end, line.lastIndexOf('}')))) {
                labels.computeIfAbsent(label[0], name -> new HashSet<>()).add(label[2]);
            }
        }
    }

    private static int index(String line, char character) {
        int index = line.indexOf(character);
        return index < 0 ? line.length() : index;
    }
}
