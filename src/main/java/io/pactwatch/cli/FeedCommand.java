package io.pactwatch.cli;

import io.pactwatch.config.MonitorConfig;
import io.pactwatch.feed.ArticleFiles;
import io.pactwatch.feed.ArticleSender;
import io.pactwatch.feed.ArticleSink;
import io.pactwatch.topology.Topics;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.common.KafkaException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Sends articles from files to the articles topic. */
@Command(
        name = "feed",
        description = {
            "Sends articles to Kafka: .jsonl or .ndjson (one a line), .json or .jsonld (one), .html or .htm (a web page),"
                    + " .rss or .atom (one an entry), .txt (first line: title), folders, and the standard input (-) as one a line.",
            "Articles in JSON are in Pactwatch's own format, IPTC ninjs 1.x to 3.x, or schema.org NewsArticle in JSON-LD,"
                    + " recognised by their content.",
            "What is wrong with an article is told with its file and line; the others go on, and the exit code is 1."
        },
        footer = {
            "  pactwatch feed articles.jsonl",
            "  pactwatch feed --dry-run archive/",
            "  pactwatch feed --in-order archive-by-date.jsonl",
            "  zcat articles.jsonl.gz | pactwatch feed --bootstrap-servers kafka:9092 -"
        })
public final class FeedCommand implements Callable<Integer> {
    private static final Path STANDARD_INPUT = Path.of("-");

    @Parameters(arity = "1..*", paramLabel = "PATH|-", description = "Files or folders, or - for the standard input.")
    private List<Path> paths;

    @Option(names = "--topic", paramLabel = "NAME", description = "Topic (default: <topics.prefix>articles).")
    private Optional<String> topic;

    @Option(names = "--dry-run", description = "Only check the articles; needs no Kafka.")
    private boolean dryRun;

    @Option(
            names = "--in-order",
            description =
                    "Keep the order of the articles, by sending all to one partition: for archives, which span more"
                            + " time than articles may be late (signal.lateness).")
    private boolean inOrder;

    @Option(
            names = "--use-file-time",
            description = "A .txt file counts as published when it was last changed (default: when it is sent).")
    private boolean fileTime;

    @Mixin
    private KafkaOptions kafka;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws IOException {
        MonitorConfig config = kafka.config();
        String target = topic.orElse(Topics.of(config).articles());
        int maxBytes = config.limits().articleBytes();
        PrintWriter err = spec.commandLine().getErr();
        Optional<Producer<String, byte[]>> producer = producer(config, target);
        try (Progress progress = Progress.start(terminal(), err, "feed", Progress.UNKNOWN, " articles");
                ArticleSender sender = new ArticleSender(
                        producer,
                        target,
                        inOrder ? Optional.of(0) : Optional.empty(),
                        maxBytes,
                        (place, reason) -> progress.above(
                                () -> err.println(PrintableText.clean("refused " + place + ": " + reason))))) {
            read(new ArticleFiles(maxBytes, fileTime), stepping(sender, progress));
            sender.flush();
            progress.above(() -> finish(sender, target));
            return sender.refused() == 0 ? 0 : 1;
        } catch (KafkaException e) {
            throw new CommandFailure(
                    "sending to " + target + " at " + config.bootstrapServers() + " failed: "
                            + OneLineErrors.describe(e),
                    e);
        }
    }

    private Optional<Producer<String, byte[]>> producer(MonitorConfig config, String target) {
        if (dryRun) {
            return Optional.empty();
        }
        Brokers.partitions(config, List.of(target));
        return Optional.of(
                ArticleSender.producer(Brokers.client(config), config.limits().articleBytes()));
    }

    private void read(ArticleFiles files, ArticleSink sink) throws IOException {
        for (Path path : paths) {
            if (path.equals(STANDARD_INPUT)) {
                files.readLines(System.in, "standard input", sink);
            } else {
                files.read(path, sink);
            }
        }
    }

    private static ArticleSink stepping(ArticleSender sender, Progress progress) {
        return new ArticleSink() {
            @Override
            public void article(String place, byte[] message) {
                sender.article(place, message);
                progress.step();
            }

            @Override
            public void refused(String place, String reason) {
                sender.refused(place, reason);
                progress.step();
            }
        };
    }

    private void finish(ArticleSender sender, String target) {
        String done = dryRun ? "checked, could be sent: " : "sent to " + target + ": ";
        spec.commandLine().getOut().println(done + sender.sent() + ", refused: " + sender.refused());
    }

    private static Terminal terminal() {
        return Terminal.detect(System.getProperties(), System.getenv());
    }
}
