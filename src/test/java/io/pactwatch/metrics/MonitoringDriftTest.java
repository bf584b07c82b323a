package io.pactwatch.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import io.pactwatch.article.Partnership;
import io.pactwatch.serde.WatchlistReader;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.streams.KafkaStreams;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Dashboards and rules use only metrics, labels and label values that the monitor exports. */
class MonitoringDriftTest {
    /** What Prometheus itself adds, with the labels that the rules give to alerts. */
    private static final Map<String, Map<String, Set<String>>> OF_PROMETHEUS = Map.of(
            "up",
            Map.of(),
            "ALERTS",
            Map.of("alertname", Set.of(), "alertstate", Set.of("firing"), "severity", Set.of("warning", "critical")));

    /** What only running tasks and a used heap export; {@link PrometheusIT} asks for it. */
    private static final Set<String> OF_RUNNING = Set.of(
            "jvm_gc_pause_seconds_sum",
            "kafka_stream_task_restore_remaining_records_total",
            "kafka_stream_state_total_sst_files_size",
            "kafka_stream_state_size_all_mem_tables",
            "kafka_stream_state_block_cache_usage");

    private static final Set<String> SCRAPE_LABELS = Set.of("job", "instance");

    private static final Map<String, Map<String, Set<String>>> EXPORTED = new HashMap<>();

    @BeforeAll
    static void scrape(@TempDir Path stateDirectory) {
        try (Meters meters = new Meters();
                KafkaStreams streams = MetersTest.idleStreams(stateDirectory)) {
            meters.bind(streams);
            Samples.exercise(meters.monitor());
            WatchlistReader.read(GrafanaFiles.FOLDER.resolve("canary/watchlist.yaml")).stream()
                    .map(Partnership::id)
                    .forEach(canary -> {
                        meters.monitor().watch(List.of(canary));
                        meters.monitor().story(canary, true);
                    });
            Samples.exercise(new DeliveryMetrics(meters.registry(), "team"));
            Samples.exercise(meters.registry());
            meters.registry()
                    .scrape()
                    .lines()
                    .filter(line -> !line.startsWith("#"))
                    .forEach(MonitoringDriftTest::add);
        }
        EXPORTED.putAll(OF_PROMETHEUS);
        OF_RUNNING.forEach(metric -> EXPORTED.put(metric, Map.of("rocksdb_state_id", Set.of())));
        GrafanaFiles.recordingRules()
                .forEach(rule -> EXPORTED.put(
                        rule.path("record").asText(), labels(rule.path("expr").asText())));
    }

    /** Labels of a recorded series with their values: those that the metrics of its rule have and that it groups by. */
    private static Map<String, Set<String>> labels(String expression) {
        Map<String, Set<String>> labels = new HashMap<>();
        Set<String> kept = PromQl.groupings(expression);
        PromQl.metrics(expression).stream()
                .map(metric -> EXPORTED.getOrDefault(metric, Map.of()))
                .flatMap(of -> of.entrySet().stream())
                .filter(label -> kept.isEmpty() || kept.contains(label.getKey()))
                .forEach(label -> labels.computeIfAbsent(label.getKey(), name -> new HashSet<>())
                        .addAll(label.getValue()));
        return labels;
    }

    @Test
    void usesOnlyMetricsThatAreExported() {
        for (String expression : GrafanaFiles.expressions()) {
            assertThat(PromQl.metrics(expression)).as(expression).isNotEmpty().isSubsetOf(EXPORTED.keySet());
        }
    }

    @Test
    void selectsOnlyByLabelsAndValuesThatAreExported() {
        for (String expression : GrafanaFiles.expressions()) {
            for (PromQl.Selector selector : PromQl.selectors(expression)) {
                Map<String, Set<String>> labels = EXPORTED.getOrDefault(selector.metric(), Map.of());
                for (PromQl.LabelMatcher matcher : selector.matchers()) {
                    if (SCRAPE_LABELS.contains(matcher.label())) {
                        continue;
                    }
                    assertThat(labels).as(expression).containsKey(matcher.label());
                    if (matcher.operator().equals("=") && !matcher.value().startsWith("$")) {
                        assertThat(labels.get(matcher.label())).as(expression).contains(matcher.value());
                    }
                }
            }
        }
    }

    @Test
    void groupsOnlyByLabelsThatOneOfTheMetricsHas() {
        for (String expression : GrafanaFiles.expressions()) {
            Set<String> labels = new HashSet<>(SCRAPE_LABELS);
            PromQl.metrics(expression)
                    .forEach(metric -> labels.addAll(
                            EXPORTED.getOrDefault(metric, Map.of()).keySet()));
            assertThat(labels).as(expression).containsAll(PromQl.groupings(expression));
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
                "sum by (job, le) (rate(a:b:bucket{job=\"x_y\", le!=\"b\"}[5m])) / on (job) group_left () c_total > 1e3"
                        + " and d[$__range]";

        assertThat(PromQl.metrics(expression)).containsExactly("a:b:bucket", "c_total", "d");
    }

    private static void add(String line) {
        int end = Math.min(index(line, '{'), index(line, ' '));
        Map<String, Set<String>> labels = EXPORTED.computeIfAbsent(line.substring(0, end), name -> new HashMap<>());
        if (line.charAt(end) == '{') {
            for (PromQl.LabelMatcher label : PromQl.matchers(line.substring(end, line.lastIndexOf('}')))) {
                labels.computeIfAbsent(label.label(), name -> new HashSet<>()).add(label.value());
            }
        }
    }

    private static int index(String line, char character) {
        int index = line.indexOf(character);
        return index < 0 ? line.length() : index;
    }
}
