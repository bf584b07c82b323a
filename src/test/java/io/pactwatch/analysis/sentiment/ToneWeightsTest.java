package io.pactwatch.analysis.sentiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.pactwatch.analysis.Sentiment;
import io.pactwatch.analysis.model.Tier;
import io.pactwatch.analysis.sentiment.ToneFeatures.Part;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ToneWeightsTest {
    private static final Part NOTHING = new Part(0, 0);

    @ParameterizedTest
    @EnumSource(Tier.class)
    void anArticleThatIsGoodThroughoutIsPositiveAndItsOppositeNegative(Tier tier) {
        Part good = new Part(0.9, 0.02);
        Part bad = new Part(0.02, 0.9);

        assertThat(ToneWeights.of(tier).score(new ToneFeatures(0.5, good, good, good, 0, 0.9)))
                .isGreaterThan(Sentiment.NEUTRAL);
        assertThat(ToneWeights.of(tier).score(new ToneFeatures(-0.5, bad, bad, bad, -0.9, 0)))
                .isLessThan(-Sentiment.NEUTRAL);
    }

    @ParameterizedTest
    @EnumSource(Tier.class)
    void anArticleInWhichNothingIsReadIsNeutral(Tier tier) {
        assertThat(ToneWeights.of(tier).score(new ToneFeatures(0, NOTHING, NOTHING, NOTHING, 0, 0)))
                .isBetween(-Sentiment.NEUTRAL, Sentiment.NEUTRAL);
    }

    @Property
    void theScoreIsOneWhateverIsRead(
            @ForAll @DoubleRange(min = -1, max = 1) double words,
            @ForAll @DoubleRange(min = 0, max = 1) double good,
            @ForAll @DoubleRange(min = 0, max = 1) double bad) {
        Part part = new Part(good, bad * (1 - good));
        double score = ToneWeights.of(Tier.FAST).score(new ToneFeatures(words, part, part, part, -bad, good));

        assertThat(score).isBetween(-1.0, 1.0);
    }

    @Test
    void aToneThatIsAsProbableAsNeutralLiesOnTheBorder() {
        double[] none = new double[10];
        ToneWeights undecided = new ToneWeights(with(none, -9), with(none, 0), with(none, 1e-9));

        assertThat(undecided.score(new ToneFeatures(0, NOTHING, NOTHING, NOTHING, 0, 0)))
                .isCloseTo(Sentiment.NEUTRAL, within(1e-6));
    }

    private static double[] with(double[] weights, double constant) {
        double[] row = weights.clone();
        row[row.length - 1] = constant;
        return row;
    }
}
