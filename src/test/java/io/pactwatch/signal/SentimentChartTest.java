package io.pactwatch.signal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** A chart that is carried on tells the same as the stored series that is judged again at every report. */
class SentimentChartTest {
    private final SentimentShiftDetector detector = new SentimentShiftDetector(SignalSettings.DEFAULTS);
    private int shifts;

    @Test
    void tellsTheSameAsASeriesThatIsJudgedAgain() {
        for (int seed = 0; seed < 60; seed++) {
            compare(new Histories(seed).anything(), new Random(seed));
        }
        for (int seed = 0; seed < 5; seed++) {
            compare(years(seed), new Random(seed));
        }
        assertThat(shifts).isPositive();
    }

    private void compare(List<Articles> articles, Random random) {
        Monitor monitor = new Monitor();
        SentimentChart chart = SentimentChart.of(SentimentSeries.empty());
        for (Articles article : articles) {
            StoryReport report = monitor.read(article);
            chart = compare(
                    detector.observe(chart, report, monitor.watermark),
                    detector.observe(chart.series(), report, monitor.watermark));
            if (random.nextInt(20) == 0) {
                Retraction withdrawn = new Retraction(report, Set.of(), List.of(), report.startedAt());
                chart = compare(detector.retract(chart, withdrawn), detector.retract(chart.series(), withdrawn));
            }
        }
    }

    private SentimentChart compare(
            SentimentShiftDetector.Observation carried, SentimentShiftDetector.Observation judgedAgain) {
        assertThat(carried.series()).isEqualTo(judgedAgain.series());
        assertThat(carried.shifts()).isEqualTo(judgedAgain.shifts());
        assertThat(carried.points()).isEqualTo(judgedAgain.points());
        assertThat(carried.gone()).isEqualTo(judgedAgain.gone());
        shifts += carried.shifts().size();
        return carried.chart();
    }

    /** Two years of tone with steps, each article up to five days late. */
    private static List<Articles> years(int seed) {
        Random random = new Random(seed);
        return IntStream.range(0, 730)
                .mapToObj(i -> Articles.article("a" + i, 24.0 * i - random.nextInt(120))
                        .features("name " + i / 2, "fact " + i / 2, Integer.toString(i / 2))
                        .tone(Math.max(-1, Math.min(1, (i / 120 % 2 == 0 ? 0.4 : -0.4) + 0.2 * random.nextGaussian()))))
                .toList();
    }
}
