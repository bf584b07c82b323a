package io.pactwatch.cli;

import io.pactwatch.analysis.ArticleAnalysis;
import io.pactwatch.analysis.Sentiment;
import io.pactwatch.evaluate.ToneFigures;
import java.io.PrintWriter;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Measures the sentiment of labelled texts. */
@Command(
        name = "sentiment",
        description = {
            "How well tone is found: macro-F1, share of texts without a tone, figures by label and language.",
            "Of labelled articles and passages the tone towards the tie; of NewsMTSC (.jsonl) and SEntFiN (.csv) the tone"
                    + " towards each target."
        })
public final class EvaluateSentimentCommand implements Runnable {
    @Mixin
    private LabelledInput input;

    @Spec
    private CommandSpec spec;

    @Override
    public void run() {
        ToneFigures figures = new ToneFigures();
        input.forEach((text, analysis) ->
                figures.add(text, analysis.flatMap(ArticleAnalysis::sentiment).map(Sentiment::label)));
        input.forEachTarget(figures::add);
        PrintWriter out = spec.commandLine().getOut();
        input.costLines().forEach(out::println);
        figures.lines().forEach(out::println);
        if (input.list()) {
            figures.differences().forEach(line -> out.println(PrintableText.clean(line)));
        }
    }
}
