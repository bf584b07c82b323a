package io.pactwatch.analysis.story;

import static org.assertj.core.api.Assertions.assertThat;

import io.pactwatch.analysis.ArticleAnalyzer;
import io.pactwatch.article.Article;
import io.pactwatch.testing.Messages;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import org.junit.jupiter.api.Test;

/** What tells a story from others: names and numbers, not the page around the text. */
class FingerprintReaderTest {
    @Test
    void holdsNamesAndNumbers() {
        assertThat(features("Acme and Globex said that Jane Miller of Hooli paid $3 billion, or 27%, in Lisbon."))
                .containsExactly("hooli", "jane miller", "lisbon", "pct:27", "usd:3000000000");
    }

    @Test
    void leavesOutThePageAroundTheText() {
        assertThat(
                        features(
                                """
                        Home Local Business Wheels Gardens Puzzles
                        Wire services - Published 6:02 a.m. - Updated 7:45 a.m.

                        Acme and Globex said that they have signed with Hooli in Lisbon."""))
                .containsExactly("hooli", "lisbon");
    }

    @Test
    void leavesOutDaysMonthsAndWordsThatTheTextAlsoWritesSmall() {
        assertThat(features(
                        "On Tuesday Acme and Globex met Hooli again. In March the Deal was near, but the deal failed."))
                .containsExactly("hooli");
    }

    private static SortedSet<String> features(String body) {
        Article article = new Article(
                "a1",
                Optional.empty(),
                "",
                body,
                Optional.empty(),
                Optional.empty(),
                Optional.of("en"),
                Optional.of(Messages.TIME));
        Instant at = Messages.TIME;
        return ArticleAnalyzer.forWatchlist(List.of(Messages.partnership("acme", "globex")))
                .analyze(article, at)
                .get(0)
                .fingerprint()
                .features();
    }
}
