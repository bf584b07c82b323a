package io.pactwatch.cli;

import io.pactwatch.article.Partnership;
import io.pactwatch.broker.EmbeddedBroker;
import io.pactwatch.config.MonitorConfig;
import io.pactwatch.serde.WatchlistReader;
import io.pactwatch.topology.Topics;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Runs the monitor until it is stopped. */
@Command(
        name = "run",
        description = "Runs the monitor against a Kafka cluster, or with a persistent broker of its own.",
        footer = {
            "  pactwatch run --bootstrap-servers kafka:9092 --watchlist watchlist.yaml",
            "  pactwatch run --config pactwatch.yaml",
            "  pactwatch run --embedded-broker --data ./data --watchlist watchlist.yaml"
        })
public final class RunCommand implements Callable<Integer> {
    private static final Logger LOG = LoggerFactory.getLogger(RunCommand.class);
    private static final Duration START_LIMIT = Duration.ofMinutes(5);

    @Mixin
    private KafkaOptions kafka;

    @Option(
            names = {"-w", "--watchlist"},
            paramLabel = "FILE",
            description = "Partnerships to watch, in YAML; published to the watchlist topic (default: what is there).")
    private Optional<Path> watchlist;

    @Mixin
    private TierOption tier;

    @Mixin
    private TermsOption terms;

    @ArgGroup(exclusive = false)
    private Embedded embedded;

    /** The broker in this process. */
    static final class Embedded {
        @Option(
                names = "--embedded-broker",
                required = true,
                description = "Run a single Kafka broker in this process.")
        private boolean wanted;

        @Option(
                names = "--data",
                paramLabel = "DIR",
                defaultValue = "data",
                description = "Where the broker keeps its data (default: ${DEFAULT-VALUE}).")
        private Path data;

        @Option(
                names = "--broker-port",
                paramLabel = "PORT",
                defaultValue = "9092",
                description = "Port of the broker on 127.0.0.1 (default: ${DEFAULT-VALUE}, 0 for a free one).")
        private int port;

        EmbeddedBroker start() {
            if (port < 0 || port > 65_535) {
                throw new CommandFailure("--broker-port " + port + ": not a port, give 0 to 65535");
            }
            EmbeddedBroker broker = EmbeddedBroker.start(data.resolve("kafka"), port);
            LOG.info("embedded broker listens on {}, data in {}", broker.bootstrapServers(), data.toAbsolutePath());
            return broker;
        }
    }

    @Override
    public Integer call() throws InterruptedException {
        MonitorConfig config = terms.over(tier.over(kafka.config()));
        List<Partnership> partnerships = watchlist.map(WatchlistReader::read).orElse(List.of());
        try (Cleanup cleanup = new Cleanup()) {
            if (embedded != null) {
                config = onBroker(config, cleanup.add(embedded.start()));
            }
            Brokers.requireCluster(config);
            logStart(config, partnerships);
            MonitorProcess monitor = cleanup.add(MonitorProcess.start(config, partnerships));
            MonitorConfig.Console console = config.console();
            LOG.info("console listens on {}://{}:{}/", console.scheme(), console.host(), monitor.consolePort());
            if (!monitor.runner().awaitRunning(START_LIMIT)) {
                throw monitor.failure();
            }
            LOG.info("streams are running");
            monitor.runner().awaitStop();
            if (monitor.runner().failure().isPresent()) {
                throw monitor.failure();
            }
        }
        return 0;
    }

    /** The state belongs beside the log that it was made from, unless the user puts it elsewhere. */
    private MonitorConfig onBroker(MonitorConfig config, EmbeddedBroker broker) {
        MonitorConfig.Stream stream = config.stream();
        boolean isDefault =
                stream.stateDirectory().equals(MonitorConfig.DEFAULTS.stream().stateDirectory());
        Path state = isDefault ? embedded.data.resolve("state") : stream.stateDirectory();
        return config.withBootstrapServers(broker.bootstrapServers())
                .withStream(new MonitorConfig.Stream(
                        stream.threads(), stream.commitInterval(), state, stream.instanceId()));
    }

    private void logStart(MonitorConfig config, List<Partnership> partnerships) {
        LOG.info("monitor {} reads from {}", config.applicationId(), config.bootstrapServers());
        if (partnerships.isEmpty()) {
            LOG.info(
                    "watching what is on topic {}; --watchlist adds to it",
                    Topics.of(config).watchlist());
        } else {
            LOG.info("watching {} partnerships of {}", partnerships.size(), watchlist.orElseThrow());
        }
    }
}
