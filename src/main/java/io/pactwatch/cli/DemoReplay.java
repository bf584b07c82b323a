package io.pactwatch.cli;

import io.pactwatch.alert.Alert;
import io.pactwatch.config.MonitorConfig;
import io.pactwatch.feed.ArticleSender;
import io.pactwatch.feed.SampleArticles.Sample;
import io.pactwatch.topology.Topics;
import java.io.PrintWriter;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import picocli.CommandLine;

/** Sends articles one by one to a running monitor, and prints them and the alerts as they come. For one thread. */
final class DemoReplay implements AutoCloseable {
    private static final Duration OUTCOME_LIMIT = Duration.ofSeconds(60);
    private static final Duration START_LIMIT = Duration.ofSeconds(60);
    private static final Duration HEALTH_INTERVAL = Duration.ofMillis(500);

    private final MonitorProcess monitor;
    private final List<Sample> samples;
    private final DemoOutcomes outcomes;
    private final PrintWriter out;
    private final Progress progress;
    private final OutputTail tail;
    private final ArticleSender sender;

    /**
     * Connects to the output topics.
     *
     * @param config where the monitor runs
     * @param outcomes books what comes out
     * @param output where the command prints
     */
    DemoReplay(
            MonitorConfig config,
            MonitorProcess monitor,
            List<Sample> samples,
            DemoOutcomes outcomes,
            CommandLine output) {
        this.monitor = monitor;
        this.samples = samples;
        this.outcomes = outcomes;
        out = output.getOut();
        Terminal terminal = Terminal.detect(System.getProperties(), System.getenv());
        progress = Progress.start(terminal, output.getErr(), "replay", samples.size(), " articles");
        AlertPrinter printer = new AlertPrinter(terminal);
        Consumer<Alert> print = alert -> progress.above(() -> out.println(printer.text(alert)));
        tail = OutputTail.start(config, outcomes, print);
        sender = sender(config);
    }

    /**
     * Sends the articles as soon as the streams run.
     *
     * @param pace pause after each article
     */
    void send(Duration pace) throws InterruptedException {
        if (!monitor.runner().awaitRunning(START_LIMIT)) {
            throw monitor.failure();
        }
        for (Sample sample : samples) {
            requireHealthy();
            progress.above(() -> out.println(line(sample)));
            sender.article(sample.article().id(), sample.message());
            sender.flush();
            progress.step();
            TimeUnit.MILLISECONDS.sleep(pace.toMillis());
        }
    }

    /** @throws CommandFailure if an article has no outcome within a minute, or the monitor fails */
    void awaitOutcomes() throws InterruptedException {
        Instant deadline = Instant.now().plus(OUTCOME_LIMIT);
        while (!outcomes.await(HEALTH_INTERVAL)) {
            requireHealthy();
            if (Instant.now().isAfter(deadline)) {
                throw new CommandFailure("no alert and no decision within " + OUTCOME_LIMIT.toSeconds()
                        + " s for the articles " + String.join(", ", outcomes.pending()));
            }
        }
        progress.close();
    }

    /** Reads the outputs to their ends; nothing is read after it. */
    void finish() throws InterruptedException {
        tail.finish();
    }

    @Override
    public void close() {
        progress.close();
        sender.close();
        tail.close();
    }

    private static ArticleSender sender(MonitorConfig config) {
        int maxBytes = config.limits().articleBytes();
        return new ArticleSender(
                Optional.of(ArticleSender.producer(Brokers.client(config), maxBytes)),
                Topics.of(config).articles(),
                Optional.empty(),
                maxBytes,
                (place, reason) -> {
                    throw new CommandFailure("sample article " + place + ": " + reason);
                });
    }

    private void requireHealthy() {
        if (monitor.runner().failure().isPresent()) {
            throw monitor.failure();
        }
        tail.failure().ifPresent(problem -> {
            throw new CommandFailure("reading the alerts failed: " + OneLineErrors.describe(problem), problem);
        });
    }

    private static String line(Sample sample) {
        String date =
                sample.publishedAt().atOffset(ZoneOffset.UTC).toLocalDate().toString();
        String source =
                sample.article().source().map(outlet -> " (" + outlet + ")").orElse("");
        return PrintableText.clean(date + " " + sample.article().title() + source);
    }
}
