package io.pactwatch.cli;

import io.pactwatch.analysis.ArticleAnalyzer;
import io.pactwatch.article.Article;
import io.pactwatch.article.InvalidInputException;
import io.pactwatch.article.Partnership;
import io.pactwatch.config.DurationText;
import io.pactwatch.config.MonitorConfig;
import io.pactwatch.contract.TermCatalogue;
import io.pactwatch.feed.ArticleFiles;
import io.pactwatch.feed.ArticleLabels;
import io.pactwatch.feed.ArticleSink;
import io.pactwatch.serde.ArticleReader;
import io.pactwatch.serde.Json;
import io.pactwatch.signal.LedgerLine;
import io.pactwatch.signal.SignalSettings;
import io.pactwatch.signal.TermLedger;
import io.pactwatch.topology.Backtest;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import picocli.CommandLine.TypeConversionException;

/** Runs the live topology over files of articles. */
@Command(
        name = "backtest",
        description = {
            "Runs the topology of the monitor over articles in the order of publication, without a broker, and prints"
                    + " its alerts.",
            "Articles with the field expectedAlerts are labelled: precision and recall go to the error stream."
        },
        footer = {
            "  pactwatch backtest articles.jsonl",
            "  pactwatch backtest --json --ledger articles.jsonl > alerts.jsonl",
            "  pactwatch backtest --history articles.jsonl",
            "  pactwatch backtest --watchlist mine.yaml --lateness 14d archive/"
        })
public final class BacktestCommand implements Callable<Integer> {
    @Parameters(arity = "1..*", paramLabel = "FILE", description = "Files or folders of articles, as for feed.")
    private List<Path> paths;

    @Option(
            names = "--lateness",
            paramLabel = "TIME",
            converter = DurationConverter.class,
            defaultValue = "7d",
            description = "How late an article may come and still count as news (default: ${DEFAULT-VALUE}).")
    private Duration lateness;

    @Option(names = "--json", description = "One alert a line, as on the alerts topic.")
    private boolean json;

    @Option(names = "--ledger", description = "After the alerts, the terms as they stand at the end.")
    private boolean ledger;

    @Option(
            names = "--history",
            description = "After the alerts, each day on which a term changed, with the terms in force after it.")
    private boolean history;

    @Mixin
    private WatchlistOption watchlist;

    @Mixin
    private TierOption tier;

    @Mixin
    private TermsOption terms;

    @Spec
    private CommandSpec spec;

    static final class DurationConverter implements ITypeConverter<Duration> {
        @Override
        public Duration convert(String text) {
            try {
                return DurationText.parse(text);
            } catch (IllegalArgumentException e) {
                throw new TypeConversionException(e.getMessage());
            }
        }
    }

    @Override
    public Integer call() {
        List<Partnership> partnerships = watchlist.partnerships();
        SignalSettings settings = settings();
        Input input = new Input(new AlertScore(partnerships));
        paths.forEach(path -> new ArticleFiles(ArticleReader.DEFAULT_MAX_BYTES, false).read(path, input));
        input.messages.sort(Comparator.comparing(Message::publishedAt));

        MonitorConfig config = terms.over(tier.over(MonitorConfig.DEFAULTS)).withSignal(settings);
        Map<String, LedgerLine> lines = new TreeMap<>();
        try (Backtest backtest = new Backtest(config, partnerships)) {
            Backtest.Sink sink = sink(input, lines);
            input.messages.forEach(message -> backtest.article(message.bytes(), sink));
            backtest.advance(MonitorConfig.DEFAULTS.alert().longestCoolDown().plusMinutes(1), sink);
        }
        TermCatalogue catalogue =
                terms.of(ArticleAnalyzer.forWatchlist(partnerships)).catalogue();
        if (ledger) {
            printLedger(lines, new TermLedger(catalogue, settings));
        }
        if (history) {
            PrintWriter out = spec.commandLine().getOut();
            out.print(new LedgerHistory(catalogue, settings).text(lines.values()));
            out.flush();
        }
        if (input.score.isLabelled()) {
            spec.commandLine().getErr().println(input.score.result().text());
        }
        return input.refused == 0 ? 0 : 1;
    }

    private SignalSettings settings() {
        SignalSettings defaults = SignalSettings.DEFAULTS;
        try {
            return new SignalSettings(
                    lateness, defaults.storyWindow(), defaults.falseAlarmsPerYear(), defaults.dueNotice());
        } catch (IllegalArgumentException e) {
            throw new CommandFailure("--lateness " + DurationText.format(lateness) + ": " + e.getMessage(), e);
        }
    }

    private Backtest.Sink sink(Input input, Map<String, LedgerLine> lines) {
        PrintWriter out = spec.commandLine().getOut();
        AlertPrinter printer = new AlertPrinter(Terminal.detect(System.getProperties(), System.getenv()));
        return new Backtest.Sink(
                alert -> {
                    input.score.alert(alert);
                    out.println(json ? PrintableText.cleanJson(Json.write(alert)) : printer.text(alert));
                },
                line -> lines.put(line.partnership().id() + " " + line.key().text(), line),
                point -> {},
                decision -> {},
                letter -> input.refused(letter.topic() + ", offset " + letter.offset(), letter.cause()));
    }

    private void printLedger(Map<String, LedgerLine> lines, TermLedger terms) {
        PrintWriter out = spec.commandLine().getOut();
        if (json) {
            lines.values().forEach(line -> out.println(PrintableText.cleanJson(Json.write(line))));
        } else {
            out.print(new LedgerTable(terms).text(lines.values()));
            out.flush();
        }
    }

    private record Message(Instant publishedAt, byte[] bytes) {}

    /** The articles of all files, with their labels. */
    private final class Input implements ArticleSink {
        private final List<Message> messages = new ArrayList<>();
        private final AlertScore score;
        private long refused;

        Input(AlertScore score) {
            this.score = score;
        }

        @Override
        public void article(String place, byte[] message) {
            try {
                Article article = ArticleReader.read(message);
                messages.add(new Message(article.publishedAt().orElse(Instant.MAX), message));
                ArticleLabels.of(message).ifPresent(labels -> score.label(article.id(), labels));
            } catch (InvalidInputException e) {
                refused(place, e.getMessage());
            }
        }

        @Override
        public void refused(String place, String reason) {
            refused++;
            spec.commandLine().getErr().println(PrintableText.clean("refused " + place + ": " + reason));
        }
    }
}
