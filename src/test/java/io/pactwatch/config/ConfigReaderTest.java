package io.pactwatch.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.pactwatch.alert.AlertSettings;
import io.pactwatch.analysis.model.TierSetting;
import io.pactwatch.article.InvalidInputException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ConfigReaderTest {
    @TempDir
    Path folder;

    @Test
    void givesTheDefaultsWhenNothingIsSet() {
        assertThat(ConfigReader.read(Optional.empty(), Map.of("HOME", "/root"), Map.of()))
                .isEqualTo(MonitorConfig.DEFAULTS);
    }

    @Test
    void givesTheDefaultsForAnEmptyFile() throws IOException {
        assertThat(readFile("# nothing yet\n")).isEqualTo(MonitorConfig.DEFAULTS);
    }

    @Test
    void namesTheTiersThatCanBeChosen() {
        assertThatThrownBy(() -> readFile("analysis: {tier: best}\n"))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageEndingWith("analysis.tier: 'best' is not one of auto, fast, accurate");
    }

    @Test
    void readsEverySettingOfAFile() throws IOException {
        MonitorConfig config = readFile(
                """
                bootstrapServers: a:9092,b:9092
                applicationId: watch
                topics: {prefix: news., partitions: 8, replicationFactor: 3}
                stream:
                  threads: 4
                  commitInterval: 50ms
                  stateDirectory: /var/lib/pactwatch
                  instanceId: one
                limits.articleBytes: 500000
                limits.futureTolerance: 1m
                analysis.tier: fast
                analysis.terms: own/terms.yaml
                signal: {lateness: 3d, storyWindow: 10d, falseAlarmsPerYear: 0.5}
                alert: {termCoolDown: 1h, negotiationCoolDown: 2h, shiftCoolDown: 3h}
                alert.dailyBudget: 7
                alert.historicalAfter: 60d
                alert.longestEmbargo: 10d
                console: {host: 0.0.0.0, port: 9000}
                kafka:
                  security.protocol: SSL
                  ssl:
                    truststore.location: /etc/trust.jks
                """);

        assertThat(config.bootstrapServers()).isEqualTo("a:9092,b:9092");
        assertThat(config.applicationId()).isEqualTo("watch");
        assertThat(config.topics()).isEqualTo(new MonitorConfig.Topics("news.", 8, (short) 3));
        assertThat(config.stream())
                .isEqualTo(new MonitorConfig.Stream(4, Duration.ofMillis(50), Path.of("/var/lib/pactwatch"), "one"));
        assertThat(config.limits()).isEqualTo(new MonitorConfig.Limits(500_000, Duration.ofMinutes(1)));
        assertThat(config.analysis().tier()).isEqualTo(TierSetting.FAST);
        assertThat(config.analysis().terms()).contains(Path.of("own/terms.yaml"));
        assertThat(config.signal().lateness()).isEqualTo(Duration.ofDays(3));
        assertThat(config.signal().storyWindow()).isEqualTo(Duration.ofDays(10));
        assertThat(config.signal().falseAlarmsPerYear()).isEqualTo(0.5);
        assertThat(config.alert())
                .isEqualTo(new AlertSettings(
                        Duration.ofHours(1),
                        Duration.ofHours(2),
                        Duration.ofHours(3),
                        7,
                        Duration.ofDays(60),
                        Duration.ofDays(10)));
        assertThat(config.console()).isEqualTo(new MonitorConfig.Console("0.0.0.0", 9000));
        assertThat(config.kafka())
                .isEqualTo(Map.of("security.protocol", "SSL", "ssl.truststore.location", "/etc/trust.jks"));
    }

    @Test
    void prefersTheCommandLineToTheEnvironmentAndThatToTheFile() throws IOException {
        Path file = file("bootstrapServers: file:1\napplicationId: file\ntopics.prefix: file.\n");
        Map<String, String> environment =
                Map.of("PACTWATCH_BOOTSTRAP_SERVERS", "environment:1", "PACTWATCH_APPLICATION_ID", "environment");

        MonitorConfig config =
                ConfigReader.read(Optional.of(file), environment, Map.of("bootstrapServers", "command:1"));

        assertThat(config.bootstrapServers()).isEqualTo("command:1");
        assertThat(config.applicationId()).isEqualTo("environment");
        assertThat(config.topics().prefix()).isEqualTo("file.");
    }

    @Test
    void readsNestedKeysAndKafkaPropertiesFromTheEnvironment() {
        MonitorConfig config = ConfigReader.read(
                Optional.empty(),
                Map.of("PACTWATCH_TOPICS_REPLICATION_FACTOR", "3", "PACTWATCH_KAFKA_SECURITY_PROTOCOL", "SASL_SSL"),
                Map.of());

        assertThat(config.topics().replicationFactor()).isEqualTo((short) 3);
        assertThat(config.kafka()).isEqualTo(Map.of("security.protocol", "SASL_SSL"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"PACTWATCH_DEBUG", "PACTWATCH_PORT", "PACTWATCH_SERVICE_HOST", "PACTWATCH_PORT_8080_TCP_ADDR"})
    void ignoresVariablesThatOthersSet(String variable) {
        assertThat(ConfigReader.read(Optional.empty(), Map.of(variable, "tcp://10.0.0.1:8080"), Map.of()))
                .isEqualTo(MonitorConfig.DEFAULTS);
    }

    @Test
    void takesTheTokenOfTheConsoleFromTheEnvironmentOrFromAFile() throws IOException {
        Path secret = Files.writeString(folder.resolve("secret"), "0123456789abcdef-file\n");
        String variable = "PACTWATCH_CONSOLE_TOKEN";

        assertThat(ConfigReader.read(Optional.empty(), Map.of(variable, "0123456789abcdef-variable"), Map.of())
                        .console()
                        .token())
                .contains("0123456789abcdef-variable");
        assertThat(readFile("console: {tokenFile: '" + secret + "', openAccess: true}\n")
                        .console())
                .isEqualTo(new MonitorConfig.Console("127.0.0.1", 8080, Optional.of("0123456789abcdef-file"), true));
    }

    @Test
    void refusesATokenThatIsShortMissingOrGivenTwiceWithoutSayingIt() throws IOException {
        assertThatThrownBy(() -> readFile("console.token: sesame\n"))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("pactwatch.yaml: console.token: not 16 to 1000 visible ASCII characters")
                .hasMessageNotContaining("sesame");
        assertThatThrownBy(() -> readFile("console.tokenFile: /no/such/file\n"))
                .hasMessageContaining("console.tokenFile: /no/such/file cannot be read, check the path");
        assertThatThrownBy(() -> readFile("console: {token: 0123456789abcdef, tokenFile: /x}\n"))
                .hasMessageContaining("console.token: given beside console.tokenFile; keep one of them");
        assertThat(readFile("console: {keyStore: a.p12, keyStorePasswordFile: secret}\n")
                        .console()
                        .tls())
                .contains(new MonitorConfig.Tls(Path.of("a.p12"), Path.of("secret")));
        assertThatThrownBy(() -> readFile("console.keyStore: a.p12\n"))
                .hasMessageContaining(
                        "console.keyStore: console.keyStore and console.keyStorePasswordFile go together; set both");
        assertThatThrownBy(() -> readFile("console.openAccess: maybe\n"))
                .hasMessageContaining("console.openAccess: 'maybe' is neither true nor false");
    }

    @Test
    void refusesAnUnknownKeyAndNamesTheLikelyOne() {
        assertThatThrownBy(() -> readFile("topics:\n  partition: 8\n"))
                .isInstanceOf(InvalidInputException.class)
                .hasMessage(folder.resolve("pactwatch.yaml")
                        + ": unknown setting 'topics.partition'; did you mean 'topics.partitions'?");
    }

    @Test
    void listsTheKeysWhenAnUnknownOneResemblesNone() {
        assertThatThrownBy(() -> readFile("colour: blue\n"))
                .hasMessageContaining("unknown setting 'colour'; known are bootstrapServers");
    }

    @Test
    void refusesAnUnknownVariable() {
        assertThatThrownBy(() -> ConfigReader.read(Optional.empty(), Map.of("PACTWATCH_CONSOLE_PROT", "1"), Map.of()))
                .hasMessage("environment: unknown setting 'PACTWATCH_CONSOLE_PROT'; did you mean"
                        + " 'PACTWATCH_CONSOLE_PORT'?");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "topics.partitions: many",
                "topics.partitions: 5000",
                "topics.replicationFactor: 100000",
                "stream.commitInterval: 100",
                "stream.commitInterval: 1h",
                "limits.articleBytes: 5000000000",
                "signal.lateness: 7 weeks",
                "signal.falseAlarmsPerYear: 0",
                "alert.dailyBudget: 0",
                "alert.shiftCoolDown: 31d",
                "alert.longestEmbargo: 400d",
                "console.port: -1"
            })
    void refusesABadValueWithFileKeyAndValue(String line) {
        String key = line.substring(0, line.indexOf(':'));
        assertThatThrownBy(() -> readFile(line + "\n"))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageStartingWith(folder.resolve("pactwatch.yaml") + ": " + key)
                .hasMessageNotContaining("\n");
    }

    @Test
    void namesTheVariableThatHoldsABadValue() {
        assertThatThrownBy(
                        () -> ConfigReader.read(Optional.empty(), Map.of("PACTWATCH_CONSOLE_PORT", "70000"), Map.of()))
                .hasMessage(
                        "environment variable PACTWATCH_CONSOLE_PORT: console.port: 70000 is not between 0 and 65535");
    }

    @Test
    void refusesAListWhereOneValueIsExpected() {
        assertThatThrownBy(() -> readFile("bootstrapServers: [a, b]\n"))
                .hasMessageContaining("bootstrapServers: expected one value, found array");
    }

    @Test
    void saysWhichLineIsNotYaml() {
        assertThatThrownBy(() -> readFile("a: 1\nb: [\n"))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("pactwatch.yaml:");
    }

    @Test
    void refusesAFileThatIsNotThere() {
        Path missing = folder.resolve("missing.yaml");
        assertThatThrownBy(() -> ConfigReader.read(Optional.of(missing), Map.of(), Map.of()))
                .hasMessage(missing + ": cannot be read, check the path given with --config");
    }

    private MonitorConfig readFile(String yaml) throws IOException {
        return ConfigReader.read(Optional.of(file(yaml)), Map.of(), Map.of());
    }

    private Path file(String yaml) throws IOException {
        return Files.writeString(folder.resolve("pactwatch.yaml"), yaml);
    }
}
