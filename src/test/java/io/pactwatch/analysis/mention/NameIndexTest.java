package io.pactwatch.analysis.mention;

import static org.assertj.core.api.Assertions.assertThat;

import io.pactwatch.analysis.text.Folding;
import io.pactwatch.article.Partnership;
import io.pactwatch.article.Party;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class NameIndexTest {
    private static final NameIndex INDEX = new NameIndex(List.of(
            pair("a", party("bank", "Goldman Sachs", "Goldman"), party("apple", "Apple", "애플", "アップル")),
            pair("b", party("chips", "Arm", "ARM"), party("soft", "MS", "마이크로소프트"))));

    @Test
    void theLongestNameWins() {
        assertThat(found("Goldman Sachs and Goldman")).containsExactly("Goldman Sachs", "Goldman");
    }

    @Test
    void latinNamesMatchWholeWords() {
        assertThat(found("Pineapple, Applet, Apple's")).containsExactly("Apple");
    }

    @Test
    void particlesMayFollow() {
        assertThat(found("애플은 마이크로소프트와 Apple과 アップルは")).containsExactly("애플", "마이크로소프트", "Apple", "アップル");
    }

    @Test
    void everydayWordsNeedTheirCapital() {
        assertThat(found("an apple on my arm, ms")).isEmpty();
        assertThat(found("Arm and MS")).containsExactly("Arm", "MS");
    }

    @Test
    void controlCharactersAreBlanks() {
        assertThat(found("Goldman\0Sachs")).containsExactly("Goldman\0Sachs");
    }

    @Test
    void findsThePairAmongTenThousand() {
        List<Partnership> many = new ArrayList<>();
        for (int i = 0; i < 10_000; i++) {
            many.add(pair("p" + i, party("x" + i, "Xcorp" + i + "q"), party("hub", "Hubco")));
        }
        NameIndex index = new NameIndex(many);
        String text = "Hubco met Xcorp77q.";

        assertThat(Candidates.of(index, index.find(text, Folding.fold(text)))).containsExactly(77);
    }

    /** Names that share their beginnings, stand inside each other, and are shorter than what is looked up at once. */
    @Property(tries = 2_000)
    void theShortCutFindsWhatEveryStepOfTheAutomatonFinds(
            @ForAll("texts") String text, @ForAll("names") List<String> names) {
        List<Partnership> pairs = new ArrayList<>();
        for (int i = 0; i + 1 < names.size(); i += 2) {
            pairs.add(pair("p" + i, party("a" + i, names.get(i)), party("b" + i, names.get(i + 1))));
        }
        NameIndex index = new NameIndex(pairs);
        char[] folded = Folding.fold(text);
        assertThat(index.find(text, folded)).isEqualTo(index.findByAutomaton(text, folded));
    }

    @Provide
    Arbitrary<String> texts() {
        return Arbitraries.of(
                        "ab",
                        "abc",
                        "abcd",
                        "abcde",
                        "ab cd",
                        "AB",
                        "Ab",
                        "s",
                        "'s",
                        " ",
                        "  ",
                        ". ",
                        "\n",
                        "\0",
                        "-",
                        "애",
                        "애플",
                        "アップ",
                        "アップル",
                        "은",
                        "甲",
                        "甲乙",
                        "ａｂ",
                        "é",
                        "\uD83D\uDCC8",
                        "x",
                        "1")
                .list()
                .ofMaxSize(40)
                .map(parts -> String.join("", parts));
    }

    @Provide
    Arbitrary<List<String>> names() {
        return Arbitraries.of(
                        "ab",
                        "AB",
                        "abc",
                        "abcd",
                        "abcde",
                        "abcd abc",
                        "ab cd",
                        "ab-ab",
                        "s",
                        "x1",
                        "애플",
                        "アップル",
                        "甲",
                        "甲乙",
                        "é",
                        "abcdab",
                        "abcdabc",
                        "\uD83D\uDCC8 ab")
                .list()
                .uniqueElements()
                .ofMinSize(2)
                .ofMaxSize(12);
    }

    @Test
    void aTextThatNearlyMatchesEverywhereIsReadStepByStepAndGivesTheSame() {
        String beginning = "bank of the bank of the bank of the bank of the bank of ";
        String name = beginning + "the north";
        NameIndex index = new NameIndex(List.of(pair("p", party("north", name), party("hub", "Hubco"))));
        String text = "bank of the ".repeat(1_000) + "north and Hubco";
        char[] folded = Folding.fold(text);

        assertThat(new NameAutomaton(Map.of(name, List.of())).findAtStarts(folded, (begin, end, found) -> {}))
                .isFalse();
        assertThat(index.find(text, folded)).hasSize(2).isEqualTo(index.findByAutomaton(text, folded));
    }

    private static List<String> found(String text) {
        return INDEX.find(text, Folding.fold(text)).stream()
                .map(mention ->
                        text.substring(mention.span().start(), mention.span().end()))
                .distinct()
                .toList();
    }

    private static Party party(String id, String name, String... aliases) {
        return new Party(id, name, List.of(aliases), List.of());
    }

    private static Partnership pair(String id, Party first, Party second) {
        return new Partnership(id, id, List.of(first, second));
    }
}
