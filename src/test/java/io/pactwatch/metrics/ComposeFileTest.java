package io.pactwatch.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import com.fasterxml.jackson.databind.JsonNode;
import io.pactwatch.config.ConfigReader;
import io.pactwatch.config.DeliveryTarget;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What {@code docker-compose.yml} promises. */
class ComposeFileTest {
    private final JsonNode compose =
            GrafanaFiles.read(Path.of("docker-compose.yml").toAbsolutePath());

    @Test
    void isAcceptedByDockerCompose() throws Exception {
        ExternalProgram.check("docker-compose", List.of("--profile", "samples", "config", "--quiet"));
    }

    @Test
    void publishesPortsOnTheLoopbackAddressOnly() {
        List<String> ports = values("ports").toList();

        assertThat(ports).isNotEmpty().allMatch(port -> port.startsWith("127.0.0.1:"));
    }

    @Test
    void pinsEveryImage() {
        List<String> images = services()
                .map(service -> service.path("image").asText())
                .filter(image -> !image.isEmpty())
                .toList();

        assertThat(images).isNotEmpty().allMatch(image -> image.matches("[a-z/-]+:v?[0-9]+\\.[0-9]+\\.[0-9]+"));
    }

    @Test
    void runsTheBrokerThatTheClientsAreMadeFor() throws IOException {
        String version = compose.at("/services/kafka/image").asText().replace("apache/kafka:", "");

        assertThat(Files.readString(Path.of("pom.xml"))).contains("<kafka.version>" + version + "</kafka.version>");
    }

    @Test
    void mountsOnlyFilesOfTheRepositoryAndDeclaredVolumes() {
        assertThat(values("volumes").map(volume -> volume.split(":")[0]))
                .isNotEmpty()
                .allSatisfy(source -> {
                    if (source.startsWith("./")) {
                        assertThat(Path.of(source)).exists();
                    } else {
                        assertThat(compose.path("volumes").has(source))
                                .as(source)
                                .isTrue();
                    }
                });
    }

    @Test
    void setsTheMonitorUpWithSettingsThatItKnows() {
        Map<String, String> environment = new HashMap<>();
        compose.at("/services/pactwatch/environment")
                .properties()
                .forEach(variable ->
                        environment.put(variable.getKey(), variable.getValue().asText()));

        assertThat(environment).isNotEmpty();
        assertThatCode(() -> ConfigReader.read(Optional.empty(), environment, Map.of()))
                .doesNotThrowAnyException();
    }

    @Test
    void deliversAlertsToTheAlertmanagerBesideIt() {
        List<DeliveryTarget> targets = ConfigReader.read(
                        Optional.of(Path.of("compose", "pactwatch.yaml")), Map.of(), Map.of())
                .delivery()
                .targets();

        assertThat(GrafanaFiles.stream(compose.at("/services/pactwatch/command"))
                        .map(JsonNode::asText))
                .contains("/etc/pactwatch/pactwatch.yaml");
        assertThat(targets).extracting(DeliveryTarget::type).containsExactly(DeliveryTarget.Type.ALERTMANAGER);
        assertThat(targets.get(0).url().place()).isEqualTo("http://alertmanager:9093");
        assertThat(compose.at("/services/alertmanager").isMissingNode()).isFalse();
    }

    @Test
    void alertmanagerAcceptsItsConfiguration() throws Exception {
        ExternalProgram.check("amtool", List.of("check-config", "grafana/alertmanager.yml"));
    }

    @Test
    void groupsTheAlertsAboutAPartnershipApartFromThoseAboutTheHealth() throws Exception {
        ExternalProgram.check(
                "amtool",
                List.of(
                        "config",
                        "routes",
                        "test",
                        "--config.file=grafana/alertmanager.yml",
                        "--verify.receivers=news",
                        "alertname=PactwatchTermChange",
                        "partnership=acme-globex"));
        ExternalProgram.check(
                "amtool",
                List.of(
                        "config",
                        "routes",
                        "test",
                        "--config.file=grafana/alertmanager.yml",
                        "--verify.receivers=page",
                        "alertname=PactwatchDown",
                        "job=pactwatch"));
    }

    @Test
    void holdsNoSecret() {
        assertThat(services().flatMap(service -> fieldNames(service.path("environment"))))
                .isNotEmpty()
                .noneMatch(name -> name.matches(".*(PASSWORD|SECRET|TOKEN).*"));
    }

    private Stream<JsonNode> services() {
        return GrafanaFiles.stream(compose.path("services"));
    }

    private Stream<String> values(String list) {
        return services()
                .flatMap(service -> GrafanaFiles.stream(service.path(list)))
                .map(JsonNode::asText);
    }

    private static Stream<String> fieldNames(JsonNode object) {
        Stream.Builder<String> names = Stream.builder();
        object.fieldNames().forEachRemaining(names::add);
        return names.build();
    }
}
