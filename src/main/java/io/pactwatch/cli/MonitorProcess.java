package io.pactwatch.cli;

import io.pactwatch.analysis.model.Models;
import io.pactwatch.article.Partnership;
import io.pactwatch.config.MonitorConfig;
import io.pactwatch.config.TermsFile;
import io.pactwatch.console.ConsoleApi;
import io.pactwatch.console.ConsoleServer;
import io.pactwatch.console.Health;
import io.pactwatch.console.OutputReader;
import io.pactwatch.console.OutputView;
import io.pactwatch.console.StreamsHealth;
import io.pactwatch.delivery.Deliveries;
import io.pactwatch.metrics.Meters;
import io.pactwatch.metrics.ModelMetrics;
import io.pactwatch.topology.MonitorRunner;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A monitor with its meters, its console and its deliveries. Thread-safe. */
final class MonitorProcess implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(MonitorProcess.class);

    private final Meters meters;
    private final ConsoleServer console;
    private final MonitorRunner runner;
    private final Deliveries deliveries;
    private final OutputReader outputs;

    private MonitorProcess(
            Meters meters, ConsoleServer console, MonitorRunner runner, Deliveries deliveries, OutputReader outputs) {
        this.meters = meters;
        this.console = console;
        this.runner = runner;
        this.deliveries = deliveries;
        this.outputs = outputs;
    }

    /** Starts the console, which answers from the first moment on, then the deliveries and the streams. */
    static MonitorProcess start(MonitorConfig config, Collection<Partnership> watchlist) {
        Models.Loaded models = Models.load(config.analysis().tier());
        LOG.info("sentences are read in the {} tier", models.tier().label());
        models.obstacle().ifPresent(reason -> LOG.warn("the accurate tier is not in use: {}", reason));
        AtomicReference<Supplier<Health>> health = new AtomicReference<>(() -> new Health(true, false, "STARTING"));
        Meters meters = new Meters();
        OutputView view = new OutputView();
        ConsoleApi api = new ConsoleApi(view, TermsFile.catalogue(config.analysis()), config.signal());
        ConsoleServer console = ConsoleServer.start(
                config.console(), meters.registry(), () -> health.get().get(), api);
        try {
            ModelMetrics.bind(models, meters.registry());
            meters.monitor().watch(watchlist.stream().map(Partnership::id).toList());
            if (!config.delivery().targets().isEmpty()) {
                MonitorRunner.prepare(config, List.of());
            }
            Deliveries deliveries = Deliveries.start(config, System.getenv(), meters.registry());
            MonitorRunner runner = runner(config, watchlist, meters, deliveries);
            health.set(new StreamsHealth(() -> runner.state().name()));
            return new MonitorProcess(meters, console, runner, deliveries, OutputReader.start(config, view));
        } catch (RuntimeException e) {
            console.close();
            meters.close();
            throw e;
        }
    }

    private static MonitorRunner runner(
            MonitorConfig config, Collection<Partnership> watchlist, Meters meters, Deliveries deliveries) {
        try {
            return MonitorRunner.start(config, watchlist, meters.monitor(), meters::bind);
        } catch (RuntimeException e) {
            deliveries.close();
            throw e;
        }
    }

    MonitorRunner runner() {
        return runner;
    }

    Meters meters() {
        return meters;
    }

    int consolePort() {
        return console.port();
    }

    /** What to say when the streams have failed. */
    CommandFailure failure() {
        return runner.failure()
                .map(cause -> new CommandFailure("the streams failed: " + OneLineErrors.describe(cause), cause))
                .orElseGet(() -> new CommandFailure("the streams do not run; their state is " + runner.state()));
    }

    @Override
    public void close() {
        outputs.close();
        runner.close();
        deliveries.close();
        console.close();
        meters.close();
    }
}
