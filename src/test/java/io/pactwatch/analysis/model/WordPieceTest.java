package io.pactwatch.analysis.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.pactwatch.analysis.text.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class WordPieceTest {
    private static final List<String> VOCABULARY = List.of(
            "[PAD]", "[UNK]", "[CLS]", "[SEP]", "north", "##wind", "'", "s", "uber", "-", "deal", "##s", "全", "球", ".",
            "$");

    private final WordPiece tokenizer = new WordPiece(VOCABULARY);

    @Test
    void cutsWordsIntoTheLongestPiecesAndKnowsTheirPlaces() {
        assertThat(read("Northwind's Deals."))
                .containsExactly("north|North", "##wind|wind", "'|'", "s|s", "deal|Deal", "##s|s", ".|.");
    }

    @Test
    void dropsAccentsControlCharactersAndWideBlanks() {
        assertThat(read("Ü\u200Bber\u3000de\u0301al\u0007s"))
                .containsExactly("uber|Ü\u200Bber", "deal|de\u0301al\u0007", "##s|s");
    }

    @Test
    void takesIdeographsAndSymbolsOneByOne() {
        assertThat(read("全球$")).containsExactly("全|全", "球|球", "$|$");
    }

    @Test
    void marksAWordAsUnknownThatHasNoPiecesOrIsVeryLong() {
        assertThat(read("dealx 😀 " + "s".repeat(101)))
                .containsExactly("[UNK]|dealx", "[UNK]|😀", "[UNK]|" + "s".repeat(101));
    }

    @Test
    void readsNoMoreThanFits() {
        Pieces pieces = tokenizer.read("deal deals deal deal", 5);

        assertThat(pieces.size()).isEqualTo(5);
        assertThat(pieces.number(4)).isEqualTo(3);
        assertThat(pieces.place(3)).isEqualTo(new Span(9, 10));
    }

    @Test
    void readsWhereATextStandsBeforeItWithoutAPlaceInIt() {
        PassageSetting setting = new PassageSetting("North deal", Optional.empty(), PassageSetting.Place.UNKNOWN);

        Pieces pieces = tokenizer.read(setting, "deal.", 64);

        assertThat(pieces.size()).isEqualTo(7);
        assertThat(List.of(pieces.number(1), pieces.number(2), pieces.number(3), pieces.number(4)))
                .containsExactly(4, 10, 3, 10);
        assertThat(pieces.inside(new Span(0, 5))).containsExactly(4, 5);
        assertThat(pieces.marking(List.of(new Span(0, 4))))
                .containsExactly(false, false, false, false, true, false, false);
    }

    @Test
    void aLongHeadlineLeavesRoomForTheText() {
        PassageSetting setting = new PassageSetting("deal ".repeat(30), Optional.empty(), PassageSetting.Place.UNKNOWN);

        Pieces pieces = tokenizer.read(setting, "north", 64);

        assertThat(pieces.inside(new Span(0, 5))).hasSize(1);
    }

    @Test
    void refusesAVocabularyWithoutTheMarksOfBothEnds() {
        assertThatThrownBy(() -> new WordPiece(List.of("a", "b")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("vocabulary: [CLS] is missing");
    }

    @Property(tries = 300)
    void placesLieInTheTextInOrder(@ForAll String text) {
        Pieces pieces = tokenizer.read(text, 24);

        assertThat(pieces.size()).isBetween(2, 24);
        int last = 0;
        for (int i = 1; i < pieces.size() - 1; i++) {
            Span place = pieces.place(i);
            assertThat(place.start()).isGreaterThanOrEqualTo(last);
            assertThat(place.end()).isBetween(place.start(), text.length());
            last = place.start();
        }
    }

    private List<String> read(String text) {
        Pieces pieces = tokenizer.read(text, 64);
        List<String> read = new ArrayList<>();
        for (int i = 1; i < pieces.size() - 1; i++) {
            Span place = pieces.place(i);
            read.add(VOCABULARY.get(pieces.number(i)) + "|" + text.substring(place.start(), place.end()));
        }
        return read;
    }
}
