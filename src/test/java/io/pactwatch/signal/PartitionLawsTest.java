package io.pactwatch.signal;

import static org.assertj.core.api.Assertions.assertThat;

import io.pactwatch.article.PartnershipRef;
import io.pactwatch.contract.Claim;
import io.pactwatch.contract.ClaimStatus;
import io.pactwatch.contract.Evidence;
import io.pactwatch.contract.PartialDate;
import io.pactwatch.contract.Stage;
import io.pactwatch.contract.TermValue;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/**
 * The same reports, shuffled within the lateness, repeated, and split over 1, 3 or 12 partitions, leave the same ledger, the
 * same series and the same alerts. Failing cases shrink to few reports.
 */
class PartitionLawsTest {
    private static final SignalSettings SETTINGS = SignalSettings.DEFAULTS;
    private static final int PARTNERSHIPS = 4;
    private static final int NEWS = 16;

    /** Hours within which a report arrives, less than the lateness. */
    private static final int LATENESS = 168;

    private static final double END = 24 * 560;

    private static final List<ClaimStatus> STATUSES = List.of(
            ClaimStatus.CHANGED,
            ClaimStatus.NEW,
            ClaimStatus.IN_FORCE,
            ClaimStatus.NEGOTIATING,
            ClaimStatus.HISTORICAL,
            ClaimStatus.ENDED);

    private static final List<Stage> STAGES =
            List.of(Stage.ANNOUNCED, Stage.FILED, Stage.ANONYMOUS_REPORT, Stage.IN_TALKS);

    /**
     * One report, small numbers throughout.
     *
     * @param news which piece of news it tells: news is a month apart from the next on the same line
     * @param delays hours after publication at which it arrives, for each of three runs
     */
    private record Report(
            int partnership,
            int news,
            int hour,
            int status,
            int stage,
            int value,
            int outlet,
            int tone,
            List<Integer> delays,
            boolean repeated) {
        private Articles article(int number) {
            PartnershipRef ref = partnershipRef(partnership);
            int day = 30 * news;
            Articles article = Articles.article("a" + number, day * 24.0 + hour)
                    .about(ref)
                    .outlet("outlet " + outlet)
                    .features("name " + news, "fact " + news, "1" + news, "2" + news)
                    .claims(claim());
            return tone == 0 ? article : article.tone(tone / 10.0);
        }

        private Claim claim() {
            boolean until = news % 4 == 0;
            Optional<TermValue> told = value == 0
                    ? Optional.empty()
                    : Optional.of(new TermValue.Percent(BigDecimal.valueOf(15 + 5L * value)));
            return new Claim(
                    "REVENUE_SHARE",
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    told,
                    STATUSES.get(status),
                    STAGES.get(stage),
                    Optional.empty(),
                    until ? Optional.of(PartialDate.of("2025-12-31")) : Optional.empty(),
                    Evidence.of("They agreed on terms.", 0, 21));
        }
    }

    @Property(tries = 1000)
    void ledgerSeriesAndAlertsAreTheSame(@ForAll("reports") List<Report> reports) {
        Outcome one = outcome(reports, 0, 1);
        assertSame(outcome(reports, 1, 3), one);
        assertSame(outcome(reports, 2, 12), one);
    }

    private static void assertSame(Outcome actual, Outcome expected) {
        assertThat(actual.lines).isEqualTo(expected.lines);
        assertThat(actual.series).isEqualTo(expected.series);
        assertThat(actual.activities).isEqualTo(expected.activities);
        assertThat(actual.alerts).isEqualTo(expected.alerts);
        assertThat(actual.points).isEqualTo(expected.points);
    }

    @Provide
    Arbitrary<List<Report>> reports() {
        Arbitrary<Report> report = Combinators.combine(
                        Arbitraries.integers().between(0, PARTNERSHIPS * NEWS - 1),
                        Arbitraries.integers().between(0, 72),
                        Arbitraries.integers().between(0, STATUSES.size() * STAGES.size() - 1),
                        Arbitraries.integers().between(0, 3),
                        Arbitraries.integers().between(0, 2),
                        Arbitraries.integers().between(-9, 9),
                        Arbitraries.integers().between(0, LATENESS * LATENESS * LATENESS - 1),
                        Arbitraries.of(false, false, true))
                .as(PartitionLawsTest::report);
        return report.list().ofMinSize(1).ofMaxSize(60);
    }

