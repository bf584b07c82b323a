package io.pactwatch.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.pactwatch.feed.SampleArticles;
import io.pactwatch.feed.SampleArticles.Sample;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Holds the ledger of Microsoft and OpenAI over the sample articles: what changed on which day, and what was in force after it.
 * If this test fails, a rule reads an article otherwise than before: run {@code ./mvnw test -Dtest=LedgerGoldenTest -Dpactwatch.golden=write} and read every changed line beside the
 * articles that it names before you keep it.
 */
class LedgerGoldenTest {
    private static final Path EXPECTED =
            Path.of("src", "test", "resources", "io", "pactwatch", "cli", "expected_ledger.txt");

    @TempDir
    private Path folder;

    @Test
    void theLedgerOfTheSampleArticlesIsTheReviewedOne() throws IOException {
        List<String> messages = SampleArticles.all().stream()
                .map(Sample::message)
                .map(message -> new String(message, StandardCharsets.UTF_8))
                .toList();
        Path file = Files.write(folder.resolve("samples.jsonl"), messages);
        CapturedCommandLine commandLine = new CapturedCommandLine();

        assertThat(commandLine.execute("backtest", "--history", file.toString()))
                .isZero();

        String history = section(commandLine.out(), "Microsoft / OpenAI\n");
        if ("write".equals(System.getProperty("pactwatch.golden"))) {
            Files.createDirectories(EXPECTED.getParent());
            Files.writeString(EXPECTED, history);
        }
        assertThat(history).isEqualTo(Files.readString(EXPECTED));
    }

    /** The part of a text from a heading to the next line that is neither indented nor a day nor empty. */
    private static String section(String text, String heading) {
        int start = text.lastIndexOf("\n" + heading) + 1;
        StringBuilder section = new StringBuilder();
        for (String line : text.substring(start).split("\n", -1)) {
            boolean part = line.isEmpty() || line.startsWith(" ") || Character.isDigit(line.charAt(0));
            if (!section.isEmpty() && !part) {
                break;
            }
            section.append(line).append('\n');
        }
        return section.toString().stripTrailing() + "\n";
    }
}
