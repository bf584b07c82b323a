package io.pactwatch.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Quality figures. */
@Command(
        name = "evaluate",
        description = "Quality figures on labelled data, and by simulation.",
        subcommands = {EvaluateShiftsCommand.class})
public final class EvaluateCommand implements Runnable {
    @Spec
    private CommandSpec spec;

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "Missing subcommand: say what to evaluate");
    }
}
