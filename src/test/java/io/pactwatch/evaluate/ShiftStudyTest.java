package io.pactwatch.evaluate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.pactwatch.evaluate.ShiftStudy.Row;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class ShiftStudyTest {
    private static List<Row> rows;

    @BeforeAll
    static void run() {
        rows = new ShiftStudy(400, 1).run();
    }

    @Test
    void theKnownChartHasTheRunLengthsOfTheLiterature() {
        Row known = row("normal", "known CUSUM");
        assertThat(known.interval()).isCloseTo(370, within(60.0));
        assertThat(known.delays().get(1)).isCloseTo(9.93, within(1.2));
    }

    @Test
    void theDetectorKeepsNearTheIntervalThatIsAskedFor() {
        assertThat(row("normal", "detector").interval()).isCloseTo(ShiftStudy.INTERVAL, within(75.0));
        assertThat(row("heavy-tailed (t3)", "detector").interval()).isGreaterThan(0.65 * ShiftStudy.INTERVAL);
        assertThat(row("autocorrelated (AR 0.3)", "detector").interval()).isGreaterThan(0.6 * ShiftStudy.INTERVAL);
    }

    @Test
    void clusteringKeepsTheIntervalThatCountedReprintsDestroy() {
        assertThat(row("normal, 35% reprints clustered", "detector").interval())
                .isGreaterThan(
                        3 * row("normal, 35% reprints counted", "known CUSUM").interval());
    }

    @Test
    void largerShiftsAreFoundSooner() {
        assertThat(rows).allSatisfy(row -> {
            assertThat(row.delays().get(3)).isLessThan(row.delays().get(2));
            assertThat(row.delays().get(2)).isLessThan(row.delays().get(1));
        });
    }

    @Test
    void theSameSeedGivesTheSameFigures() {
        assertThat(new ShiftStudy(20, 7).run()).isEqualTo(new ShiftStudy(20, 7).run());
    }

    private static Row row(String input, String chart) {
        return rows.stream()
                .filter(row -> row.input().equals(input) && row.chart().equals(chart))
                .findFirst()
                .orElseThrow();
    }
}
