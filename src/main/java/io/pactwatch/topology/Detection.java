package io.pactwatch.topology;

import io.pactwatch.analysis.Decision;
import io.pactwatch.signal.LedgerLine;
import io.pactwatch.signal.Retraction;
import io.pactwatch.signal.SentimentPoint;
import io.pactwatch.signal.Signal;
import io.pactwatch.signal.StoryReport;
import io.pactwatch.signal.TermLedger;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What the signal stage has found for one input so far; grows along its three processors and never leaves the process.
 *
 * @param articleId id of the article, or of the one that is withdrawn; empty if nothing but the passing of time is behind it
 * @param report the analysis with its story; empty for a withdrawal
 * @param watermark beside a report: publication time of the newest article of its partnership so far
 * @param retraction for a withdrawal of an article that is still open: what is left without it
 * @param signals what is to be told
 * @param lines ledger lines that have changed
 * @param points points of the sentiment series that have changed
 * @param gone stories whose point is no longer part of the series
 * @param withheld why a reported change is not told
 */
record Detection(
        String articleId,
        Optional<StoryReport> report,
        Optional<Instant> watermark,
        Optional<Retraction> retraction,
        List<Signal> signals,
        List<LedgerLine> lines,
        List<SentimentPoint> points,
        List<String> gone,
        Optional<Decision.Reason> withheld) {

    /** No id of an article is empty. */
    private static final String TIME = "";

    static Detection of(StoryReport report, Instant watermark) {
        String id = report.analysis().articleId();
        return found(id, Optional.of(report), Optional.of(watermark), Optional.empty(), List.of());
    }

    static Detection of(Retraction retraction) {
        String id = retraction.articleId();
        return found(id, Optional.empty(), Optional.empty(), Optional.of(retraction), List.of());
    }

    /** A withdrawal, after what is still open was corrected. */
    static Detection withdrawal(String articleId) {
        return found(articleId, Optional.empty(), Optional.empty(), Optional.empty(), List.of());
    }

    /** What the passing of event time alone makes of a partnership. */
    static Detection ofTime(List<Signal> signals) {
        return found(TIME, Optional.empty(), Optional.empty(), Optional.empty(), signals);
    }

    private static Detection found(
            String articleId,
            Optional<StoryReport> report,
            Optional<Instant> watermark,
            Optional<Retraction> retraction,
            List<Signal> signals) {
        return new Detection(
                articleId, report, watermark, retraction, signals, List.of(), List.of(), List.of(), Optional.empty());
    }

    /** Whether it comes of the passing of time, not of an input of the partnership. */
    boolean isOfTime() {
        return articleId.equals(TIME);
    }

    /** Whether it takes back what was told: then other alerts may say too much as well. */
    boolean takesBack() {
        return (report.isEmpty() && !isOfTime())
                || signals.stream().anyMatch(signal -> signal instanceof Signal.Over over && over.takesBack());
    }

    Detection withTerms(List<TermLedger.Entry> entries) {
        List<Signal> found =
                entries.stream().flatMap(entry -> entry.signals().stream()).toList();
        List<LedgerLine> changed = entries.stream()
                .filter(TermLedger.Entry::changed)
                .map(TermLedger.Entry::line)
                .toList();
        Optional<Decision.Reason> reason =
                entries.stream().flatMap(entry -> entry.withheld().stream()).findFirst();
        return new Detection(
                articleId, report, watermark, retraction, join(signals, found), changed, points, gone, reason);
    }

    Detection withSentiment(List<Signal> found, List<SentimentPoint> changed, List<String> vanished) {
        return new Detection(
                articleId, report, watermark, retraction, join(signals, found), lines, changed, vanished, withheld);
    }

    Detection withSignals(List<Signal> found) {
        return new Detection(
                articleId, report, watermark, retraction, join(signals, found), lines, points, gone, withheld);
    }

    private static List<Signal> join(List<Signal> first, List<Signal> second) {
        if (second.isEmpty()) {
            return first;
        }
        return first.isEmpty()
                ? second
                : Stream.concat(first.stream(), second.stream()).toList();
    }
}
