package io.pactwatch.cli;

import io.pactwatch.config.MonitorConfig;
import io.pactwatch.config.TermsFile;
import io.pactwatch.console.ConsoleApi;
import io.pactwatch.console.ConsoleServer;
import io.pactwatch.console.Health;
import io.pactwatch.console.OutputReader;
import io.pactwatch.console.OutputView;
import io.pactwatch.delivery.Deliveries;
import io.pactwatch.metrics.Meters;
import io.pactwatch.topology.Topics;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Delivers alerts to the configured targets until it is stopped. */
@Command(
        name = "deliver",
        description = {
            "Sends alerts to the targets of the configuration: Alertmanager, Slack-compatible and other webhooks.",
            "The command run does that too; use this one to do it elsewhere than the monitor."
        },
        footer = {
            "  pactwatch deliver --config pactwatch.yaml",
            "  PACTWATCH_CONSOLE_PORT=8081 pactwatch deliver --config delivery.yaml"
        })
public final class DeliverCommand implements Callable<Integer> {
    private static final Logger LOG = LoggerFactory.getLogger(DeliverCommand.class);

    @Mixin
    private KafkaOptions kafka;

    @Override
    public Integer call() throws InterruptedException {
        MonitorConfig config = kafka.config();
        if (config.delivery().targets().isEmpty()) {
            throw new CommandFailure("nothing to deliver to: give delivery.targets in the file of --config");
        }
        Brokers.partitions(config, List.of(Topics.of(config).alerts()));
        try (Cleanup cleanup = new Cleanup()) {
            Meters meters = cleanup.add(new Meters());
            Deliveries deliveries = cleanup.add(Deliveries.start(config, System.getenv(), meters.registry()));
            OutputView view = new OutputView();
            ConsoleApi api = new ConsoleApi(view, TermsFile.catalogue(config.analysis()), config.signal());
            ConsoleServer console = cleanup.add(
                    ConsoleServer.start(config.console(), meters.registry(), () -> health(deliveries), api));
            cleanup.add(OutputReader.start(config, view));
            LOG.info(
                    "delivering to {}; metrics on http://{}:{}/metrics",
                    config.delivery().targets(),
                    config.console().host(),
                    console.port());
            new CountDownLatch(1).await();
        }
        return 0;
    }

    private static Health health(Deliveries deliveries) {
        boolean reading = deliveries.isReading();
        return new Health(true, reading, reading ? "DELIVERING" : "STARTING");
    }
}
