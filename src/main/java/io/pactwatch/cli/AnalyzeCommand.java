package io.pactwatch.cli;

import io.pactwatch.analysis.ArticleAnalyzer;
import io.pactwatch.article.Article;
import io.pactwatch.article.InvalidInputException;
import io.pactwatch.feed.ArticleFiles;
import io.pactwatch.feed.ArticleSink;
import io.pactwatch.serde.ArticleReader;
import io.pactwatch.serde.Json;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Analyses articles without Kafka. */
@Command(
        name = "analyze",
        description = {
            "Says what articles say about the watched partnerships, without Kafka.",
            "A file that ends in .jsonl, .ndjson, .json, .jsonld, .html, .htm, .rss or .atom holds articles; any other is one text. The standard input (-)"
                    + " holds one article a line if it begins with '{', else one text."
        },
        footer = {
            "  pactwatch analyze article.txt",
            "  pactwatch analyze --explain article.txt",
            "  pactwatch analyze --json articles.jsonl",
            "  pbpaste | pactwatch analyze -"
        })
public final class AnalyzeCommand implements Callable<Integer> {
    private static final Path STANDARD_INPUT = Path.of("-");
    private static final int MAX_BYTES = ArticleReader.DEFAULT_MAX_BYTES;

    @Parameters(arity = "1..*", paramLabel = "FILE|-", description = "Files, or - for the standard input.")
    private List<Path> files;

    @Option(names = "--json", description = "One line of JSON for each article and partnership.")
    private boolean json;

    @Option(
            names = "--explain",
            description = "For each claim which rule found it, which head of the model, by which words, and how sure.")
    private boolean explain;

    @Mixin
    private WatchlistOption watchlist;

    @Mixin
    private TierOption tier;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws IOException {
        Analysis analysis = new Analysis(tier.analyzer(watchlist.partnerships()));
        for (Path file : files) {
            if (file.equals(STANDARD_INPUT)) {
                standardInput(analysis);
            } else if (!Files.isRegularFile(file) || holdsArticles(file)) {
                new ArticleFiles(MAX_BYTES, false).read(file, analysis);
            } else {
                try (InputStream in = Files.newInputStream(file)) {
                    analysis.text(file.toString(), in);
                }
            }
        }
        return analysis.refused == 0 ? 0 : 1;
    }

    private static boolean holdsArticles(Path file) {
        String name = file.getFileName().toString().toLowerCase(Locale.ROOT);
        return Stream.of(".jsonl", ".ndjson", ".json", ".jsonld", ".html", ".htm", ".rss", ".atom")
                .anyMatch(name::endsWith);
    }

    private static void standardInput(Analysis analysis) throws IOException {
        BufferedInputStream in = new BufferedInputStream(System.in);
        in.mark(MAX_BYTES);
        int first = in.read();
        while (first == ' ' || first == '\n' || first == '\r' || first == '\t') {
            first = in.read();
        }
        in.reset();
        if (first == '{') {
            new ArticleFiles(MAX_BYTES, false).readLines(in, "standard input", analysis);
        } else {
            analysis.text("standard input", in);
        }
    }

    /** Analyses and prints what is found in the files. */
    private final class Analysis implements ArticleSink {
        private final ArticleAnalyzer analyzer;
        private final AnalysisPrinter printer =
                new AnalysisPrinter(Terminal.detect(System.getProperties(), System.getenv()));
        private final PrintWriter out = spec.commandLine().getOut();
        private long refused;

        Analysis(ArticleAnalyzer analyzer) {
            this.analyzer = analyzer;
        }

        @Override
        public void article(String place, byte[] message) {
            try {
                print(ArticleReader.read(message, MAX_BYTES));
            } catch (InvalidInputException e) {
                refused(place, e.getMessage());
            }
        }

        @Override
        public void refused(String place, String reason) {
            refused++;
            spec.commandLine().getErr().println(PrintableText.clean("refused " + place + ": " + reason));
        }

        /** Analyses a text as it stands, so that the offsets of the evidence count from its beginning. */
        void text(String name, InputStream in) throws IOException {
            byte[] bytes = in.readNBytes(MAX_BYTES + 1);
            if (bytes.length > MAX_BYTES) {
                refused(name, String.format(Locale.ROOT, "larger than %,d bytes", MAX_BYTES));
                return;
            }
            try {
                String body = StandardCharsets.UTF_8
                        .newDecoder()
                        .decode(ByteBuffer.wrap(bytes))
                        .toString();
                print(new Article(
                        name,
                        Optional.empty(),
                        "",
                        body,
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty()));
            } catch (CharacterCodingException e) {
                refused(name, "not UTF-8 text: convert it first");
            }
        }

        private void print(Article article) {
            List<ArticleAnalyzer.Explained> analyses =
                    analyzer.explain(article, article.publishedAt().orElseGet(Instant::now));
            if (json) {
                analyses.forEach(analysis ->
                        out.println(PrintableText.cleanJson(Json.write(AnalysisLine.of(analysis, explain)))));
            } else {
                out.println(printer.text(article, analyses, explain));
            }
        }
    }
}
