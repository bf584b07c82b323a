package io.pactwatch.cli;

import io.pactwatch.analysis.ArticleAnalysis;
import io.pactwatch.evaluate.ClaimFigures;
import java.io.PrintWriter;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Measures the claims of labelled texts. */
@Command(
        name = "claims",
        description =
                "How well claims on contract terms are found: precision, recall and F1 by term, group of statuses and language.")
public final class EvaluateClaimsCommand implements Runnable {
    @Mixin
    private LabelledInput input;

    @Spec
    private CommandSpec spec;

    @Override
    public void run() {
        ClaimFigures figures = new ClaimFigures();
        input.forEach((text, analysis) ->
                figures.add(text, analysis.map(ArticleAnalysis::claims).orElse(List.of())));
        PrintWriter out = spec.commandLine().getOut();
        input.costLines().forEach(out::println);
        figures.lines().forEach(out::println);
        if (input.list()) {
            figures.differences().forEach(line -> out.println(PrintableText.clean(line)));
        }
    }
}
