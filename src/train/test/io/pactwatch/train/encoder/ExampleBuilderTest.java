package io.pactwatch.train.encoder;

import static org.assertj.core.api.Assertions.assertThat;

import io.pactwatch.analysis.model.PassageSetting;
import io.pactwatch.analysis.model.WordPiece;
import io.pactwatch.analysis.text.Span;
import io.pactwatch.contract.ClaimStatus;
import io.pactwatch.contract.Stage;
import io.pactwatch.evaluate.PassageSplit;
import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

class ExampleBuilderTest {
    private static final List<String> VOCABULARY = List.of(
            "[PAD]", "[UNK]", "[CLS]", "[SEP]", "open", "##ai", "pays", "micro", "##soft", ".", "nothing", "else");
    private static final LabelSet LABELS = new LabelSet(List.of("EQUITY_STAKE", "REVENUE_SHARE"));
    private static final String TEXT = "OpenAI pays Microsoft. Nothing else.";

    private static Example example(int maxTokens) {
        LabelledPassage passage = new LabelledPassage(
                "p1",
                true,
                PassageSplit.TRAIN,
                TEXT,
                PassageSetting.NONE,
                List.of(new Span(0, 6), new Span(12, 21)),
                OptionalInt.of(2),
                List.of(
                        new LabelledPassage.Sentence(
                                new Span(0, 22),
                                List.of(new LabelledPassage.Label(
                                        "REVENUE_SHARE", ClaimStatus.IN_FORCE, Stage.EFFECTIVE))),
                        new LabelledPassage.Sentence(new Span(23, 36), List.of())));
        return new ExampleBuilder(new WordPiece(VOCABULARY), LABELS, maxTokens).example(passage);
    }

    @Test
    void everySentenceIsACentreOfItsOwnPiecesAndClaims() {
        Example example = example(64);

        assertThat(example.pieces()).containsExactly(2, 4, 5, 6, 7, 8, 9, 10, 11, 9, 3);
        assertThat(example.centres())
                .containsExactly(
                        new Example.Centre(
                                1,
                                7,
                                List.of(new Example.ClaimLabel(
                                        1, ClaimStatus.IN_FORCE.ordinal(), Stage.EFFECTIVE.ordinal()))),
                        new Example.Centre(7, 10, List.of()));
        assertThat(example.tie()).hasValue(2);
        assertThat(example.target()).isEmpty();
    }

    @Test
    void thePiecesOfThePartiesAreMarked() {
        assertThat(example(64).marked())
                .containsExactly(false, true, true, false, true, true, false, false, false, false, false);
    }

    @Test
    void sentencesBehindTheLastPieceAreLeftOut() {
        assertThat(example(8).centres()).hasSize(1);
    }

    @Test
    void aTextWithoutItsTargetIsReadFromTheBeginning() {
        TargetTone tone = new TargetTone("nothing else", List.of(new Span(3, 3)), 0, true, "g");

        Example example = new ExampleBuilder(new WordPiece(VOCABULARY), LABELS, 64).example(tone);

        assertThat(example.marked()).containsExactly(false, true, false, false);
        assertThat(example.centres()).containsExactly(new Example.Centre(1, 3, List.of()));
        assertThat(example.termWeight()).isLessThan(1);
    }

    @Test
    void aNeighbourKeepsTheClaimsAndMarksOfBoth() {
        Example joined = example(64).followedBy(example(64));

        assertThat(joined.pieces()).containsExactly(2, 4, 5, 6, 7, 8, 9, 10, 11, 9, 4, 5, 6, 7, 8, 9, 10, 11, 9, 3);
        assertThat(joined.centres()).extracting(Example.Centre::from).containsExactly(1, 7, 10, 16);
        assertThat(joined.centres()).extracting(Example.Centre::to).containsExactly(7, 10, 16, 19);
        assertThat(joined.marked()[10]).isTrue();
        assertThat(joined.tie()).isEmpty();
    }
}
