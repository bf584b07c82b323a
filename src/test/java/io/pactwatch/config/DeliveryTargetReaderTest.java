package io.pactwatch.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.pactwatch.alert.AlertKind;
import io.pactwatch.alert.Severity;
import io.pactwatch.article.InvalidInputException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DeliveryTargetReaderTest {
    @TempDir
    Path folder;

    @Test
    void readsTheTargets() throws IOException {
        DeliveryConfig config = read(
                """
                delivery:
                  consoleUrl: https://pactwatch.example/
                  targets:
                    - {name: am, type: alertmanager, url: http://alertmanager:9093, resend: 30s, lifetime: 2d}
                    - name: team
                      type: Slack
                      urlFile: /run/secrets/slack-url
                      severity: warning
                      partnerships: [microsoft-openai]
                      kinds: [term_change, SENTIMENT_SHIFT]
                      historical: true
                      fromBeginning: true
                      connectTimeout: 1s
                      requestTimeout: 2s
                    - {name: archive, type: json, url: 'https://archive.example/in', tokenEnv: ARCHIVE_TOKEN,
                       signingKeyFile: /run/secrets/key, headers: {X-Team: deals}}
                """);

        assertThat(config.consoleUrl()).isEqualTo("https://pactwatch.example");
        DeliveryTarget alertmanager = config.targets().get(0);
        assertThat(alertmanager.type()).isEqualTo(DeliveryTarget.Type.ALERTMANAGER);
        assertThat(alertmanager.filter()).isEqualTo(DeliveryTarget.Filter.ALL);
        assertThat(alertmanager.timing().resend()).isEqualTo(Duration.ofSeconds(30));
        assertThat(alertmanager.timing().lifetime()).isEqualTo(Duration.ofDays(2));
        DeliveryTarget team = config.targets().get(1);
        assertThat(team.url()).isEqualTo(new SecretSource(SecretSource.Kind.FILE, "/run/secrets/slack-url"));
        assertThat(team.filter())
                .isEqualTo(new DeliveryTarget.Filter(
                        Set.of("microsoft-openai"),
                        Set.of(AlertKind.TERM_CHANGE, AlertKind.SENTIMENT_SHIFT),
                        Severity.WARNING,
                        true,
                        true));
        assertThat(team.timing().connect()).isEqualTo(Duration.ofSeconds(1));
        assertThat(team.timing().request()).isEqualTo(Duration.ofSeconds(2));
        DeliveryTarget archive = config.targets().get(2);
        assertThat(archive.token()).contains(new SecretSource(SecretSource.Kind.ENVIRONMENT, "ARCHIVE_TOKEN"));
        assertThat(archive.signingKey()).contains(new SecretSource(SecretSource.Kind.FILE, "/run/secrets/key"));
        assertThat(archive.headers()).isEqualTo(Map.of("X-Team", "deals"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{name: a, type: mail, url: 'http://h'} | target 'a': type: unknown 'mail'; give alertmanager, slack, json",
                "{name: a, url: 'http://h'} | target 'a': type: missing",
                "{type: json, url: 'http://h'} | target number 1: name: missing",
                "{name: A b, type: json, url: 'http://h'} | name: 'A b' is not 1 to 40 lower-case letters",
                "{name: a, type: json} | target 'a': needs url, urlEnv or urlFile",
                "{name: a, type: json, url: 'http://h', urlFile: f} | target 'a': both url and urlFile are given; give one",
                "{name: a, type: json, url: 'http://h', tokenEnv: T, tokenFile: f} | both tokenEnv and tokenFile are given",
                "{name: a, type: json, url: 'ftp://h/key-secret'} | url: not an http or https address",
                "{name: a, type: json, url: 'https://u:key-secret@h'} | url: not an http or https address",
                "{name: a, type: json, url: 'http://h', sevrity: info} | unknown key 'sevrity'; did you mean 'severity'?",
                "{name: a, type: json, url: 'http://h', severity: high} | severity: unknown 'high'; give info, warning, critical",
                "{name: a, type: json, url: 'http://h', kinds: [NEWS]} | kinds: unknown 'NEWS'; give sentiment_shift",
                "{name: a, type: json, url: 'http://h', partnerships: {a: b}} | partnerships: expected a list of words",
                "{name: a, type: json, url: 'http://h', historical: maybe} | historical: expected true or false",
                "{name: a, type: json, url: 'http://h', requestTimeout: 1h} | requestTimeout: 1h is not between 10ms and 5m",
                "{name: a, type: json, url: 'http://h', requestTimeout: soon} | requestTimeout: 'soon' is not a duration",
                "{name: a, type: slack, url: 'http://h', resend: 1m} | resend: is for the type alertmanager only",
                "{name: a, type: json, url: 'http://h', headers: {Host: x}} | headers: 'Host' is not a header that can be set",
                "'{name: a, type: json, url: ''http://h'', headers: {X-A: \"key-secret\\n\"}}' | the value of 'X-A' is not printable ASCII",
                "{name: a, type: json, url: 'http://h', tokenEnv: T, headers: {authorization: key-secret}} | both a token and the header",
                "word | target number 1: expected keys and values"
            },
            quoteCharacter = '~')
    void refusesAWrongTargetInOneLineWithoutItsSecrets(String target, String message) {
        String yaml = target.startsWith("'")
                ? target.substring(1, target.length() - 1).replace("''", "'")
                : target;
        assertThatThrownBy(() -> read("delivery.targets:\n- " + yaml + "\n"))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageStartingWith(folder.resolve("pactwatch.yaml") + ": delivery target ")
                .hasMessageContaining(message)
                .hasMessageNotContainingAny("\n", "key-secret");
    }

    @Test
    void refusesTwoTargetsOfOneName() {
        String target = "- {name: a, type: json, url: 'http://h'}\n";
        assertThatThrownBy(() -> read("delivery.targets:\n" + target + target))
                .isInstanceOf(InvalidInputException.class)
                .hasMessage(folder.resolve("pactwatch.yaml")
                        + ": delivery.targets: two targets of the name 'a'; give each its own");
    }

    @Test
    void refusesTargetsThatAreNoListAndAnUnknownKeyBesideThem() {
        assertThatThrownBy(() -> read("delivery: {targets: all}\n")).hasMessageContaining("expected a list such as");
        assertThatThrownBy(() -> read("delivery: {consolUrl: 'http://h'}\n"))
                .hasMessageContaining("did you mean 'delivery.consoleUrl'?");
        assertThatThrownBy(() -> read("delivery: {consoleUrl: here}\n"))
                .hasMessageEndingWith(
                        "pactwatch.yaml: delivery.consoleUrl: 'here' is no address such as" + " http://localhost:8080");
    }

    @Test
    void readsASecretAnewFromItsFileAndTellsNoValue() throws IOException {
        Path file = Files.writeString(folder.resolve("secret"), " first \n");
        SecretSource source = new SecretSource(SecretSource.Kind.FILE, file.toString());
        assertThat(source.read(Map.of())).isEqualTo("first");

        Files.writeString(file, "second");
        assertThat(source.read(Map.of())).isEqualTo("second");

        Files.writeString(file, "key\nsecret");
        assertThatThrownBy(() -> source.read(Map.of()))
                .hasMessage("file " + file + ": more than one line, or a control character");
        assertThatThrownBy(() -> new SecretSource(SecretSource.Kind.ENVIRONMENT, "TOKEN").read(Map.of("TOKEN", " ")))
                .hasMessage("environment variable TOKEN: is missing or empty");
        assertThat(new SecretSource(SecretSource.Kind.VALUE, "key-secret"))
                .hasToString("the value in the configuration");
    }

    private DeliveryConfig read(String yaml) throws IOException {
        Path file = Files.writeString(folder.resolve("pactwatch.yaml"), yaml);
        return ConfigReader.read(Optional.of(file), Map.of(), Map.of()).delivery();
    }
}
