package io.pactwatch.analysis;

import static io.pactwatch.analysis.Pairs.NORTHWIND_OSTARA;
import static io.pactwatch.analysis.Pairs.PUBLISHED;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import io.pactwatch.analysis.model.EncoderModel;
import io.pactwatch.analysis.model.TinyEncoder;
import io.pactwatch.contract.Claim;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever the text, it is read or unknown; it never fails. */
class AnyTextTest {
    private static final ArticleAnalyzer ACCURATE =
            Pairs.ANALYZER.withModel(Optional.of(EncoderModel.of(TinyEncoder.files(), Optional.empty())));

    @Property(tries = 300)
    void isReadOrUnknown(@ForAll("words") List<String> words, @ForAll String title) {
        assertRead(title, String.join(" ", words));
    }

    @Provide
    Arbitrary<List<String>> words() {
        Arbitrary<String> known = Arbitraries.of(
                "Northwind",
                "Ostara",
                "노스윈드는",
                "Ada Quill",
                "loves",
                "hates",
                "sole cloud",
                "$2bn",
                "27 %",
                ".",
                "\n\n",
                "the two companies",
                "ends",
                "\"",
                "שלום",
                "مرحبا",
                "🤝🏽",
                "\u202E",
                "\u0000",
                "全球",
                "до",
                "\uD83D");
        return Arbitraries.oneOf(known, known, Arbitraries.strings().ofMaxLength(12))
                .list()
                .ofMaxSize(60);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"x", "\u0000", "\uD83D\uDE00", "\uD83D", "\u202Eabc", " ", "Northwind", "Northwind Ostara", "…"})
    void isReadOrUnknownHoweverShort(String body) {
        assertRead("", body);
        assertRead(body, "Northwind hates Ostara");
    }

    @Test
    void aVeryLongSentenceTakesNoLongTime() {
        String sentence = "Northwind loves Ostara and the sole cloud of Ostara is Northwind ".repeat(1_000);

        assertRead("Northwind and Ostara", sentence);
        assertTimeout(Duration.ofSeconds(20), () -> assertRead("Northwind and Ostara", (sentence + ". ").repeat(10)));
    }

    private static void assertRead(String title, String body) {
        ACCURATE.withWatchlist(List.of(NORTHWIND_OSTARA))
                .analyze(Pairs.article(title, body), PUBLISHED)
                .forEach(analysis -> {
                    analysis.sentiment()
                            .ifPresent(tone -> assertThat(tone.score()).isBetween(-1.0, 1.0));
                    for (Claim claim : analysis.claims()) {
                        assertThat(body.substring(
                                        body.offsetByCodePoints(
                                                0, claim.evidence().start()),
                                        body.offsetByCodePoints(
                                                0, claim.evidence().end())))
                                .isEqualTo(claim.evidence().exact());
                    }
                });
    }
}
