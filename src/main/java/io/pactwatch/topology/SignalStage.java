package io.pactwatch.topology;

import io.pactwatch.contract.TermCatalogue;
import io.pactwatch.metrics.MonitorMetrics;
import io.pactwatch.signal.SentimentShiftDetector;
import io.pactwatch.signal.SignalSettings;
import io.pactwatch.signal.SilenceDetector;
import io.pactwatch.signal.TermLedger;
import org.apache.kafka.streams.kstream.KStream;
import org.apache.kafka.streams.kstream.Named;

/** The stateful part of the stream: the story of an article, its terms, its tone, and the silence between articles. */
final class SignalStage {
    private SignalStage() {}

    static KStream<String, Detection> of(
            KStream<String, Reading> readings,
            SignalSettings settings,
            TermCatalogue catalogue,
            MonitorMetrics metrics) {
        return readings.process(
                        () -> new StoryProcessor(settings, metrics),
                        Named.as("signal-story"),
                        Stores.WATERMARKS,
                        Stores.STORIES,
                        Stores.REPORTS,
                        Stores.ARTICLES)
                .process(
                        () -> new TermProcessor(new TermLedger(catalogue, settings)),
                        Named.as("signal-terms"),
                        Stores.LEDGER,
                        Stores.DUE)
                .process(
                        () -> new SentimentProcessor(new SentimentShiftDetector(settings), metrics),
                        Named.as("signal-sentiment"),
                        Stores.SENTIMENT,
                        Stores.OBSERVATIONS)
                .process(
                        () -> new SilenceProcessor(new SilenceDetector(settings)),
                        Named.as("signal-silence"),
                        Stores.ACTIVITY,
                        Stores.QUIET);
    }
}