    private static Report report(
            int news, int hour, int kind, int value, int outlet, int tone, int delays, boolean repeated) {
        return new Report(
                news / NEWS,
                news % NEWS,
                hour,
                kind / STAGES.size(),
                kind % STAGES.size(),
                value,
                outlet,
                tone,
                List.of(delays % LATENESS, delays / LATENESS % LATENESS, delays / LATENESS / LATENESS),
                repeated);
    }

    /** What is left: ledger, series, days with input, and the alerts that stand. */
    private record Outcome(
            Map<String, Map<String, LedgerLine>> lines,
            Map<String, SentimentSeries> series,
            Map<String, Map<String, SentimentPoint>> points,
            Map<String, Activity> activities,
            Map<String, List<String>> alerts) {}

    private static Outcome outcome(List<Report> reports, int run, int partitions) {
        Partitions monitors = new Partitions(partitions);
        arriving(reports, run).forEach(monitors::read);
        for (int i = 0; i < PARTNERSHIPS; i++) {
            monitors.read(Articles.article("end", END).about(partnershipRef(i)));
        }
        return monitors.outcome();
    }

    private static List<Articles> arriving(List<Report> reports, int run) {
        List<Map.Entry<Double, Articles>> arriving = new ArrayList<>();
        for (int i = 0; i < reports.size(); i++) {
            Report report = reports.get(i);
            double at = 24.0 * 30 * report.news() + report.hour();
            arriving.add(Map.entry(at + report.delays().get(run), report.article(i)));
            if (report.repeated()) {
                arriving.add(Map.entry(at + report.delays().get((run + 1) % 3), report.article(i)));
            }
        }
        arriving.sort(Map.Entry.comparingByKey(Comparator.naturalOrder()));
        return arriving.stream().map(Map.Entry::getValue).toList();
    }

    private static PartnershipRef partnershipRef(int number) {
        return new PartnershipRef("pair-" + number, "Pair " + number, List.of("One", "Two"));
    }

    /** Monitors of partnerships, in partitions that have a time of their own. */
    private static final class Partitions {
        private final Map<String, Monitor> monitors = new TreeMap<>();
        private final Instant[] times;

        private Partitions(int partitions) {
            times = new Instant[partitions];
            Arrays.fill(times, Articles.DAY_ZERO.minus(Duration.ofDays(1)));
        }

        private void read(Articles article) {
            PartnershipRef ref = article.analysis().partnership();
            int partition = partition(ref.id());
            Instant published = article.analysis().publishedAt();
            Instant before = times[partition];
            if (published.isAfter(before)) {
                times[partition] = published;
                monitors.forEach((id, monitor) -> {
                    if (partition(id) == partition) {
                        monitor.elapse(before, published);
                    }
                });
            }
            monitors.computeIfAbsent(ref.id(), id -> new Monitor(SETTINGS, Monitor.CATALOGUE, ref))
                    .read(article.analysis(), times[partition]);
        }

        private int partition(String partnership) {
            return Math.floorMod(partnership.hashCode(), times.length);
        }

        private Outcome outcome() {
            assertThat(monitors.keySet()).hasSize(PARTNERSHIPS);
            return new Outcome(
                    of(monitor -> Map.copyOf(monitor.lines)),
                    of(monitor -> monitor.series),
                    of(monitor -> Map.copyOf(monitor.points)),
                    of(monitor -> monitor.activity),
                    of(monitor -> List.copyOf(monitor.standingIds)));
        }

        private <T> Map<String, T> of(Function<Monitor, T> part) {
            return monitors.entrySet().stream()
                    .collect(Collectors.toMap(Map.Entry::getKey, entry -> part.apply(entry.getValue())));
        }
    }
}
