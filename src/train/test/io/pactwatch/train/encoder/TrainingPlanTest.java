package io.pactwatch.train.encoder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class TrainingPlanTest {
    @Test
    void theRateRisesThenFallsToNothing() {
        TrainingPlan plan = new TrainingPlan(1, 10, 1, 1, 32, 1e-4, 1e-3, 0.1f, 0, 0);

        assertThat(plan.rateShare(3, 100)).isCloseTo(0.5, within(1e-9));
        assertThat(plan.rateShare(6, 100)).isCloseTo(1, within(1e-9));
        assertThat(plan.rateShare(53, 100)).isCloseTo(0.5, within(1e-9));
        assertThat(plan.rateShare(100, 100)).isZero();
    }

    @Test
    void everyExampleIsInOneBatchAndTheOrderFollowsFromTheSeed() {
        List<Example> examples = IntStream.range(1, 500)
                .mapToObj(i -> new Example(
                        new int[2 + i % 40],
                        new boolean[2 + i % 40],
                        OptionalInt.of(i % 3),
                        OptionalInt.empty(),
                        List.of(),
                        i))
                .toList();

        List<List<Example>> batches = Batches.shuffled(examples, 16, new Random(4));

        List<Example> all = new ArrayList<>();
        batches.forEach(all::addAll);
        assertThat(all).containsExactlyInAnyOrderElementsOf(examples);
        assertThat(batches).allMatch(batch -> batch.size() <= 16);
        assertThat(Batches.shuffled(examples, 16, new Random(4))).isEqualTo(batches);
    }
}
