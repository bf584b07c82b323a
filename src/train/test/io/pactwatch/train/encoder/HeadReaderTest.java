package io.pactwatch.train.encoder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

class HeadReaderTest {
    /** Width 1: three pieces between the ends, of which the last two are the centre. */
    private static final float[] HIDDEN = {1, 2, 3, 5, 7};

    private static final Example EXAMPLE = new Example(
            new int[] {0, 1, 2, 3, 4},
            new boolean[] {false, true, true, false, false},
            OptionalInt.of(0),
            OptionalInt.empty(),
            List.of(new Example.Centre(2, 4, List.of())),
            1);

    private static HeadsFile heads(float query) {
        return heads(query, 0);
    }

    private static HeadsFile heads(float query, float statusQuery) {
        HeadsFile.LabelHead tone =
                new HeadsFile.LabelHead(List.of("a", "b"), new float[][] {{0, 1}, {1, 0}}, new float[] {-2, 0});
        HeadsFile.LabelHead status =
                new HeadsFile.LabelHead(List.of("low", "high"), new float[][] {{0, 0}, {1, 0}}, new float[] {4.5f, 0});
        HeadsFile.TermsHead terms = new HeadsFile.TermsHead(
                List.of("T"), new float[][] {{query}}, new float[][] {{1}}, new float[] {-4}, new float[] {0.5f}, new float[][] {{statusQuery}});
        return new HeadsFile(2, 1, 8, List.of("en"), tone, tone, terms, status, status);
    }

    @Test
    void aToneIsReadFromTheBeginningAndTheMeanOfTheMarkedPieces() {
        assertThat(new HeadReader(heads(0)).read(EXAMPLE, HIDDEN).target()).isEqualTo(1);
    }

    @Test
    void aTermAttendsToTheCentreAlone() {
        HeadReader.CentreReading even =
                new HeadReader(heads(0)).read(EXAMPLE, HIDDEN).centres().get(0);
        HeadReader.CentreReading sharp =
                new HeadReader(heads(20)).read(EXAMPLE, HIDDEN).centres().get(0);

        assertThat(even.terms()[0]).isCloseTo(0.5, within(1e-6));
        assertThat(sharp.terms()[0]).isCloseTo(1 / (1 + Math.exp(-1)), within(1e-6));
        assertThat(even.status()[0]).isZero();
        assertThat(sharp.status()[0]).isOne();
    }

    @Test
    void aStatusIsReadFromTheWholeTextByAQueryThatFollowsFromTheTerm() {
        HeadsFile heads = heads(0, 0.5f);
        HeadsFile.LabelHead words =
                new HeadsFile.LabelHead(List.of("low", "high"), new float[][] {{0, 0}, {0, 1}}, new float[] {6.5f, 0});
        HeadsFile byWords =
                new HeadsFile(2, 1, 8, List.of("en"), heads.target(), heads.tie(), heads.terms(), words, words);

        assertThat(new HeadReader(byWords).read(EXAMPLE, HIDDEN).centres().get(0).status()[0]).isOne();
    }
}
