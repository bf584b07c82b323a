package io.pactwatch.cli;

import io.pactwatch.analysis.ArticleAnalyzer;
import io.pactwatch.article.Partnership;
import io.pactwatch.article.Party;
import io.pactwatch.broker.EmbeddedBroker;
import io.pactwatch.config.MonitorConfig;
import io.pactwatch.feed.ArticleLabels;
import io.pactwatch.feed.SampleArticles;
import io.pactwatch.feed.SampleArticles.Sample;
import io.pactwatch.metrics.MeterName;
import io.pactwatch.metrics.MeterName.Label;
import io.pactwatch.signal.TermLedger;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Runs broker, monitor and console in this process and replays the sample articles on Microsoft and OpenAI. */
@Command(
        name = "demo",
        description = {
            "Shows what Pactwatch does: starts a Kafka broker, the monitor and its console in this process, replays"
                    + " seven years of news on Microsoft and OpenAI (synthetic articles on public facts), and prints the"
                    + " alerts.",
            "Leaves nothing behind: everything is kept in a temporary folder."
        },
        footer = {"  pactwatch demo", "  pactwatch demo --exit --pace 0.2", "  NO_COLOR=1 pactwatch demo --port 8080"})
public final class DemoCommand implements Callable<Integer> {
    private static final String PARTNERSHIP = "microsoft-openai";

    @Option(names = "--exit", description = "End with a summary when every article has an outcome.")
    private boolean exit;

    @Option(
            names = "--port",
            paramLabel = "N",
            defaultValue = "0",
            description = "Port of the console (default: a free one).")
    private int port;

    @Option(
            names = "--pace",
            paramLabel = "SECONDS",
            defaultValue = "1",
            description = "Time between two articles (default: ${DEFAULT-VALUE}).")
    private double pace;

    @Mixin
    private TierOption tier;

    @Spec
    private CommandSpec spec;

    private final Instant startedAt =
            ProcessHandle.current().info().startInstant().orElseGet(Instant::now);

    @Override
    public Integer call() throws IOException, InterruptedException {
        if (!(pace >= 0 && pace <= 60)) {
            throw new CommandFailure("--pace " + pace + ": give 0 to 60 seconds");
        }
        out().println("Starting a Kafka broker, the monitor and its console in this process ...");
        List<Partnership> watchlist = SampleArticles.watchlist();
        // The analyzer loads its resources while the broker starts.
        CompletableFuture<ArticleAnalyzer> analyzer =
                CompletableFuture.supplyAsync(() -> ArticleAnalyzer.forWatchlist(watchlist));
        Cleanup cleanup = new Cleanup();
        try (cleanup) {
            return run(cleanup, watchlist, samples(watchlist), analyzer);
        } catch (RuntimeException e) {
            if (cleanup.isToldToStop()) {
                return 0;
            }
            throw e;
        }
    }

    private int run(
            Cleanup cleanup,
            List<Partnership> watchlist,
            List<Sample> samples,
            CompletableFuture<ArticleAnalyzer> analyzer)
            throws IOException, InterruptedException {
        Path folder = cleanup.add(TemporaryFolder.create("pactwatch-demo-")).path();
        EmbeddedBroker broker = cleanup.add(EmbeddedBroker.start(folder.resolve("kafka"), 0));
        MonitorConfig config = config(broker, folder.resolve("state"));
        MonitorProcess monitor = cleanup.add(MonitorProcess.start(config, watchlist));
        out().println("Console: http://" + config.console().host() + ":" + monitor.consolePort() + "/");
        out().println();
        DemoOutcomes outcomes = new DemoOutcomes(
                samples.stream().map(sample -> sample.article().id()).toList());
        DemoReplay replay = cleanup.add(new DemoReplay(config, monitor, samples, outcomes, spec.commandLine()));
        replay.send(Duration.ofMillis(Math.round(pace * 1_000)));
        replay.awaitOutcomes();
        if (exit) {
            replay.finish();
            return finish(config, monitor, samples, outcomes, analyzer.join());
        }
        out().println("All articles are replayed; the monitor runs on until Ctrl-C. Feed it yourself with");
        out().println("  pactwatch feed --bootstrap-servers " + broker.bootstrapServers() + " FILE");
        monitor.runner().awaitStop();
        throw monitor.failure();
    }

    /** The sample articles that are labelled as being about the partnership of the demo. */
    private static List<Sample> samples(List<Partnership> watchlist) {
        Set<String> names = new HashSet<>();
        watchlist.stream()
                .filter(partnership -> partnership.id().equals(PARTNERSHIP))
                .forEach(partnership ->
                        partnership.parties().stream().map(Party::name).forEach(names::add));
        return SampleArticles.all().stream()
                .filter(sample -> ArticleLabels.of(sample.message())
                        .flatMap(ArticleLabels::partnership)
                        .filter(parties -> names.equals(new HashSet<>(parties)))
                        .isPresent())
                .toList();
    }

    /** One partition keeps the articles in the order of publication at any pace. */
    private MonitorConfig config(EmbeddedBroker broker, Path stateDirectory) {
        MonitorConfig defaults = tier.over(MonitorConfig.DEFAULTS);
        MonitorConfig.Topics topics = defaults.topics();
        return defaults.withBootstrapServers(broker.bootstrapServers())
                .withTopics(new MonitorConfig.Topics(topics.prefix(), 1, topics.replicationFactor()))
                .withStream(new MonitorConfig.Stream(1, defaults.stream().commitInterval(), stateDirectory, ""))
                .withConsole(new MonitorConfig.Console(defaults.console().host(), port));
    }

    private int finish(
            MonitorConfig config,
            MonitorProcess monitor,
            List<Sample> samples,
            DemoOutcomes outcomes,
            ArticleAnalyzer analyzer) {
        long stories = Math.round(monitor.meters()
                .registry()
                .get(MeterName.SIGNAL_STORIES.id())
                .tag(Label.STORY.id(), "new")
                .counter()
                .count());
        TermLedger ledger = new TermLedger(analyzer.catalogue(), config.signal());
        out().print(new DemoSummary(outcomes, ledger, startedAt).text(samples.size(), stories, Instant.now()));
        out().flush();
        return outcomes.deadLetters() == 0 ? 0 : 1;
    }

    private PrintWriter out() {
        return spec.commandLine().getOut();
    }
}
