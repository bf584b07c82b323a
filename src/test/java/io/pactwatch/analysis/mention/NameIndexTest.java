package io.pactwatch.analysis.mention;

import static org.assertj.core.api.Assertions.assertThat;

import io.pactwatch.analysis.text.Folding;
import io.pactwatch.article.Partnership;
import io.pactwatch.article.Party;
import java.util.ArrayList;
import java.util.List;
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
