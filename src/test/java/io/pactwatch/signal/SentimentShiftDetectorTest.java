package io.pactwatch.signal;

import static io.pactwatch.signal.Articles.article;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SentimentShiftDetectorTest {
    private static final double WEEK = 24 * 7;

    private final Monitor monitor = new Monitor();

    @Test
    void findsAShiftToTheWorse() {
        stories(0, 12, 0.4);
        stories(12, 6, -0.6);
        assertThat(shifts()).hasSize(1);
        Shift shift = shifts().get(0).shift();
        assertThat(shift.direction()).isEqualTo(Shift.Direction.DOWN);
        assertThat(shift.from()).isBetween(0.2, 0.4);
        assertThat(shift.to()).isEqualTo(-0.6);
        assertThat(shift.effectSize()).isLessThan(-1.5);
        assertThat(shift.statistic()).isGreaterThanOrEqualTo(shift.threshold());
        assertThat(shift.changePoint())
                .isEqualTo(article("first", 12 * WEEK).analysis().publishedAt());
    }

    @Test
    void findsAShiftToTheBetter() {
        stories(0, 12, -0.4);
        stories(12, 6, 0.6);
        assertThat(shifts()).extracting(signal -> signal.shift().direction()).contains(Shift.Direction.UP);
    }

    @Test
    void explainsAShiftByQuotesOfTheNewLevel() {
        stories(0, 12, 0.4);
        stories(12, 6, -0.6);
        Signal.SentimentShift signal = shifts().get(0);
        assertThat(signal.evidence()).isNotEmpty().allSatisfy(citation -> assertThat(citation.publishedAt())
                .isAfterOrEqualTo(signal.shift().changePoint()));
        assertThat(signal.roots()).hasSameSizeAs(signal.evidence());
    }

    @Test
    void takesTheStoryThatTurnsOutToBeAnotherOutOfTheSeries() {
        monitor.read(
                article("b", 2).features("acme", "globex", "usd:5", "usd:7").tone(0.4));
        monitor.read(
                article("a", 1).features("initech", "hooli", "usd:3", "usd:9").tone(0.2));
        assertThat(monitor.points).containsOnlyKeys("a", "b");
        monitor.read(
                article("c", 3).features("acme", "globex", "usd:5", "usd:7", "initech", "hooli", "usd:3", "usd:9"));
        assertThat(monitor.points).containsOnlyKeys("a");
    }

    @Test
    void quotesOnlyStoriesThatPointTheWayOfTheShift() {
        stories(0, 12, 0.4);
        stories(12, 2, -0.6);
        monitor.read(article("praise", 14 * WEEK).tone(0.9));
        stories(15, 6, -0.6);
        assertThat(shifts()).isNotEmpty().allSatisfy(signal -> assertThat(signal.evidence())
                .extracting(Citation::articleId)
                .doesNotContain("praise"));
    }

    @Test
    void raisesNothingOnOneBadStory() {
        stories(0, 12, 0.4);
        stories(12, 1, -1);
        stories(13, 12, 0.4);
        assertThat(shifts()).isEmpty();
    }

    @Test
    void raisesNothingOnOneStoryOfARarePartnership() {
        for (int i = 0; i < 6; i++) {
            monitor.read(article("usual" + i, i * 30 * WEEK).tone(0.3));
        }
        monitor.read(article("bad", 180 * WEEK).tone(-1));
        assertThat(shifts()).isEmpty();
        monitor.read(article("again", 181 * WEEK).tone(-1));
        assertThat(shifts()).hasSize(1);
    }

    @Test
    void raisesNothingBeforeItKnowsWhatIsUsual() {
        for (int i = 0; i < CusumState.LEARNING; i++) {
            monitor.read(article("first" + i, i * WEEK).tone(i < 2 ? 1 : -1));
        }
        assertThat(shifts()).isEmpty();
    }

    @Test
    void raisesOneShiftForOneChangeOfLevel() {
        stories(0, 15, 0.4);
        stories(15, 40, -0.6);
        assertThat(shifts()).hasSize(1);
    }

    @Test
    void raisesASecondShiftWhenTheToneRecovers() {
        stories(0, 15, 0.5);
        stories(15, 15, -0.5);
        stories(30, 10, 0.5);
        assertThat(shifts())
                .extracting(signal -> signal.shift().direction())
                .containsExactly(Shift.Direction.DOWN, Shift.Direction.UP);
    }

    @Test
    void countsAStoryOnceHoweverOftenItIsRetold() {
        stories(0, 12, 0.4);
        for (int i = 0; i < 30; i++) {
            monitor.read(article("copy" + i, 12 * WEEK + i)
                    .features("merger", "strike", "lawsuit", "40")
                    .tone(-0.9));
        }
        assertThat(shifts()).isEmpty();
    }

    @Test
    void publishesAPointForEveryStoryAndReplacesItWhenItsToneMoves() {
        monitor.read(article("a", 0).features("x", "y", "12").tone(0.8));
        monitor.read(article("b", 1).features("x", "y", "12").tone(0.2));
        assertThat(monitor.points).hasSize(1);
        assertThat(monitor.points.get("a").level()).isEqualTo(0.5);
        assertThat(monitor.points.get("a").baseline()).isEqualTo(Baseline.PRIOR.level());
    }

    @Test
    void ignoresALateArticle() {
        stories(0, 12, 0.4);
        SentimentSeries before = monitor.series;
        monitor.read(article("late", 0).tone(-1));
        assertThat(monitor.series).isEqualTo(before);
    }

    @Test
    void forgetsAStoryThatHasMergedIntoAnother() {
        monitor.read(article("a", 0).features("1", "2", "u", "v").tone(0.5));
        monitor.read(article("b", 1).features("3", "4", "y", "z").tone(-0.5));
        assertThat(monitor.series.open()).hasSize(2);
        monitor.read(article("c", 2).features("1", "2", "3", "4").tone(0.3));
        assertThat(monitor.series.open()).extracting(ToneObservation::story).containsExactly("a");
        assertThat(monitor.series.open().get(0).score()).isEqualTo(0.1, org.assertj.core.api.Assertions.within(1e-12));
    }

    @Test
    void keepsItsStateBoundedOverALongHistory() {
        Random random = new Random(7);
        int greatest = 0;
        for (int i = 0; i < 4000; i++) {
            monitor.read(article("a" + i, i * 0.5).tone(random.nextDouble() - 0.5));
            greatest = Math.max(greatest, monitor.series.open().size());
        }
        assertThat(greatest).isEqualTo(SentimentShiftDetector.MAX_OPEN);
    }

    /**
     * Independent stories around one level for 400 partnership years in all: false alarms stay near what is accepted.
     */
    @ParameterizedTest
    @CsvSource({"26, 0.2", "52, 0.2", "52, 0.4", "200, 0.3", "1000, 0.3"})
    void keepsToTheAcceptedRateOfFalseAlarms(int storiesPerYear, double deviation) {
        double alarms = CusumSimulation.alarmsPerYear(storiesPerYear, deviation, 1, 10, 40);
        assertThat(alarms).isLessThan(1.6);
    }

    @Test
    void raisesFewerAlarmsWhereFewerAreAccepted() {
        double strict = CusumSimulation.alarmsPerYear(100, 0.3, 0.2, 10, 40);
        double lenient = CusumSimulation.alarmsPerYear(100, 0.3, 4, 10, 40);
        assertThat(strict).isLessThan(lenient / 4);
    }

    /** A shift of two standard deviations is found within a few stories, whatever the number of stories in a year. */
    @ParameterizedTest
    @CsvSource({"26, 6", "52, 6", "200, 7", "1000, 8"})
    void findsAShiftOfTwoStandardDeviationsWithinAFewStories(int storiesPerYear, double stories) {
        assertThat(CusumSimulation.meanDelay(storiesPerYear, 0.25, 2, 1, 300)).isLessThan(stories);
    }

    @Test
    void saysThatAShiftIsOverWhenTheNewLevelHasSettled() {
        stories(0, 12, 0.4);
        stories(12, 14, -0.6);
        assertThat(shifts()).hasSize(1);
        assertThat(monitor.signals)
                .filteredOn(Signal.Over.class::isInstance)
                .extracting(signal -> ((Signal.Over) signal).cause())
                .containsExactly(Signal.Over.Cause.SETTLED);
    }

    @Test
    void takesTheStoryOfAWithdrawnArticleOutAndTheShiftThatItMade() {
        stories(0, 12, 0.4);
        int week = 12;
        StoryReport crossing = monitor.read(article("w12", week * WEEK).tone(-0.6));
        while (shifts().isEmpty()) {
            week++;
            crossing = monitor.read(article("w" + week, week * WEEK).tone(-0.6));
        }
        Retraction retraction = new Retraction(crossing, Set.of(), List.of(), Instant.EPOCH);
        SentimentShiftDetector detector = new SentimentShiftDetector(SignalSettings.DEFAULTS);
        SentimentShiftDetector.Observation observation = detector.retract(monitor.series, retraction);
        String story = crossing.story();
        assertThat(observation.series().open()).noneMatch(open -> open.story().equals(story));
        assertThat(observation.shifts())
                .containsExactly(new Signal.Over(shifts().get(0), Signal.Over.Cause.WITHDRAWN, List.of()));
        assertThat(detector.retract(observation.series(), retraction).shifts()).isEmpty();
    }

    private void stories(int firstWeek, int count, double tone) {
        for (int week = firstWeek; week < firstWeek + count; week++) {
            monitor.read(article("w" + week, week * WEEK).tone(tone));
        }
    }

    private List<Signal.SentimentShift> shifts() {
        List<Signal.SentimentShift> shifts = new ArrayList<>();
        monitor.signals.stream()
                .filter(signal -> !(signal instanceof Signal.Over))
                .forEach(signal -> shifts.add((Signal.SentimentShift) signal));
        return shifts;
    }
}
