package io.pactwatch.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class DashboardTest {
    private static final Pattern DASHBOARD_LINK = Pattern.compile("/d/([a-z-]+)");

    static Stream<Path> dashboards() {
        return GrafanaFiles.dashboards().stream();
    }

    @Test
    void namesTheRowsOfThePipelineByTheStagesInOrder() {
        JsonNode pipeline = GrafanaFiles.read(GrafanaFiles.FOLDER.resolve("dashboards/pactwatch-pipeline.json"));

        assertThat(GrafanaFiles.panels(pipeline).stream()
                        .filter(DashboardTest::isRow)
                        .map(row -> row.path("title").asText()))
                .containsExactly("article", "analysis", "signal", "alert", "process");
    }

    @ParameterizedTest
    @MethodSource("dashboards")
    void hasTheNameOfTheFileAsItsIdAndCannotBeEdited(Path file) {
        JsonNode dashboard = GrafanaFiles.read(file);

        assertThat(file.getFileName()).hasToString(dashboard.path("uid").asText() + ".json");
        assertThat(dashboard.path("editable").asBoolean(true)).isFalse();
        assertThat(dashboard.path("description").asText()).isNotBlank();
    }

    @ParameterizedTest
    @MethodSource("dashboards")
    void givesEveryPanelATitleADescriptionAUnitAndAWordForNoData(Path file) {
        assertThat(shown(file)).isNotEmpty().allSatisfy(panel -> {
            assertThat(panel.path("title").asText()).isNotBlank();
            assertThat(panel.path("description").asText())
                    .hasSizeGreaterThan(20)
                    .endsWith(".");
            assertThat(panel.at("/fieldConfig/defaults/unit").asText()).isNotBlank();
            assertThat(panel.at("/fieldConfig/defaults/noValue").asText()).isNotBlank();
            assertThat(panel.at("/datasource/uid").asText()).isEqualTo("${datasource}");
            assertThat(panel.path("targets")).isNotEmpty();
        });
    }

    @ParameterizedTest
    @MethodSource("dashboards")
    void givesEveryPanelItsOwnIdAndTitle(Path file) {
        List<JsonNode> panels = GrafanaFiles.panels(GrafanaFiles.read(file));

        assertThat(panels).extracting(panel -> panel.path("id").asInt()).doesNotHaveDuplicates();
        assertThat(panels).extracting(panel -> panel.path("title").asText()).doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @MethodSource("dashboards")
    void laysPanelsOutWithoutOverlapWithinTheGrid(Path file) {
        List<JsonNode> panels = GrafanaFiles.panels(GrafanaFiles.read(file));

        for (int i = 0; i < panels.size(); i++) {
            Area area = Area.of(panels.get(i));
            assertThat(area.x() + area.w()).isLessThanOrEqualTo(24);
            assertThat(panels.subList(0, i).stream().map(Area::of).filter(area::overlaps))
                    .isEmpty();
        }
    }

    @ParameterizedTest
    @MethodSource("dashboards")
    void leadsToEveryOtherDashboardAndToNoneThatIsNotThere(Path file) {
        Set<String> known = dashboards().map(DashboardTest::uid).collect(Collectors.toCollection(TreeSet::new));
        List<String> linked = DASHBOARD_LINK
                .matcher(GrafanaFiles.read(file).toString())
                .results()
                .map(link -> link.group(1))
                .toList();

        assertThat(known).containsExactly("pactwatch-overview", "pactwatch-partnership", "pactwatch-pipeline");
        assertThat(known).containsAll(linked);
        assertThat(linked)
                .containsAll(
                        known.stream().filter(uid -> !uid.equals(uid(file))).toList());
    }

    @Test
    void opensThePartnershipOfARowOrASeries() {
        JsonNode overview = GrafanaFiles.read(GrafanaFiles.FOLDER.resolve("dashboards/pactwatch-overview.json"));

        assertThat(overview.toString())
                .contains("/d/pactwatch-partnership?var-partnership=${__data.fields.partnership}")
                .contains("/d/pactwatch-partnership?var-partnership=${__field.labels.partnership}");
    }

    @ParameterizedTest
    @MethodSource("dashboards")
    void marksAlertsAsAnnotations(Path file) {
        assertThat(GrafanaFiles.stream(GrafanaFiles.read(file).at("/annotations/list")))
                .isNotEmpty()
                .allSatisfy(annotation -> {
                    assertThat(annotation.at("/datasource/uid").asText()).isEqualTo("${datasource}");
                    assertThat(annotation.path("expr").asText()).containsAnyOf("ALERTS", "pactwatch_alerts");
                    assertThat(annotation.path("titleFormat").asText()).isNotBlank();
                });
    }

    @ParameterizedTest
    @MethodSource("dashboards")
    void setsNoColourOfOneThemeAlone(Path file) {
        assertThat(GrafanaFiles.read(file).toString()).doesNotContainPattern("(?i)#[0-9a-f]{6}|rgb\\(|\"style\"");
    }

    @ParameterizedTest
    @MethodSource("dashboards")
    void readsFromTheProvisionedDatasourceUnlessAnotherIsChosen(Path file) {
        JsonNode source = GrafanaFiles.read(GrafanaFiles.FOLDER.resolve("provisioning/datasources/prometheus.yaml"));
        JsonNode variable = GrafanaFiles.stream(GrafanaFiles.read(file).at("/templating/list"))
                .filter(each -> each.path("name").asText().equals("datasource"))
                .findFirst()
                .orElseThrow();

        assertThat(variable.at("/current/value").asText())
                .isEqualTo(source.at("/datasources/0/uid").asText());
    }

    @Test
    void isProvisionedReadOnly() {
        JsonNode provider = GrafanaFiles.read(GrafanaFiles.FOLDER.resolve("provisioning/dashboards/pactwatch.yaml"))
                .at("/providers/0");

        assertThat(provider.path("disableDeletion").asBoolean()).isTrue();
        assertThat(provider.path("allowUiUpdates").asBoolean(true)).isFalse();
    }

    private static String uid(Path file) {
        return GrafanaFiles.read(file).path("uid").asText();
    }

    private static List<JsonNode> shown(Path file) {
        return GrafanaFiles.panels(GrafanaFiles.read(file)).stream()
                .filter(panel -> !isRow(panel))
                .toList();
    }

    private static boolean isRow(JsonNode panel) {
        return panel.path("type").asText().equals("row");
    }

    /** Place of a panel on the grid. */
    private record Area(int x, int y, int w, int h) {
        static Area of(JsonNode panel) {
            JsonNode place = panel.path("gridPos");
            return new Area(
                    place.path("x").asInt(),
                    place.path("y").asInt(),
                    place.path("w").asInt(),
                    place.path("h").asInt());
        }

        boolean overlaps(Area other) {
            return x < other.x + other.w && other.x < x + w && y < other.y + other.h && other.y < y + h;
        }
    }
}
