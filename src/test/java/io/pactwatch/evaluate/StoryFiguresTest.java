package io.pactwatch.evaluate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.pactwatch.analysis.ArticleAnalyzer;
import io.pactwatch.article.Article;
import io.pactwatch.article.Partnership;
import io.pactwatch.feed.SampleArticles;
import io.pactwatch.signal.SignalSettings;
import io.pactwatch.testing.Messages;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StoryFiguresTest {
    private static final Partnership PARTNERSHIP = Messages.partnership("acme", "globex");

    @TempDir
    private Path folder;

    private final StoryFigures figures = new StoryFigures(SignalSettings.DEFAULTS);

    @Test
    void meansThePrecisionAndRecallOfEachArticle() {
        add("a", "s1", 0, "paid $3 billion, or 27%, for 100 shops.");
        add("b", "s1", 1, "gave $3 billion, or 27%, for shops.");
        add("c", "s2", 2, "took $3 billion, or 27%, for nothing.");
        add("d", "s2", 40, "have opened 2,000 shops.");
        StoryFigures.Score score = figures.score();
        assertThat(score.articles()).isEqualTo(4);
        assertThat(score.precision()).isCloseTo((2.0 / 3 + 2.0 / 3 + 1.0 / 3 + 1) / 4, within(1e-9));
        assertThat(score.recall()).isCloseTo((1 + 1 + 0.5 + 0.5) / 4, within(1e-9));
        assertThat(score.text()).isEqualTo("stories of 4 articles: B-cubed precision 0.667, recall 0.750, F1 0.706");
        assertThat(figures.differences())
                .containsExactly(
                        "labelled as one story, not found as such: a, b",
                        "labelled as one story, not found as such: c, d",
                        "found as one story, not labelled as such: a, b, c");
    }

    @Test
    void findsTheStoriesOfTheSampleArticles() throws IOException {
        List<String> messages = SampleArticles.all().stream()
                .map(sample -> new String(sample.message(), StandardCharsets.UTF_8))
                .toList();
        Path file = Files.write(folder.resolve("samples.jsonl"), messages);
        ArticleAnalyzer analyzer = ArticleAnalyzer.forWatchlist(List.of());
        for (LabelledText text : new LabelledFiles(SampleArticles.watchlist()).read(file)) {
            figures.add(
                    text,
                    analyzer
                            .withWatchlist(List.of(text.partnership()))
                            .analyze(text.article(), text.publishedAt())
                            .stream()
                            .findFirst());
        }
        assertThat(figures.score().f1()).isGreaterThan(0.95);
    }

    private void add(String id, String story, int day, String rest) {
        Instant at = Messages.TIME.plus(Duration.ofDays(day));
        Article article = new Article(
                id,
                Optional.empty(),
                "",
                "Acme and Globex said that they " + rest,
                Optional.empty(),
                Optional.empty(),
                Optional.of("en"),
                Optional.of(at));
        figures.add(
                new LabelledText(
                        article, at, "en", PARTNERSHIP, "neutral", List.of(), Optional.of(story), Optional.empty()),
                ArticleAnalyzer.forWatchlist(List.of(PARTNERSHIP)).analyze(article, at).stream()
                        .findFirst());
    }
}
