package io.pactwatch.signal;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Random;

/** Runs the chart on seeded normal scores, cut to [-1,1], at Poisson times. */
final class CusumSimulation {
    private static final double LEVEL = 0.1;
    private static final int WARM_UP = 60;
    private static final int LONGEST_DELAY = 200;
    private static final double SECONDS_PER_YEAR = 365.25 * 86_400;

    private final Random random;
    private final Cusum cusum;
    private final int storiesPerYear;
    private CusumState state = CusumState.START;
    private Instant now = Articles.DAY_ZERO;

    private CusumSimulation(long seed, int storiesPerYear, double falseAlarmsPerYear) {
        this.random = new Random(seed);
        this.storiesPerYear = storiesPerYear;
        this.cusum = new Cusum(falseAlarmsPerYear);
    }

    /** False alarms in a year of a partnership whose tone keeps its level, from the first story on. */
    static double alarmsPerYear(
            int storiesPerYear, double deviation, double falseAlarmsPerYear, int years, int partnerships) {
        int alarms = 0;
        for (int seed = 0; seed < partnerships; seed++) {
            CusumSimulation simulation = new CusumSimulation(seed, storiesPerYear, falseAlarmsPerYear);
            for (int i = 0; i < storiesPerYear * years; i++) {
                alarms += simulation.crosses(LEVEL, deviation) ? 1 : 0;
            }
        }
        return (double) alarms / years / partnerships;
    }

    /** Stories from a fall of the level until it is found, on average; alarms before the fall do not count. */
    static double meanDelay(
            int storiesPerYear, double deviation, double effect, double falseAlarmsPerYear, int partnerships) {
        double delays = 0;
        for (int seed = 0; seed < partnerships; seed++) {
            CusumSimulation simulation = new CusumSimulation(seed, storiesPerYear, falseAlarmsPerYear);
            for (int i = 0; i < WARM_UP || simulation.state.settling() > 0; i++) {
                simulation.crosses(LEVEL, deviation);
            }
            int delay = 1;
            while (!simulation.crosses(LEVEL - effect * deviation, deviation) && delay < LONGEST_DELAY) {
                delay++;
            }
            delays += delay;
        }
        return delays / partnerships;
    }

    private boolean crosses(double level, double deviation) {
        double years = -Math.log(1 - random.nextDouble()) / storiesPerYear;
        now = now.plus(Duration.ofSeconds(Math.round(years * SECONDS_PER_YEAR)));
        double score = Math.max(-1, Math.min(1, level + deviation * random.nextGaussian()));
        Cusum.Step step = cusum.step(state, new ToneObservation(now, "story", score, Optional.empty()));
        state = step.state();
        return step.crossed().isPresent();
    }
}
