package io.pactwatch.bench;

import java.util.List;

/**
 * What a run has measured.
 *
 * @param machine processors, Java and operating system
 * @param articles messages of a throughput round
 * @param messageBytes mean size of a message
 * @param passThrough records per second through a topology that only copies, one figure a round
 * @param irrelevant articles per second of which none is about a watched partnership, one figure a round
 * @param relevant articles per second that are all about a watched partnership, one figure a round
 * @param analysis articles per second of processor time of which none is about a watched partnership that one thread reads and analyses, without
 *     Kafka, with a watchlist of one partnership, one figure a round
 * @param analysisOfMany the same with a watchlist of {@value Bench#MANY} partnerships
 * @param latencyPerSecond articles per second of the latency run
 * @param latencyOutcomes articles whose outcome was seen after the warm-up
 * @param latencyP50 median milliseconds from send to outcome
 * @param latencyP99 99th percentile of the same
 */
public record BenchResult(
        String machine,
        int articles,
        int messageBytes,
        List<Double> passThrough,
        List<Double> irrelevant,
        List<Double> relevant,
        List<Double> analysis,
        List<Double> analysisOfMany,
        int latencyPerSecond,
        int latencyOutcomes,
        double latencyP50,
        double latencyP99) {

    public BenchResult {
        passThrough = List.copyOf(passThrough);
        irrelevant = List.copyOf(irrelevant);
        relevant = List.copyOf(relevant);
        analysis = List.copyOf(analysis);
        analysisOfMany = List.copyOf(analysisOfMany);
    }

    /** The middle figure of the rounds. */
    public static double median(List<Double> rounds) {
        return rounds.stream().sorted().toList().get(rounds.size() / 2);
    }

    /** Value below which the given share of sorted figures lies. */
    static double percentile(List<Double> sorted, double share) {
        return sorted.isEmpty()
                ? Double.NaN
                : sorted.get((int) Math.min(sorted.size() - 1L, (long) (share * sorted.size())));
    }
}
