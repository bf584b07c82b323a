package io.pactwatch;

import io.pactwatch.cli.AlertsCommand;
import io.pactwatch.cli.AnalyzeCommand;
import io.pactwatch.cli.BacktestCommand;
import io.pactwatch.cli.BenchCommand;
import io.pactwatch.cli.CompletionCommand;
import io.pactwatch.cli.DeliverCommand;
import io.pactwatch.cli.DemoCommand;
import io.pactwatch.cli.EvaluateCommand;
import io.pactwatch.cli.FeedCommand;
import io.pactwatch.cli.OneLineErrors;
import io.pactwatch.cli.RunCommand;
import io.pactwatch.cli.VersionProvider;
import io.pactwatch.cli.WhyCommand;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;

/** The command line. Exit codes: 0 done, 1 failed, 2 wrong usage. */
@Command(
        name = "pactwatch",
        description = "Watches business partnerships in the news: shifts of tone and changes of contract terms.",
        mixinStandardHelpOptions = true,
        versionProvider = VersionProvider.class,
        scope = ScopeType.INHERIT,
        usageHelpAutoWidth = true,
        commandListHeading = "%nCommands:%n",
        optionListHeading = "%nOptions:%n",
        footerHeading = "%nExamples:%n",
        footer = {
            "  pactwatch demo",
            "  pactwatch analyze article.txt",
            "  pactwatch run --bootstrap-servers kafka:9092"
        },
        exitCodeOnExecutionException = 1,
        exitCodeOnInvalidInput = 2,
        subcommands = {
            DemoCommand.class,
            RunCommand.class,
            FeedCommand.class,
            AlertsCommand.class,
            DeliverCommand.class,
            WhyCommand.class,
            AnalyzeCommand.class,
            BacktestCommand.class,
            BenchCommand.class,
            EvaluateCommand.class,
            CompletionCommand.class
        })
public final class Pactwatch implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    public static void main(String[] arguments) {
        CommandLine commandLine = commandLine().setOut(utf8(FileDescriptor.out)).setErr(utf8(FileDescriptor.err));
        System.exit(commandLine.execute(arguments));
    }

    /** The commands with their error handling. */
    public static CommandLine commandLine() {
        OneLineErrors errors = new OneLineErrors(System.getenv());
        return new CommandLine(new Pactwatch())
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setParameterExceptionHandler(errors)
                .setExecutionExceptionHandler(errors);
    }

    /** Without a command: says which there are. */
    @Override
    public Integer call() {
        spec.commandLine().usage(spec.commandLine().getErr());
        return spec.exitCodeOnInvalidInput();
    }

    private static PrintWriter utf8(FileDescriptor descriptor) {
        return new PrintWriter(new OutputStreamWriter(new FileOutputStream(descriptor), StandardCharsets.UTF_8), true);
    }
}
