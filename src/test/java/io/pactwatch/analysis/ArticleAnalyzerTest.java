package io.pactwatch.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import io.pactwatch.article.Article;
import io.pactwatch.contract.Evidence;
import java.util.List;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class ArticleAnalyzerTest {

    @Test
    void saysNothingWithoutBothParties() {
        assertThat(analyze("Northwind grows", "Northwind will invest $3 billion in a lake."))
                .isEmpty();
    }

    @Test
    void namesFarApartAreIrrelevant() {
        String filler = "The weather was fine. ".repeat(10);
        assertThat(analyze("Weather", "Northwind closed early. " + filler + "Ostara opened late."))
                .isEmpty();
    }

    @Test
    void aMereMentionIsLessRelevantThanAStoryAboutBoth() {
        String filler = "Northwind sold more lamps. Lamps were bright. ".repeat(12);
        double mention = analyze("Northwind's quarter", filler + "Ostara's robots helped Northwind.")
                .get(0)
                .relevance();
        double story = analyze("Northwind and Ostara extend pact", "Northwind and Ostara extended their pact.")
                .get(0)
                .relevance();

        assertThat(mention).isLessThan(0.4);
        assertThat(story).isGreaterThan(0.6);
    }

    @Test
    void tellsAQuarrelFromAPraise() {
        Sentiment bad = analyze(
                        "Rift between Northwind and Ostara", "Northwind and Ostara are in a bitter dispute over trust.")
                .get(0)
                .sentiment()
                .orElseThrow();
        Sentiment good = analyze(
                        "Northwind praises Ostara",
                        "Northwind and Ostara renewed their alliance and praised each other.")
                .get(0)
                .sentiment()
                .orElseThrow();

        assertThat(bad.label()).isEqualTo("negative");
        assertThat(good.label()).isEqualTo("positive");
    }

    @Test
    void aMissingToneIsNotNeutral() {
        Article article = Pairs.article("Northwind, Ostara", "Northwind and Ostara share a street.");

        assertThat(Pairs.RULES.analyze(article, Pairs.PUBLISHED).get(0).sentiment())
                .isEmpty();
    }

    @Test
    void namesTheOriginAndItsAnonymity() {
        Attribution attribution = analyze(
                        "Northwind and Ostara",
                        "Northwind and Ostara are in talks, the New York Times reported, citing people familiar with the matter.")
                .get(0)
                .attribution();

        assertThat(attribution.origin()).contains("new york times");
        assertThat(attribution.anonymous()).isTrue();
    }

    @Test
    void numbersOfTheFingerprintAreTheSameInAllLanguages() {
        assertThat(features("Northwind put $13 billion into Ostara for 27%.")).contains("usd:13000000000", "pct:27");
        assertThat(features("노스윈드는 오스타라 지분 27%에 130억 달러를 냈다.")).contains("usd:13000000000", "pct:27");
        assertThat(features("Northwind zahlt 13 Milliarden Dollar für 27 Prozent an Ostara und die Firma ist froh."))
                .contains("usd:13000000000", "pct:27");
    }

    @Property(tries = 300)
    void neverThrowsAndQuotesLiterally(@ForAll("hostileTexts") String body) {
        for (ArticleAnalysis analysis : analyze("Northwind and Ostara", body)) {
            Stream<Evidence> quotes = Stream.concat(
                    analysis.toneEvidence().stream(), analysis.claims().stream().map(claim -> claim.evidence()));
            quotes.forEach(quote -> {
                int start = body.offsetByCodePoints(0, quote.start());
                int end = body.offsetByCodePoints(0, quote.end());
                assertThat(body.substring(start, end)).isEqualTo(quote.exact());
            });
        }
    }

    @Provide
    Arbitrary<String> hostileTexts() {
        Arbitrary<String> pieces = Arbitraries.of(
                "Northwind ",
                "Ostara ",
                "invests $5 billion ",
                "27% stake ",
                "no longer ",
                "\uD83D\uDE80",
                "\uD83D",
                "\uDE80",
                "\0",
                "\u202E\u0627\u0644",
                "first refusal ",
                ". ",
                "\n",
                ", ",
                "오스타라는 ",
                "$",
                "9".repeat(60),
                "until 2030 ",
                "(",
                "独占 ");
        Arbitrary<String> noise = Arbitraries.strings().all().ofMaxLength(12);
        return Arbitraries.oneOf(pieces, noise).list().ofMaxSize(60).map(parts -> String.join("", parts));
    }

    @Test
    void readsAHundredThousandHostileUnits() {
        for (String piece : List.of(
                "Northwind Ostara invest $5 billion stake ",
                "Northwind, Ostara. ",
                "((((",
                "1,",
                "a.",
                "\uD83D",
                "\n")) {
            String body = "Northwind met Ostara. " + piece.repeat(100_000 / piece.length());
            assertThat(analyze("Northwind and Ostara", body)).hasSizeLessThanOrEqualTo(1);
        }
    }

    @Test
    void doublingTheTextFarFromSquaresTheTime() {
        String paragraph =
                "Northwind will invest $5 billion in Ostara, which gives up exclusive cloud rights until 2030.\n";
        nanos(paragraph.repeat(500));
        long once = nanos(paragraph.repeat(500));
        long eightfold = nanos(paragraph.repeat(4_000));

        assertThat(eightfold).isLessThan(32 * once + 200_000_000);
    }

    private static long nanos(String body) {
        long start = System.nanoTime();
        analyze("Northwind and Ostara", body);
        return System.nanoTime() - start;
    }

    private static List<ArticleAnalysis> analyze(String title, String body) {
        return Pairs.ANALYZER.analyze(Pairs.article(title, body), Pairs.PUBLISHED);
    }

    private static Iterable<String> features(String body) {
        return analyze("Northwind and Ostara", body).get(0).fingerprint().features();
    }
}
