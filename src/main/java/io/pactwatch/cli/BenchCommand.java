package io.pactwatch.cli;

import io.pactwatch.bench.Bench;
import io.pactwatch.bench.BenchResult;
import io.pactwatch.bench.SignalBench;
import io.pactwatch.serde.Json;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Measures throughput and latency against a pass-through topology in the same run. */
@Command(
        name = "bench",
        description = {
            "Measures the monitor on this machine: articles a second against a topology that only copies, and the time from"
                    + " sending an article to seeing its outcome. Takes about two minutes.",
            "The broker runs in a process of its own. Figures of one machine compare only with figures of the same run."
        },
        footer = {"  pactwatch bench", "  pactwatch bench --json bench.json --rounds 5"})
public final class BenchCommand implements Callable<Integer> {
    @Option(names = "--json", paramLabel = "FILE", description = "Also write the figures to this file as JSON.")
    private Optional<Path> json = Optional.empty();

    @Option(
            names = "--articles",
            paramLabel = "N",
            defaultValue = "60000",
            description =
                    "Articles of a round; a round of relevant articles takes a tenth (default: ${DEFAULT-VALUE}).")
    private int articles;

    @Option(
            names = "--rounds",
            paramLabel = "N",
            defaultValue = "3",
            description = "Rounds of each measurement; the table shows the medians (default: ${DEFAULT-VALUE}).")
    private int rounds;

    @Option(
            names = "--signal-stage",
            description =
                    "Measure the signal stage alone instead: the cost of a record and the state of a partnership with"
                            + " 100,000 stories behind it.")
    private boolean signalStage;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws IOException, InterruptedException, ExecutionException {
        if (articles < 1_000 || rounds < 1) {
            throw new CommandFailure(
                    "--articles " + articles + " --rounds " + rounds + ": give at least 1000 articles and 1 round");
        }
        PrintWriter progress = spec.commandLine().getErr();
        if (signalStage) {
            signalStage(progress);
            return 0;
        }
        try (TemporaryFolder folder = TemporaryFolder.create("pactwatch-bench")) {
            BenchResult result = new Bench(folder.path(), progress::println).run(articles, rounds);
            print(result);
            if (json.isPresent()) {
                Files.writeString(json.get(), Json.write(result) + "\n");
            }
            return 0;
        } catch (TimeoutException e) {
            throw new CommandFailure("bench: " + e.getMessage() + "; try fewer --articles", e);
        }
    }

    private void signalStage(PrintWriter progress) throws IOException {
        SignalBench.Result result = new SignalBench().run(100_000, 10_000, progress::println);
        PrintWriter out = spec.commandLine().getOut();
        out.printf(
                Locale.ROOT,
                "signal stage, one partnership with 100 records a day, stores included%n"
                        + "  %.0f microseconds of the processor a record after %,d records, and %.0f for the driver that feeds it"
                        + " (%.0f together; %.0f at the start)%n  state %.1f MB%n",
                result.stage(),
                result.before(),
                result.driver(),
                result.median(),
                result.first(),
                result.bytes() / 1e6);
        result.storedBytes()
                .forEach((store, bytes) -> out.printf(Locale.ROOT, "    %-20s %,12d bytes%n", store, bytes));
        out.flush();
        if (json.isPresent()) {
            Files.writeString(json.get(), Json.write(result) + "\n");
        }
    }

    private void print(BenchResult result) {
        double base = BenchResult.median(result.passThrough());
        PrintWriter out = spec.commandLine().getOut();
        out.printf(Locale.ROOT, "%s; messages of %,d bytes%n%n", result.machine(), result.messageBytes());
        out.println("                        articles/s   of pass-through");
        row(out, "pass-through", base, base);
        row(out, "irrelevant articles", BenchResult.median(result.irrelevant()), base);
        row(out, "relevant articles", BenchResult.median(result.relevant()), base);
        double one = BenchResult.median(result.analysis());
        double many = BenchResult.median(result.analysisOfMany());
        out.printf(
                Locale.ROOT,
                "%nanalysis of irrelevant articles alone, a core: %,.0f articles/s with 1 partnership, %,.0f with 10,000"
                        + " (%.2f times)%n",
                one,
                many,
                one / many);
        out.printf(
                Locale.ROOT,
                "%nfrom send to outcome at %d articles/s: p50 %.0f ms, p99 %.0f ms (%,d outcomes)%n",
                result.latencyPerSecond(),
                result.latencyP50(),
                result.latencyP99(),
                result.latencyOutcomes());
    }

    private static void row(PrintWriter out, String name, double rate, double base) {
        out.printf(Locale.ROOT, "%-22s  %,10.0f   %15.2f%n", name, rate, rate / base);
    }
}
