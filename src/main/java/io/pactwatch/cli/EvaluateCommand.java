package io.pactwatch.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Quality figures. */
@Command(
        name = "evaluate",
        description = "Measures the analysis on labelled texts, and the detector by simulation.",
        subcommands = {
            EvaluateClaimsCommand.class,
            EvaluateSentimentCommand.class,
            EvaluateStoriesCommand.class,
            EvaluateShiftsCommand.class
        },
        footer = {
            "  pactwatch evaluate claims --list articles.jsonl",
            "  pactwatch evaluate sentiment passages.jsonl",
            "  pactwatch evaluate stories articles.jsonl",
            "  pactwatch evaluate shifts"
        })
public final class EvaluateCommand implements Runnable {
    @Spec
    private CommandSpec spec;

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "say what to evaluate: claims, sentiment, stories or shifts");
    }
}
