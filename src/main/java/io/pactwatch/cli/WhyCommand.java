package io.pactwatch.cli;

import io.pactwatch.config.MonitorConfig;
import io.pactwatch.serde.Json;
import io.pactwatch.topology.Topics;
import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Says what has become of an article: which alerts quote it, or why there is none. */
@Command(
        name = "why",
        description = "Says why an article raised no alert, per partnership, or which alerts quote it.",
        footer = {
            "  pactwatch why nyt-2025-09-11-openai",
            "  pactwatch why nyt-2025-09-11-openai --json | jq '.decisions[].reason'"
        })
public final class WhyCommand implements Callable<Integer> {
    @Parameters(paramLabel = "ARTICLE_ID", description = "Id of the article or event.")
    private String articleId;

    @Option(names = "--json", description = "One JSON object with decisions, alerts and dead letters.")
    private boolean json;

    @Mixin
    private KafkaOptions kafka;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        MonitorConfig config = kafka.config();
        Topics topics = Topics.of(config);
        ArticleOutcome outcome = new ArticleOutcome(articleId, topics);
        List<String> read = List.of(topics.decisions(), topics.alerts(), topics.deadLetters());
        try (TopicReader reader = TopicReader.open(config, read, true)) {
            reader.readToEnd(outcome::add);
        }
        if (outcome.isEmpty()) {
            throw new CommandFailure(
                    "article '" + PrintableText.clean(articleId) + "': neither alert, decision nor dead"
                            + " letter names it; check the id, or whether the topics still keep what is that old");
        }
        PrintWriter out = spec.commandLine().getOut();
        if (json) {
            out.println(PrintableText.cleanJson(Json.write(outcome.summary())));
        } else {
            print(outcome.summary(), out);
        }
        return 0;
    }

    private static void print(ArticleOutcome.Summary outcome, PrintWriter out) {
        outcome.alerts()
                .forEach(alert -> line(
                        out,
                        alert.partnership(),
                        "alert",
                        alert.id() + ", " + alert.status().name().toLowerCase(Locale.ROOT) + ", "
                                + alert.severity().name().toLowerCase(Locale.ROOT) + ": " + alert.title()));
        outcome.decisions()
                .forEach(decision -> line(
                        out,
                        decision.partnership().orElse("no partnership"),
                        decision.reason().name(),
                        decision.detail()));
        outcome.deadLetters()
                .forEach(letter -> line(
                        out,
                        "no partnership",
                        "dead letter",
                        letter.topic() + ", partition " + letter.partition() + ", offset " + letter.offset() + ": "
                                + letter.cause()));
    }

    private static void line(PrintWriter out, String partnership, String what, String detail) {
        out.println(PrintableText.clean(partnership + ": " + what + ", " + detail));
    }
}
