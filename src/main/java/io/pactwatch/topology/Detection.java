package io.pactwatch.topology;

import io.pactwatch.analysis.Decision;
import io.pactwatch.signal.LedgerLine;
import io.pactwatch.signal.SentimentPoint;
import io.pactwatch.signal.Signal;
import io.pactwatch.signal.StoryReport;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What the signal stage has found for one analysis so far; grows along its three processors and never leaves the process.
 *
 * @param report the analysis with its story
 * @param signals what is to be told
 * @param lines ledger lines that have changed
 * @param points points of the sentiment series that have changed
 * @param withheld why a reported change is not told
 */
record Detection(
        StoryReport report,
        List<Signal> signals,
        List<LedgerLine> lines,
        List<SentimentPoint> points,
        Optional<Decision.Reason> withheld) {

    static Detection of(StoryReport report) {
        return new Detection(report, List.of(), List.of(), List.of(), Optional.empty());
    }

    Detection withTerms(List<Signal> found, List<LedgerLine> changed, Optional<Decision.Reason> reason) {
        return new Detection(report, join(signals, found), changed, points, reason);
    }

    Detection withSentiment(List<Signal.SentimentShift> found, List<SentimentPoint> changed) {
        return new Detection(report, join(signals, found), lines, changed, withheld);
    }

    private static List<Signal> join(List<Signal> first, List<? extends Signal> second) {
        return Stream.concat(first.stream(), second.stream()).toList();
    }
}
