package io.pactwatch.signal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CusumThresholdTest {
    /** Average run lengths of the two-sided chart with reference value 0.5 as tabulated in the literature. */
    @ParameterizedTest
    @CsvSource({"4, 0, 167.7", "5, 0, 465", "4, 1, 8.38", "5, 1, 10.38"})
    void agreesWithTheMarkovChainOfBrookAndEvans(double threshold, double shift, double expected) {
        assertThat(MarkovRunLength.twoSided(0.5, threshold, shift)).isCloseTo(expected, within(expected * 0.005));
    }

    @ParameterizedTest
    @CsvSource({"2.5", "3", "4", "5", "6", "7"})
    void approximatesTheInControlRunLengthWithinFivePercent(double threshold) {
        double exact = MarkovRunLength.twoSided(0.5, threshold, 0);
        assertThat(CusumThreshold.runLength(0.5, threshold)).isCloseTo(exact, within(exact * 0.05));
    }

    @Property
    void isTheInverseOfTheRunLength(@ForAll @DoubleRange(min = 20, max = 5000) double runLength) {
        double threshold = CusumThreshold.forRunLength(0.5, runLength);
        assertThat(CusumThreshold.runLength(0.5, threshold)).isCloseTo(runLength, within(runLength * 1e-9));
    }

    @Property
    void risesWithTheRunLength(
            @ForAll @DoubleRange(min = 20, max = 4000) double runLength,
            @ForAll @DoubleRange(min = 0.1, max = 900) double more) {
        assertThat(CusumThreshold.forRunLength(0.5, runLength + more))
                .isGreaterThan(CusumThreshold.forRunLength(0.5, runLength));
    }

    @Test
    void boundsTheRunLengthOnBothSides() {
        assertThat(CusumThreshold.forRunLength(0.5, 0))
                .isEqualTo(CusumThreshold.forRunLength(0.5, CusumThreshold.LEAST_RUN_LENGTH));
        assertThat(CusumThreshold.forRunLength(0.5, 1e12))
                .isEqualTo(CusumThreshold.forRunLength(0.5, CusumThreshold.GREATEST_RUN_LENGTH));
    }
}
