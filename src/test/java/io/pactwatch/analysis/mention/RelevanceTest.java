package io.pactwatch.analysis.mention;

import static org.assertj.core.api.Assertions.assertThat;

import io.pactwatch.analysis.text.ArticleText;
import io.pactwatch.article.Partnership;
import io.pactwatch.article.Party;
import java.util.List;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

class RelevanceTest {
    private static final NameIndex NAMES = new NameIndex(List.of(new Partnership(
            "northwind-ostara",
            "Northwind / Ostara",
            List.of(
                    new Party("northwind", "Northwind", List.of(), List.of()),
                    new Party("ostara", "Ostara", List.of(), List.of())))));

    @Test
    void aTextInWhichTheTwoMeetIsAboutThem() {
        double both =
                relevance("Northwind and Ostara sign", "Northwind pays Ostara.").orElseThrow();
        double once = relevance("Markets", "Oil fell. " + "It rained. ".repeat(9) + "Northwind met Ostara.")
                .orElseThrow();

        assertThat(both).isGreaterThan(0.6);
        assertThat(once).isBetween(0.01, 0.3);
    }

    @Test
    void aTextThatBeginsWithOneAndGoesOnAboutEitherIsAboutThemThoughTheyNeverMeet() {
        assertThat(relevance(
                        "A rent is cut",
                        "Ostara pays less. Lawyers agreed. Northwind said so. It rained. Ostara slept."))
                .isPresent();
    }

    @Test
    void aTextThatOnlyListsThemApartIsNot() {
        assertThat(relevance("Markets", "Northwind rose. " + "It rained. ".repeat(5) + "Ostara fell."))
                .isEmpty();
        assertThat(relevance(
                        "Markets",
                        "It rained. ".repeat(5) + "Northwind rose. Oil fell. Ostara fell. It rained. Ostara slept."))
                .isEmpty();
    }

    @Test
    void aTextThatNamesOneAloneIsNot() {
        assertThat(relevance("Northwind", "Northwind rose. Northwind fell. Northwind slept."))
                .isEmpty();
    }

    private static OptionalDouble relevance(String title, String body) {
        ArticleText text = new ArticleText(title, body);
        return Relevance.of(new PairMentions(
                text.sentences(),
                NAMES.find(text.text(), text.folded()),
                0,
                1,
                new boolean[text.sentences().size()]));
    }
}
