package io.pactwatch.cli;

import io.pactwatch.evaluate.StoryFigures;
import io.pactwatch.signal.SignalSettings;
import java.io.PrintWriter;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Measures the stories of labelled articles. */
@Command(
        name = "stories",
        description = {
            "How well articles that retell one story are found: B-cubed precision, recall and F1.",
            "Articles with the field storyCluster count; those with the same value retell one story."
        },
        footer = "  pactwatch evaluate stories --list articles.jsonl")
public final class EvaluateStoriesCommand implements Runnable {
    @Mixin
    private LabelledInput input;

    @Spec
    private CommandSpec spec;

    @Override
    public void run() {
        StoryFigures figures = new StoryFigures(SignalSettings.DEFAULTS);
        input.forEach(figures::add);
        StoryFigures.Score score = figures.score();
        if (score.articles() == 0) {
            throw new CommandFailure("no article says which story it tells: give articles with the field storyCluster");
        }
        PrintWriter out = spec.commandLine().getOut();
        out.println(score.text());
        if (input.list()) {
            figures.differences().forEach(line -> out.println(PrintableText.clean(line)));
        }
    }
}
