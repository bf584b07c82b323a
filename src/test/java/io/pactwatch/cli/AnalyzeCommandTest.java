package io.pactwatch.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.pactwatch.analysis.ArticleAnalyzer;
import io.pactwatch.article.Article;
import io.pactwatch.contract.TermCatalogue;
import io.pactwatch.feed.SampleArticles;
import io.pactwatch.feed.SampleArticles.Sample;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AnalyzeCommandTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    /** Why a claim was made: a rule found it, or the model alone. */
    private static final Pattern FIRST_REASON = Pattern.compile(
            "rule [a-z_]+/\\S+ on \".+\"|head [A-Z_]+ \\d\\.\\d\\d on \".+\": status [A-Z_]+ \\d\\.\\d\\d");

    @TempDir
    Path folder;

    private final CapturedCommandLine commandLine = new CapturedCommandLine();

    @Test
    void quotesTheSampleArticlesLiterallyAtTheOffsetsThatItGives() throws IOException {
        Path file = samples();
        Map<String, Article> articles = SampleArticles.all().stream()
                .map(Sample::article)
                .collect(Collectors.toMap(Article::id, Function.identity()));
        TermCatalogue catalogue =
                ArticleAnalyzer.forWatchlist(SampleArticles.watchlist()).catalogue();

        assertThat(commandLine.execute("analyze", "--json", file.toString())).isZero();

        List<JsonNode> claims = new ArrayList<>();
        for (JsonNode line : lines()) {
            assertThat(fields(line))
                    .startsWith("articleId", "partnership", "language", "relevance")
                    .endsWith("claims");
            for (JsonNode claim : line.get("claims")) {
                claims.add(claim);
                assertThat(catalogue.find(claim.get("term").asText())).isPresent();
                JsonNode evidence = claim.get("evidence");
                String body = articles.get(line.get("articleId").asText()).body();
                assertThat(codePoints(
                                body,
                                evidence.get("start").asInt(),
                                evidence.get("end").asInt()))
                        .isEqualTo(evidence.get("exact").asText());
            }
        }
        assertThat(claims).hasSizeGreaterThan(40);
    }

    @Test
    void givesOneLineForEachArticleAndPartnership() throws IOException {
        assertThat(commandLine.execute("analyze", "--json", samples().toString()))
                .isZero();

        Set<String> keys = lines().stream()
                .map(line -> line.get("articleId").asText() + " "
                        + line.get("partnership").asText())
                .collect(Collectors.toSet());
        assertThat(keys).hasSameSizeAs(lines()).contains("dev-001 microsoft-openai", "dev-032 apple-goldman-sachs");
    }

    @Test
    void aValueComesWithTheTimeThatTheTextSays() throws IOException {
        Path file = Files.writeString(
                folder.resolve("news.txt"), "Microsoft is the exclusive cloud provider of OpenAI until December 2037.");

        assertThat(commandLine.execute("analyze", "--json", file.toString())).isZero();

        assertThat(lines().get(0).get("claims"))
                .anySatisfy(claim -> assertThat(claim.get("value").toString())
                        .isEqualTo("{\"state\":\"exclusive\",\"until\":\"2037-12\"}"));
    }

    @Test
    void analysesAnyOtherFileAsOneText() throws IOException {
        String text = "Title first\r\n\r\nMicrosoft will invest $10 billion in OpenAI, the two companies announced.\n";
        Path file = Files.writeString(folder.resolve("news.txt"), text);

        assertThat(commandLine.execute("analyze", "--json", file.toString())).isZero();

        assertThat(lines()).hasSize(1);
        JsonNode line = lines().get(0);
        assertThat(line.get("articleId").asText()).isEqualTo(file.toString());
        assertThat(line.get("partnership").asText()).isEqualTo("microsoft-openai");
        JsonNode evidence = line.get("claims").get(0).get("evidence");
        assertThat(codePoints(
                        text, evidence.get("start").asInt(), evidence.get("end").asInt()))
                .isEqualTo(evidence.get("exact").asText());
    }

    @Test
    void tellsABadLineWithItsNumberAndGoesOn() throws IOException {
        Path file = Files.writeString(
                folder.resolve("mixed.jsonl"),
                "{\"id\":\"a\",\"text\":\"Microsoft and OpenAI are partners.\",\"publishedAt\":\"2024-10-18\"}\n{\n"
                        + "{\"id\":\"b\",\"text\":\"Microsoft and OpenAI are partners.\"}\n");

        assertThat(commandLine.execute("analyze", "--json", file.toString())).isEqualTo(1);

        assertThat(lines()).extracting(line -> line.get("articleId").asText()).containsExactly("a", "b");
        assertThat(commandLine.err()).startsWith("refused " + file + ":2: ").hasLineCount(1);
    }

    @Test
    void tellsPeopleWhatAnArticleSays() throws IOException {
        assertThat(commandLine.execute("analyze", samples().toString())).isZero();

        assertThat(commandLine.out())
                .contains("dev-001: Microsoft stakes a billion dollars on OpenAI")
                .contains("Microsoft / OpenAI: tone ")
                .contains("INVESTMENT NEW, 1 billion USD");
    }

    @Test
    void explainsEachClaimByRuleAndWords() throws IOException {
        assertThat(commandLine.execute(
                        "analyze", "--explain", "--tier", "fast", samples().toString()))
                .isZero();

        assertThat(commandLine.out())
                .contains("INVESTMENT NEW, 1 billion USD")
                .contains("rule investment/")
                .contains("tone by \"");
    }

    @Test
    void explainsToMachinesWhenAsked() throws IOException {
        assertThat(commandLine.execute(
                        "analyze",
                        "--explain",
                        "--json",
                        "--tier",
                        "fast",
                        samples().toString()))
                .isZero();

        for (JsonNode line : lines()) {
            for (JsonNode claim : line.get("claims")) {
                assertThat(claim.get("because").get(0).asText()).matches(FIRST_REASON);
            }
        }
    }

    @Test
    void refusesATierThatThereIsNot() throws IOException {
        assertThat(commandLine.execute("analyze", "--tier", "best", samples().toString()))
                .isEqualTo(2);

        assertThat(commandLine.err()).contains("'best' is not one of auto, fast, accurate");
    }

    @Test
    void saysThatAFileIsNotThere() {
        Path missing = folder.resolve("missing.txt");

        assertThat(commandLine.execute("analyze", missing.toString())).isEqualTo(1);

        assertThat(commandLine.err()).isEqualTo("refused " + missing + ": no such file or folder\n");
    }

    private Path samples() throws IOException {
        ByteArrayOutputStream lines = new ByteArrayOutputStream();
        for (Sample sample : SampleArticles.all()) {
            lines.write(sample.message());
            lines.write('\n');
        }
        return Files.write(folder.resolve("samples.jsonl"), lines.toByteArray());
    }

    private List<JsonNode> lines() throws IOException {
        List<JsonNode> lines = new ArrayList<>();
        for (String line : commandLine.lines()) {
            lines.add(JSON.readTree(line));
        }
        return lines;
    }

    private static List<String> fields(JsonNode line) {
        List<String> fields = new ArrayList<>();
        line.fieldNames().forEachRemaining(fields::add);
        return fields;
    }

    private static String codePoints(String text, int start, int end) {
        return text.substring(text.offsetByCodePoints(0, start), text.offsetByCodePoints(0, end));
    }
}
