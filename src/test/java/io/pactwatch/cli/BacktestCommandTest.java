package io.pactwatch.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.pactwatch.feed.SampleArticles;
import io.pactwatch.feed.SampleArticles.Sample;
import io.pactwatch.schemas.MessageSchemas;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BacktestCommandTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    @TempDir
    Path folder;

    private final CapturedCommandLine commandLine = new CapturedCommandLine();

    @Test
    void printsAlertsAsMessagesAndScoresThemAgainstTheLabels() throws IOException {
        assertThat(commandLine.execute("backtest", "--json", samples(false).toString()))
                .isZero();

        assertThat(lines()).isNotEmpty().allSatisfy(alert -> {
            assertThat(alert.get("schemaVersion").asInt()).isEqualTo(1);
            assertThat(alert.get("evidence").size()).isPositive();
        });
        assertThat(commandLine.err())
                .startsWith("precision ")
                .contains("recall ")
                .contains(" facts found")
                .hasLineCount(1);
    }

    @Test
    void readsTheArticlesInTheOrderOfPublicationWhateverTheOrderOfTheFile() throws IOException {
        commandLine.execute("backtest", "--json", samples(false).toString());
        TreeSet<String> ids = alertIds();
        commandLine.clear();

        commandLine.execute("backtest", "--json", samples(true).toString());

        assertThat(alertIds()).isEqualTo(ids);
    }

    @Test
    void endsWithTheLedgerOnRequest() throws IOException {
        assertThat(commandLine.execute(
                        "backtest", "--json", "--ledger", samples(false).toString()))
                .isZero();

        List<JsonNode> ledger =
                lines().stream().filter(line -> line.has("changes")).toList();
        assertThat(ledger).isNotEmpty();
        assertThat(lines().subList(lines().size() - ledger.size(), lines().size()))
                .isEqualTo(ledger);
        assertThat(ledger)
                .extracting(line -> line.get("partnership").get("id").asText() + " "
                        + line.get("key").get("term").asText())
                .contains("microsoft-openai INVESTMENT");
    }

    @Test
    void showsAlertsAndTheTermsInForceToPeople() throws IOException {
        assertThat(commandLine.execute("backtest", "--ledger", samples(false).toString()))
                .isZero();

        assertThat(commandLine.out()).contains("TERM_CHANGE  ", "stage ANNOUNCED", "  term ", "INVESTMENT");
    }

    @Test
    void scoresNothingWithoutLabels() throws IOException {
        Path file = Files.writeString(folder.resolve("plain.jsonl"), "{\"id\":\"a\",\"body\":\"No party at all.\"}\n");

        assertThat(commandLine.execute("backtest", file.toString())).isZero();

        assertThat(commandLine.out()).isEmpty();
        assertThat(commandLine.err()).isEmpty();
    }

    @Test
    void findsTheUsersOwnTerms() throws IOException {
        Path terms = Files.writeString(
                folder.resolve("terms.yaml"),
                """
                cues:
                  loyalty: {en: [loyalty points]}
                terms:
                  - name: LOYALTY_POINTS
                    definition: Points that customers of one party earn with the other.
                    valueType: percent
                    rules:
                      - {id: points, find: [loyalty], value: [percent], otherwise: new}
                """);
        Path articles = Files.writeString(
                folder.resolve("points.jsonl"),
                "{\"id\":\"a\",\"language\":\"en\",\"publishedAt\":\"2024-10-18\",\"title\":\"Microsoft and OpenAI"
                        + " agree on points\",\"body\":\"Microsoft and OpenAI announced on Friday that they have agreed on"
                        + " loyalty points of 3 percent for customers of OpenAI.\"}\n");

        assertThat(commandLine.execute(
                        "backtest", "--json", "--ledger", "--terms", terms.toString(), articles.toString()))
                .isZero();

        List<JsonNode> own = lines().stream()
                .filter(line -> line.path("term").path("name").asText().equals("LOYALTY_POINTS"))
                .toList();
        assertThat(own).hasSize(1);
        assertThat(own.get(0).at("/after/percent").asInt()).isEqualTo(3);
        assertThat(MessageSchemas.closed().problems("alert", own.get(0))).isEmpty();
        assertThat(lines())
                .anySatisfy(line -> assertThat(line.at("/key/term").asText()).isEqualTo("LOYALTY_POINTS"));
    }

    @Test
    void refusesAWrongFileOfTermsWithItsLine() throws IOException {
        Path terms =
                Files.writeString(folder.resolve("terms.yaml"), "terms:\n  - name: LOYALTY_POINTS\n    colour: red\n");

        assertThat(commandLine.execute(
                        "backtest", "--terms", terms.toString(), samples(false).toString()))
                .isNotZero();

        assertThat(commandLine.err())
                .contains(terms + ", line 3: unknown key 'colour'")
                .hasLineCount(1);
        assertThat(commandLine.out()).isEmpty();
    }

    private Path samples(boolean reversed) throws IOException {
        List<String> messages = SampleArticles.all().stream()
                .map(Sample::message)
                .map(message -> new String(message, StandardCharsets.UTF_8))
                .collect(Collectors.toCollection(ArrayList::new));
        if (reversed) {
            Collections.reverse(messages);
        }
        return Files.write(folder.resolve("samples.jsonl"), messages);
    }

    private TreeSet<String> alertIds() throws IOException {
        TreeSet<String> ids = new TreeSet<>();
        lines().forEach(alert -> ids.add(alert.get("id").asText()));
        return ids;
    }

    private List<JsonNode> lines() throws IOException {
        List<JsonNode> lines = new ArrayList<>();
        for (String line : commandLine.lines()) {
            lines.add(JSON.readTree(line));
        }
        return lines;
    }
}
