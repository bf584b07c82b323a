package io.pactwatch.evaluate;

import io.pactwatch.signal.Cusum;
import io.pactwatch.signal.CusumState;
import io.pactwatch.signal.ToneObservation;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.function.DoublePredicate;
import java.util.function.Supplier;

/**
 * Simulation study of the sentiment-shift detector: stories until a false alarm without a shift, and stories until a shift of
 * a given size is found, beside a CUSUM that is told level and deviation, and beside the statistics of {@link RivalChart}. Seeded: the same arguments give the same figures.
 *
 * <p>The detector learns from {@value #LEARNED} stories and is asked for one false alarm in {@value #INTERVAL} stories; the
 * known-parameter chart has reference value 0.5 and threshold 4.774, which gives the same interval under normal noise.
 */
public final class ShiftStudy {
    /** Stories that the detector learns from. */
    public static final int LEARNED = 50;

    /** Stories between two false alarms that are asked for. */
    public static final int INTERVAL = 370;

    /** Sizes of the shifts, in standard deviations. */
    public static final List<Double> SHIFTS = List.of(0.5, 1.0, 1.5, 2.0);

    private static final Map<String, Supplier<DoublePredicate>> RIVALS = rivals();

    private static final double KNOWN_THRESHOLD = 4.774;
    private static final double REFERENCE = 0.5;
    private static final double DEVIATION = 0.2;
    private static final int LONGEST = 20 * INTERVAL;
    private static final int MOST_COPIES = 3;
    private static final Instant START = Instant.parse("2020-01-01T00:00:00Z");
    private static final double STORIES_PER_YEAR = 365.25;

    private final int replications;
    private final long seed;

    /** @param replications simulated partnerships for each figure */
    public ShiftStudy(int replications, long seed) {
        this.replications = replications;
        this.seed = seed;
    }

    /**
     * @param input what the chart is fed with
     * @param chart which chart
     * @param interval mean stories until a false alarm
     * @param delays mean stories until each of {@link #SHIFTS} is found
     */
    public record Row(String input, String chart, double interval, List<Double> delays) {
        public Row {
            delays = List.copyOf(delays);
        }
    }

    private static Map<String, Supplier<DoublePredicate>> rivals() {
        Map<String, Supplier<DoublePredicate>> rivals = new LinkedHashMap<>();
        rivals.put("GLR", () -> new RivalChart.LikelihoodRatio(RivalChart.LikelihoodRatio.THRESHOLD));
        rivals.put("Shiryaev-R.", () -> new RivalChart.ShiryaevRoberts(RivalChart.ShiryaevRoberts.THRESHOLD));
        rivals.put("Bayesian", () -> new RivalChart.BayesianOnline(RivalChart.BayesianOnline.THRESHOLD));
        return rivals;
    }

    /** All rows: each model of the tone, then normal tone with reprints. */
    public List<Row> run() {
        List<Row> rows = new ArrayList<>();
        for (ToneModel model : ToneModel.values()) {
            rows.add(row(model, 0, false, "detector", this::detector));
            rows.add(row(model, 0, false, "known CUSUM", this::known));
            RIVALS.forEach((name, charts) -> rows.add(row(model, 0, false, name, charts)));
        }
        for (int percent : new int[] {20, 35, 50}) {
            double share = percent / 100.0;
            rows.add(row(ToneModel.NORMAL, share, true, "detector", this::detector));
            RIVALS.forEach((name, charts) -> rows.add(row(ToneModel.NORMAL, share, true, name, charts)));
            rows.add(row(ToneModel.NORMAL, share, false, "known CUSUM", this::known));
        }
        return rows;
    }

    private Row row(
            ToneModel model, double reprints, boolean clustered, String chart, Supplier<DoublePredicate> charts) {
        String input = model.title()
                + (reprints == 0
                        ? ""
                        : ", " + Math.round(100 * reprints) + "% reprints" + (clustered ? " clustered" : " counted"));
        List<Double> delays = SHIFTS.stream()
                .map(shift -> mean(model, reprints, clustered, charts, shift))
                .toList();
        return new Row(input, chart, mean(model, reprints, clustered, charts, 0), delays);
    }

    private double mean(
            ToneModel model, double reprints, boolean clustered, Supplier<DoublePredicate> charts, double shift) {
        double sum = 0;
        for (int i = 0; i < replications; i++) {
            Random random = new Random(seed * 1_000_003 + i);
            Partnership partnership = new Partnership(model, reprints, clustered, random, charts.get());
            while (!partnership.learns()) {
                partnership = new Partnership(model, reprints, clustered, random, charts.get());
            }
            sum += partnership.observationsUntilAlarm(shift);
        }
        return sum / replications;
    }

    /** The detector, asked for one false alarm in the interval; takes one story a day. */
    private DoublePredicate detector() {
        Cusum cusum = new Cusum(STORIES_PER_YEAR / INTERVAL);
        return new DoublePredicate() {
            private CusumState state = CusumState.START;
            private Instant now = START;

            @Override
            public boolean test(double score) {
                now = now.plus(Duration.ofDays(1));
                Cusum.Step step = cusum.step(state, new ToneObservation(now, "story", score, Optional.empty()));
                state = step.state();
                return step.crossed().isPresent();
            }
        };
    }

    /** A two-sided CUSUM that knows level and deviation and starts again after an alarm. */
    private DoublePredicate known() {
        return new DoublePredicate() {
            private double up;
            private double down;

            @Override
            public boolean test(double score) {
                double z = score / DEVIATION;
                up = Math.max(0, up + z - REFERENCE);
                down = Math.max(0, down - z - REFERENCE);
                boolean alarm = Math.max(up, down) >= KNOWN_THRESHOLD;
                if (alarm) {
                    up = 0;
                    down = 0;
                }
                return alarm;
            }
        };
    }

    /** One simulated partnership: its stories, each followed by reprints that are told again or clustered away. */
    private static final class Partnership {
        private final ToneModel model;
        private final double reprints;
        private final boolean clustered;
        private final Random random;
        private final DoublePredicate chart;
        private double noise;
        private int observations;

        private Partnership(ToneModel model, double reprints, boolean clustered, Random random, DoublePredicate chart) {
            this.model = model;
            this.reprints = reprints;
            this.clustered = clustered;
            this.random = random;
            this.chart = chart;
        }

        /** Whether the chart learns without an alarm: delays are those of a chart that has not just started again. */
        private boolean learns() {
            for (int i = 0; i < LEARNED; i++) {
                if (story(0)) {
                    return false;
                }
            }
            return true;
        }

        private double observationsUntilAlarm(double shift) {
            observations = 0;
            while (!story(shift) && observations < LONGEST) {
                continue;
            }
            return observations;
        }

        /** One story with its reprints; whether any of them raises an alarm. */
        private boolean story(double shift) {
            noise = model.next(random, noise);
            double score = Math.max(-1, Math.min(1, DEVIATION * (noise + shift)));
            boolean alarm = tell(score);
            for (int copy = 0; copy < MOST_COPIES && random.nextDouble() < reprints; copy++) {
                alarm |= !clustered && tell(score);
            }
            return alarm;
        }

        private boolean tell(double score) {
            observations++;
            return chart.test(score);
        }
    }
}
