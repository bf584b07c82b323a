package io.pactwatch.cli;

import io.pactwatch.evaluate.ShiftStudy;
import io.pactwatch.serde.Json;
import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** The simulation study of the sentiment-shift detector. */
@Command(
        name = "shifts",
        description = {
            "Simulates partnerships whose tone is known, and prints the stories until a false alarm and until a shift is"
                    + " found, beside a CUSUM that is told level and deviation.",
            "The detector learns from 50 stories and is asked for one false alarm in 370."
        },
        footer = {"  pactwatch evaluate shifts", "  pactwatch evaluate shifts --replications 10000 --json"})
public final class EvaluateShiftsCommand implements Callable<Integer> {
    @Option(
            names = "--replications",
            paramLabel = "N",
            defaultValue = "2000",
            description = "Partnerships simulated for each figure (default: ${DEFAULT-VALUE}).")
    private int replications;

    @Option(names = "--seed", paramLabel = "N", defaultValue = "1", description = "Seed (default: ${DEFAULT-VALUE}).")
    private long seed;

    @Option(names = "--json", description = "One row a line as JSON.")
    private boolean json;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        if (replications < 1) {
            throw new CommandFailure("--replications " + replications + ": give at least 1");
        }
        List<ShiftStudy.Row> rows = new ShiftStudy(replications, seed).run();
        PrintWriter out = spec.commandLine().getOut();
        if (json) {
            rows.forEach(row -> out.println(Json.write(row)));
            return 0;
        }
        out.println("stories until an alarm          chart          no shift   0.5 sd     1 sd   1.5 sd     2 sd");
        for (ShiftStudy.Row row : rows) {
            StringBuilder line = new StringBuilder();
            line.append(String.format(Locale.ROOT, "%-30s  %-12s  %9.1f", row.input(), row.chart(), row.interval()));
            row.delays().forEach(delay -> line.append(String.format(Locale.ROOT, "  %7.2f", delay)));
            out.println(line);
        }
        return 0;
    }
}
