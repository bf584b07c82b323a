package io.pactwatch.train.encoder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

class FiguresTest {
    private static Example stating(int... terms) {
        List<Example.ClaimLabel> claims = new ArrayList<>();
        for (int term : terms) {
            claims.add(new Example.ClaimLabel(term, 2, 1));
        }
        return new Example(
                new int[3],
                new boolean[3],
                OptionalInt.empty(),
                OptionalInt.of(1),
                List.of(new Example.Centre(1, 2, claims)),
                1);
    }

    private static HeadReader.Reading reading(int status, double... terms) {
        int[] statuses = new int[terms.length];
        java.util.Arrays.fill(statuses, status);
        return new HeadReader.Reading(0, 0, List.of(new HeadReader.CentreReading(terms, statuses, statuses)));
    }

    @Test
    void termsCountAgainstTheirThresholdsAndStatusesGivenTheTerm() {
        TermFigures figures = TermFigures.of(
                List.of(stating(0), stating(1), stating()),
                List.of(reading(2, 0.9, 0.6), reading(1, 0.1, 0.7), reading(2, 0.1, 0.1)),
                new float[] {0.5f, 0.5f});

        assertThat(figures.micro()).isCloseTo(2 * 2 / 5.0, within(1e-9));
        assertThat(figures.macro()).isCloseTo((1 + 2 / 3.0) / 2, within(1e-9));
        assertThat(figures.status()).isCloseTo(0.5, within(1e-9));
    }

    @Test
    void theThresholdIsTheOneThatSeparates() {
        List<Example> examples = new ArrayList<>();
        List<HeadReader.Reading> readings = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            examples.add(i < 10 ? stating(0) : stating());
            readings.add(reading(0, i < 10 ? 0.32 : 0.28));
        }

        assertThat(Thresholds.of(examples, readings, 1)[0]).isBetween(0.28f, 0.32f);
    }

    @Test
    void macroF1IsTheMeanOfTheLabels() {
        Confusion confusion = new Confusion(2);
        confusion.add(0, 0);
        confusion.add(0, 1);
        confusion.add(1, 1);

        assertThat(confusion.macroF1()).isCloseTo((2 / 3.0 + 2 / 3.0) / 2, within(1e-9));
    }
}
