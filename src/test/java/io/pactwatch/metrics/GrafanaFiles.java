package io.pactwatch.metrics;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** The dashboards and rules of the repository, read from its {@code grafana} folder. */
final class GrafanaFiles {
    static final Path FOLDER = Path.of("grafana").toAbsolutePath();
    static final Path RULES = FOLDER.resolve("prometheus/rules");
    static final Path RULE_TESTS = FOLDER.resolve("prometheus/tests");

    private GrafanaFiles() {}

    static List<Path> dashboards() {
        return list(FOLDER.resolve("dashboards"), ".json");
    }

    static List<Path> list(Path folder, String suffix) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(suffix))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static JsonNode read(Path file) {
        ObjectMapper mapper = file.toString().endsWith(".json") ? new ObjectMapper() : new YAMLMapper();
        try {
            return mapper.readTree(file.toFile());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Panels in order, rows included, those inside of folded rows too. */
    static List<JsonNode> panels(JsonNode dashboard) {
        return stream(dashboard.path("panels"))
                .flatMap(panel -> Stream.concat(Stream.of(panel), stream(panel.path("panels"))))
                .toList();
    }

    /** Alert rules of all files. */
    static List<JsonNode> alertRules() {
        return rules().filter(rule -> rule.has("alert")).toList();
    }

    /** Recording rules of all files. */
    static List<JsonNode> recordingRules() {
        return rules().filter(rule -> rule.has("record")).toList();
    }

    private static Stream<JsonNode> rules() {
        return list(RULES, ".rules.yml").stream()
                .flatMap(file -> stream(read(file).path("groups")))
                .flatMap(group -> stream(group.path("rules")));
    }

    /**
     * A query of a dashboard.
     *
     * @param place dashboard and panel, variable or annotation
     * @param overTime whether it asks for values over time, or for those at its end
     */
    record DashboardQuery(String place, String expression, boolean overTime) {}

    /** The queries of all panels, variables and annotations of all dashboards. */
    static List<DashboardQuery> queries() {
        List<DashboardQuery> queries = new ArrayList<>();
        for (Path file : dashboards()) {
            JsonNode dashboard = read(file);
            String name = dashboard.path("title").asText() + ", ";
            for (JsonNode panel : panels(dashboard)) {
                stream(panel.path("targets"))
                        .forEach(target -> queries.add(new DashboardQuery(
                                name + panel.path("title").asText(),
                                target.path("expr").asText(),
                                target.path("range").asBoolean())));
            }
            stream(dashboard.at("/templating/list"))
                    .filter(variable -> variable.path("type").asText().equals("query"))
                    .forEach(variable -> queries.add(new DashboardQuery(
                            name + variable.path("label").asText(),
                            variable.at("/query/query").asText(),
                            false)));
            stream(dashboard.at("/annotations/list"))
                    .forEach(annotation -> queries.add(new DashboardQuery(
                            name + annotation.path("name").asText(),
                            annotation.path("expr").asText(),
                            true)));
        }
        return queries;
    }

    /** PromQL expressions of all dashboards and rules. */
    static List<String> expressions() {
        return Stream.concat(queries().stream().map(DashboardQuery::expression), rules().map(rule -> rule.path("expr")
                        .asText()))
                .toList();
    }

    static Stream<JsonNode> stream(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false);
    }
}
