package io.pactwatch.bench;

import io.pactwatch.analysis.ArticleAnalysis;
import io.pactwatch.analysis.ArticleAnalyzer;
import io.pactwatch.analysis.Attribution;
import io.pactwatch.analysis.Fingerprint;
import io.pactwatch.analysis.Sentiment;
import io.pactwatch.article.PartnershipRef;
import io.pactwatch.config.MonitorConfig;
import io.pactwatch.contract.Claim;
import io.pactwatch.contract.ClaimStatus;
import io.pactwatch.contract.Evidence;
import io.pactwatch.contract.Stage;
import io.pactwatch.contract.TermValue;
import io.pactwatch.topology.SignalTrial;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.function.Consumer;

/**
 * What the signal stage costs for one partnership with a long history: microseconds of the processor for a record, stores
 * included, beside those of a test driver that commits the same stores without the stage, in the same run, and bytes of state. Seeded: 100 stories a day, one record in three retells another, one in five states a term.
 */
public final class SignalBench {
    private static final Instant START = Instant.parse("2020-01-01T00:00:00Z");
    private static final Duration BETWEEN = Duration.ofSeconds(864);
    private static final int BATCH = 1_000;
    private static final List<String> TERMS =
            List.of("REVENUE_SHARE", "INVESTMENT", "EQUITY_STAKE", "COMPUTE_EXCLUSIVITY", "IP_LICENSE", "BOARD_SEAT");

    private final Random random = new Random(1);
    private final List<List<String>> recent = new ArrayList<>();

    /**
     * @param before records read before the measurement
     * @param records records measured
     * @param median microseconds of the processor a record, those of the driver included, the median of batches of 1,000
     * @param driver the same of a driver with the same stores that nothing writes, which reads the same records
     * @param first the same over the first {@code records} of the history, from an empty state on
     * @param storedBytes bytes of state by store
     */
    public record Result(
            int before,
            int records,
            double median,
            double driver,
            double first,
            long signals,
            Map<String, Long> storedBytes) {
        /** Microseconds of the processor a record that are the stage's own. */
        public double stage() {
            return median - driver;
        }

        /** Bytes of all stores. */
        public long bytes() {
            return storedBytes.values().stream().mapToLong(Long::longValue).sum();
        }
    }

    public Result run(int before, int records, Consumer<String> progress) {
        try (SignalTrial trial = new SignalTrial(
                        MonitorConfig.DEFAULTS,
                        ArticleAnalyzer.forWatchlist(List.of()).catalogue());
                SignalTrial driver = SignalTrial.withoutStage(MonitorConfig.DEFAULTS)) {
            List<Double> batches = new ArrayList<>();
            List<Double> base = new ArrayList<>();
            for (int i = 0; i < before + records; i += BATCH) {
                List<ArticleAnalysis> analyses = analyses(i);
                base.add(microseconds(driver, analyses));
                batches.add(microseconds(trial, analyses));
                if ((i + BATCH) % 20_000 == 0) {
                    progress.accept("signal stage: " + (i + BATCH) + " records");
                }
            }
            int last = batches.size() - records / BATCH;
            return new Result(
                    before,
                    records,
                    BenchResult.median(batches.subList(last, batches.size())),
                    BenchResult.median(base.subList(last, base.size())),
                    BenchResult.median(batches.subList(0, records / BATCH)),
                    trial.signals(),
                    trial.storedBytes());
        }
    }

    private List<ArticleAnalysis> analyses(int from) {
        List<ArticleAnalysis> analyses = new ArrayList<>();
        for (int i = from; i < from + BATCH; i++) {
            analyses.add(analysis(i));
        }
        return analyses;
    }

    /** Of the processor, a record. */
    private static double microseconds(SignalTrial trial, List<ArticleAnalysis> analyses) {
        ThreadMXBean threads = ManagementFactory.getThreadMXBean();
        long start = threads.getCurrentThreadCpuTime();
        analyses.forEach(trial::read);
        return (threads.getCurrentThreadCpuTime() - start) / 1_000.0 / BATCH;
    }

    private ArticleAnalysis analysis(int number) {
        Instant at = START.plus(BETWEEN.multipliedBy(number));
        String quote = "The two companies said on Tuesday that they go on together as agreed.";
        return new ArticleAnalysis(
                "article-" + number,
                new PartnershipRef("acme-globex", "Acme / Globex", List.of("Acme", "Globex")),
                Optional.of("https://example.org/news/" + number),
                "Acme and Globex go on together",
                Optional.of("Outlet " + random.nextInt(40)),
                "en",
                at,
                0.8,
                Optional.of(new Sentiment(Math.max(-1, Math.min(1, 0.1 + 0.2 * random.nextGaussian())), 1)),
                Optional.of(new Evidence(quote, 0, quote.length())),
                random.nextInt(5) == 0 ? List.of(claim(quote)) : List.of(),
                Fingerprint.of(features()),
                Attribution.NONE);
    }

    private List<String> features() {
        if (!recent.isEmpty() && random.nextInt(3) == 0) {
            return recent.get(random.nextInt(recent.size()));
        }
        List<String> features = new ArrayList<>();
        for (int i = 0; i < 12; i++) {
            features.add("name " + random.nextInt(5_000));
        }
        for (int i = 0; i < 4; i++) {
            features.add("usd:" + random.nextInt(100_000));
        }
        recent.add(features);
        if (recent.size() > 100) {
            recent.remove(0);
        }
        return features;
    }

    private Claim claim(String quote) {
        ClaimStatus[] statuses = {
            ClaimStatus.IN_FORCE, ClaimStatus.HISTORICAL, ClaimStatus.NEGOTIATING, ClaimStatus.CHANGED
        };
        Stage[] stages = {Stage.ANNOUNCED, Stage.ANONYMOUS_REPORT, Stage.IN_TALKS};
        return new Claim(
                TERMS.get(random.nextInt(TERMS.size())),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.of(new TermValue.Percent(BigDecimal.valueOf(5L * (1 + random.nextInt(19))))),
                statuses[random.nextInt(statuses.length)],
                stages[random.nextInt(stages.length)],
                Optional.empty(),
                new Evidence(quote, 0, quote.length()));
    }
}
