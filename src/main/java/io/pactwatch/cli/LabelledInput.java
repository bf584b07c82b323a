package io.pactwatch.cli;

import io.pactwatch.analysis.ArticleAnalysis;
import io.pactwatch.analysis.ArticleAnalyzer;
import io.pactwatch.evaluate.LabelledFiles;
import io.pactwatch.evaluate.LabelledText;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The labelled texts of an evaluation, and how they are analysed. */
final class LabelledInput {
    @Parameters(
            arity = "1..*",
            paramLabel = "FILE",
            description = "Labelled articles or passages, one JSON object a line.")
    private List<Path> files;

    @Option(names = "--list", description = "Also prints every text that is read otherwise than it is labelled.")
    private boolean list;

    @Mixin
    private WatchlistOption watchlist;

    @Mixin
    private TermsOption terms;

    boolean list() {
        return list;
    }

    /** Analyses every text for its labelled pair; no analysis where it is not about that pair. */
    void forEach(BiConsumer<LabelledText, Optional<ArticleAnalysis>> sink) {
        ArticleAnalyzer analyzer = terms.of(ArticleAnalyzer.forWatchlist(List.of()));
        LabelledFiles reader = new LabelledFiles(watchlist.partnerships());
        for (Path file : files) {
            for (LabelledText text : reader.read(file)) {
                sink.accept(
                        text,
                        analyzer
                                .withWatchlist(List.of(text.partnership()))
                                .analyze(text.article(), text.publishedAt())
                                .stream()
                                .findFirst());
            }
        }
    }
}
