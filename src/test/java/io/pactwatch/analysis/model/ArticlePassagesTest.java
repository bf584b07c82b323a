package io.pactwatch.analysis.model;

import static org.assertj.core.api.Assertions.assertThat;

import io.pactwatch.analysis.mention.NameIndex;
import io.pactwatch.analysis.mention.PairMentions;
import io.pactwatch.analysis.model.PassageSetting.Place;
import io.pactwatch.analysis.text.ArticleText;
import io.pactwatch.analysis.text.Span;
import io.pactwatch.article.Partnership;
import io.pactwatch.article.Party;
import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ArticlePassagesTest {
    private static final NameIndex NAMES = new NameIndex(List.of(new Partnership(
            "northwind-ostara",
            "Northwind / Ostara",
            List.of(
                    new Party("northwind", "Northwind", List.of(), List.of("Ada Quill")),
                    new Party("ostara", "Ostara", List.of(), List.of())))));

    @Test
    void readsASentenceBetweenItsNeighbours() {
        Map<Integer, Passage> passages =
                read("A title", "Rain fell. Northwind met Ostara. They signed. The sun came out. Snow fell.");

        assertThat(passages).containsOnlyKeys(2);
        assertThat(passages.get(2).text()).isEqualTo("Rain fell. Northwind met Ostara. They signed.");
        assertThat(centre(passages.get(2))).isEqualTo("Northwind met Ostara.");
        assertThat(words(passages.get(2), passages.get(2).firstParty())).containsExactly("Northwind");
        assertThat(words(passages.get(2), passages.get(2).secondParty())).containsExactly("Ostara");
    }

    @Test
    void neighboursShareAPassage() {
        Map<Integer, Passage> passages =
                read("", "Northwind met Ostara. Ostara smiled. Ada Quill of Northwind smiled too. Ostara left.");

        assertThat(passages).containsOnlyKeys(0, 1, 2, 3);
        assertThat(passages.get(0).text())
                .isEqualTo(passages.get(1).text())
                .isEqualTo(passages.get(2).text());
        assertThat(passages.get(3).text()).isEqualTo("Ada Quill of Northwind smiled too. Ostara left.");
        assertThat(words(passages.get(3), passages.get(3).firstParty())).containsExactly("Northwind");
    }

    @Test
    void keepsHeadlineAndBodyApart() {
        Map<Integer, Passage> passages = read("Northwind leaves", "Ostara stays.");

        assertThat(passages.get(0).text()).isEqualTo("Northwind leaves");
        assertThat(passages.get(1).text()).isEqualTo("Ostara stays.");
    }

    @Test
    void aPassageKnowsTheHeadlineTheMonthAndWhereItStands() {
        Map<Integer, Passage> passages =
                read("Northwind leaves", "Ostara stays. " + "It rains.\n\n".repeat(8) + "Ostara wins.");

        assertThat(passages.get(1).setting())
                .isEqualTo(new PassageSetting("Northwind leaves", Optional.of(YearMonth.of(2025, 10)), Place.LEAD));
        assertThat(passages.get(10).setting().place()).isEqualTo(Place.END);
        assertThat(passages.get(1).setting().words()).isEqualTo("October 2025, lead: Northwind leaves");
    }

    @Test
    void aHeadlineIsNotReadTwice() {
        Map<Integer, Passage> passages = read("Northwind leaves", "Ostara stays.");

        assertThat(passages.get(0).setting())
                .isEqualTo(new PassageSetting("", Optional.of(YearMonth.of(2025, 10)), Place.UNKNOWN));
    }

    @Test
    void boundsLongSentencesAndLongArticles() {
        Map<Integer, Passage> words = read("", "Northwind " + "word ".repeat(10_000) + "Ostara.");
        Map<Integer, Passage> sentences = read("", "Northwind met Ostara. ".repeat(500));

        assertThat(words.get(0).text()).hasSize(2_000);
        assertThat(words.get(0).secondParty()).isEmpty();
        assertThat(sentences.size()).isBetween(ArticlePassages.MOST_SENTENCES, ArticlePassages.MOST_SENTENCES + 2);
    }

    private static Map<Integer, Passage> read(String title, String body) {
        ArticleText text = new ArticleText(title, body);
        PairMentions pair = new PairMentions(
                text.sentences(),
                NAMES.find(text.text(), text.folded()),
                0,
                1,
                new boolean[text.sentences().size()]);
        return new ArticlePassages(text, pair, List.of(), "en", Instant.parse("2025-10-28T00:00:00Z"))
                .read(pair::namesOne);
    }

    private static String centre(Passage passage) {
        return passage.text()
                .substring(passage.centre().start(), passage.centre().end());
    }

    private static List<String> words(Passage passage, List<Span> places) {
        return places.stream()
                .map(place -> passage.text().substring(place.start(), place.end()))
                .toList();
    }
}
