package io.pactwatch.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CommandLineTest {
    @TempDir
    Path folder;

    private final CapturedCommandLine commandLine = new CapturedCommandLine();

    @Test
    void listsTheCommandsAndSaysThatOneIsNeeded() {
        assertThat(commandLine.execute()).isEqualTo(2);
        assertThat(commandLine.err())
                .contains("demo", "run", "feed", "alerts", "deliver", "why", "analyze", "backtest", "completion");
        assertThat(commandLine.out()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"demo", "run", "feed", "alerts", "deliver", "why", "analyze", "backtest", "completion"})
    void explainsEveryCommandWithAnExample(String command) {
        assertThat(commandLine.execute(command, "--help")).isZero();
        assertThat(commandLine.out())
                .startsWith("Usage: pactwatch " + command)
                .contains("Examples:")
                .contains("pactwatch " + command);
    }

    @Test
    void namesItsVersion() {
        assertThat(commandLine.execute("--version")).isZero();
        assertThat(commandLine.out()).startsWith("pactwatch ").contains("Kafka 4.");
    }

    @Test
    void printsACompletionScript() {
        assertThat(commandLine.execute("completion")).isZero();
        assertThat(commandLine.out()).startsWith("#!/usr/bin/env bash").contains("backtest");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "fed                          | did you mean 'feed'?",
                "feed                         | Missing required parameter: 'PATH|-'; see 'pactwatch feed --help'",
                "feed --dry-rnu a.jsonl       | did you mean '--dry-run'?",
                "run --data x                 | --embedded-broker",
                "backtest --lateness soon a   | 'soon' is not a duration",
                "demo --pace fast             | 'fast' is not a double"
            },
            quoteCharacter = '"')
    void tellsWrongUsageInOneLineWithCode2(String arguments, String message) {
        assertThat(commandLine.execute(arguments.strip().split(" +"))).isEqualTo(2);
        assertThat(commandLine.err())
                .startsWith("pactwatch: ")
                .contains(message)
                .hasLineCount(1);
    }

    @Test
    void tellsAFailureInOneLineWithCode1() {
        Path missing = folder.resolve("missing.yaml");

        assertThat(commandLine.execute("feed", "--dry-run", "--config", missing.toString(), "a.jsonl"))
                .isEqualTo(1);

        assertThat(commandLine.err())
                .isEqualTo("pactwatch: " + missing + ": cannot be read, check the path given with --config\n");
    }

    @Test
    void refusesALatenessOutOfRangeAndAPaceOutOfRange() {
        assertThat(commandLine.execute("backtest", "--lateness", "1s", "a.jsonl"))
                .isEqualTo(1);
        assertThat(commandLine.execute("demo", "--pace", "-1")).isEqualTo(1);
        assertThat(commandLine.err())
                .contains("--lateness 1s: ", "--pace -1.0: give 0 to 60 seconds")
                .hasLineCount(2);
    }

    @Test
    void checksArticlesWithoutKafka() throws IOException {
        Path good = Files.writeString(folder.resolve("good.jsonl"), "{\"body\":\"a\"}\n{\"body\":\"b\"}\n");

        assertThat(commandLine.execute("feed", "--dry-run", good.toString())).isZero();
        assertThat(commandLine.out()).isEqualTo("checked, could be sent: 2, refused: 0\n");
    }

    @Test
    void tellsEveryArticleThatIsRefusedWithItsLine() throws IOException {
        Path bad = Files.writeString(folder.resolve("bad.jsonl"), "{\"body\":\"a\"}\nno\n{\"title\":1}\n");

        assertThat(commandLine.execute("feed", "--dry-run", bad.toString())).isEqualTo(1);
        assertThat(commandLine.out()).isEqualTo("checked, could be sent: 1, refused: 2\n");
        assertThat(commandLine.err())
                .contains("refused " + bad + ":2: ", "refused " + bad + ":3: title: ")
                .hasLineCount(2);
    }

    @Test
    void saysThatNoBrokerAnswersWhereTheAddressIsWrong() {
        assertThat(commandLine.execute("alerts", "--bootstrap-servers", "nowhere"))
                .isEqualTo(1);
        assertThat(commandLine.err())
                .startsWith("pactwatch: Kafka at nowhere: ")
                .hasLineCount(1);
    }
}
