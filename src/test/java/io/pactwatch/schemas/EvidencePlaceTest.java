package io.pactwatch.schemas;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.pactwatch.analysis.ArticleAnalysis;
import io.pactwatch.analysis.ArticleAnalyzer;
import io.pactwatch.article.Article;
import io.pactwatch.contract.Evidence;
import io.pactwatch.feed.SampleArticles;
import io.pactwatch.serde.ArticleReader;
import io.pactwatch.signal.Citation;
import io.pactwatch.testing.Messages;
import io.pactwatch.testing.SampleRun;
import io.pactwatch.testing.SeedArticles;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

/** Every quote that is published stands in its article at the offsets that are published with it. */
class EvidencePlaceTest {
    private static final ArticleAnalyzer ANALYZER = ArticleAnalyzer.forWatchlist(SampleArticles.watchlist());

    @Test
    void everyQuoteAboutTheSamplesStandsWhereItsOffsetsSay() {
        Map<String, String> bodies = new HashMap<>();
        SampleArticles.all()
                .forEach(sample ->
                        bodies.put(sample.article().id(), sample.article().body()));
        bodies.put("event-1", SampleRun.EVENT_TEXT);

        List<Citation> citations = citations(SampleRun.of());

        assertThat(citations).extracting(Citation::articleId).contains("event-1");
        assertThat(citations).hasSizeGreaterThan(30).allSatisfy(citation -> assertPlace(citation, bodies));
    }

    @Test
    void everyQuoteAboutRealArticlesStandsWhereItsOffsetsSay() {
        List<byte[]> messages =
                SeedArticles.require().stream().map(Messages::bytes).toList();
        Map<String, String> bodies = new HashMap<>();
        messages.stream().map(ArticleReader::read).forEach(article -> bodies.put(article.id(), article.body()));

        assertThat(citations(SampleRun.about(messages)))
                .isNotEmpty()
                .allSatisfy(citation -> assertPlace(citation, bodies));
    }

    /** Whatever stands before and after a text, and whatever line ends and signs it has. */
    @Property(tries = 300)
    void everyQuoteStandsWhereItsOffsetsSayInATextThatWasMoved(
            @ForAll("samples") Article sample, @ForAll("noise") String before, @ForAll("noise") String after) {
        Article moved = ArticleReader.read(Messages.bytes(message(sample, before, after)));
        for (ArticleAnalysis analysis : ANALYZER.analyze(moved, Instant.EPOCH)) {
            analysis.claims().forEach(claim -> assertPlace(claim.evidence(), moved.body()));
            analysis.toneEvidence().ifPresent(evidence -> assertPlace(evidence, moved.body()));
        }
    }

    @Provide
    Arbitrary<Article> samples() {
        return Arbitraries.of(SampleArticles.all().stream()
                .map(SampleArticles.Sample::article)
                .toList());
    }

    @Provide
    Arbitrary<String> noise() {
        return Arbitraries.of(
                        "\uD83D\uDCC8",
                        "\r\n",
                        "\n\n",
                        "e\u0301",
                        "\u00A0",
                        "İ",
                        "ﬁ",
                        "협상",
                        "\u200B",
                        "Dr. No. 5. ",
                        "\t")
                .list()
                .ofMaxSize(8)
                .map(parts -> String.join("", parts));
    }

    private static ObjectNode message(Article sample, String before, String after) {
        return Messages.article(sample.id(), before + sample.body().replace("\n", "\r\n") + after)
                .put("title", sample.title());
    }

    private static List<Citation> citations(SampleRun run) {
        return Stream.concat(
                        run.alerts().stream().flatMap(alert -> alert.evidence().stream()),
                        run.ledger().stream()
                                .flatMap(line -> line.changes().stream())
                                .flatMap(change -> change.evidence().stream()))
                .distinct()
                .toList();
    }

    private static void assertPlace(Citation citation, Map<String, String> bodies) {
        assertPlace(new Evidence(citation.exact(), citation.start(), citation.end()), bodies.get(citation.articleId()));
    }

    private static void assertPlace(Evidence evidence, String body) {
        int start = body.offsetByCodePoints(0, evidence.start());
        int end = body.offsetByCodePoints(0, evidence.end());
        assertThat(body.substring(start, end)).isEqualTo(evidence.exact());
    }
}
