package io.pactwatch.testing;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.pactwatch.article.Partnership;
import io.pactwatch.feed.SampleArticles;
import io.pactwatch.serde.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;

/** Real articles that are not part of the repository; tests that read them skip where they are missing. */
public final class SeedArticles {
    private static final Path FILE = Path.of("..", "shared", "seeds", "seeds.jsonl");
    private static final Path OF_WORKTREE = Path.of("..").resolve(FILE);

    private SeedArticles() {}

    /** The articles in the order of publication; skips the test where they are missing. */
    public static List<ObjectNode> require() {
        Path file = Files.exists(FILE) ? FILE : OF_WORKTREE;
        assumeTrue(Files.exists(file), FILE + " is missing: this check needs articles that are not in the repository");
        try {
            return Files.readAllLines(file).stream()
                    .map(line -> Json.read(line.getBytes(StandardCharsets.UTF_8), ObjectNode.class))
                    .sorted(Comparator.comparing(
                            article -> article.path("publishedAt").asText()))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The partnerships that they are about, among others. */
    public static List<Partnership> watchlist() {
        return SampleArticles.watchlist();
    }
}
