package io.pactwatch.cli;

import io.pactwatch.analysis.ArticleAnalysis;
import io.pactwatch.analysis.ArticleAnalyzer;
import io.pactwatch.analysis.model.Models;
import io.pactwatch.evaluate.LabelledFiles;
import io.pactwatch.evaluate.LabelledTarget;
import io.pactwatch.evaluate.LabelledText;
import io.pactwatch.evaluate.PassageSplit;
import io.pactwatch.evaluate.TargetFiles;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
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

    @Option(
            names = "--split",
            paramLabel = "PART",
            description =
                    "Of passages only those of a part: train, validation or test (default: all). Models are trained on"
                            + " the first and chosen on the second.")
    private Optional<PassageSplit> split;

    @Mixin
    private WatchlistOption watchlist;

    @Mixin
    private TierOption tier;

    private long texts;
    private long nanoseconds;

    boolean list() {
        return list;
    }

    /** Analyses every text for its labelled pair; no analysis where it is not about that pair. */
    void forEach(BiConsumer<LabelledText, Optional<ArticleAnalysis>> sink) {
        ArticleAnalyzer analyzer = tier.analyzer(List.of());
        LabelledFiles reader = new LabelledFiles(watchlist.partnerships());
        for (Path file : files) {
            if (!TargetFiles.holds(file)) {
                for (LabelledText text : reader.read(file)) {
                    if (split.isEmpty() || text.split().equals(split)) {
                        sink.accept(text, timed(analyzer.withWatchlist(List.of(text.partnership())), text));
                    }
                }
            }
        }
    }

    private Optional<ArticleAnalysis> timed(ArticleAnalyzer analyzer, LabelledText text) {
        long start = cpuTime();
        List<ArticleAnalysis> analyses = analyzer.analyze(text.article(), text.publishedAt());
        nanoseconds += cpuTime() - start;
        texts++;
        return analyses.stream().findFirst();
    }

    /** Reads the tone towards the targets of those files that label targets, without the analysis of articles. */
    void forEachTarget(BiConsumer<LabelledTarget, Optional<String>> sink) {
        Models.Loaded loaded = Models.load(tier.setting());
        for (Path file : files) {
            if (TargetFiles.holds(file)) {
                for (LabelledTarget target : TargetFiles.read(file)) {
                    long start = cpuTime();
                    Optional<String> tone = loaded.model()
                            .flatMap(model -> model.towards(target.text(), List.of(target.target()), "en"))
                            .map(read -> read.best().name().toLowerCase(Locale.ROOT));
                    nanoseconds += cpuTime() - start;
                    texts++;
                    sink.accept(target, tone);
                }
            }
        }
    }

    /** Time of this thread on a core, so that figures do not depend on what else the machine does. */
    private static long cpuTime() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    }

    /** The tier in use, and how much one core reads in a second, one line each. */
    List<String> costLines() {
        Models.Loaded loaded = Models.load(tier.setting());
        double seconds = Math.max(nanoseconds, 1) / 1e9;
        List<String> lines = new ArrayList<>();
        lines.add("tier                " + loaded.tier().label());
        lines.add(String.format(Locale.ROOT, "texts a second      %.0f on one core", texts / seconds));
        loaded.model()
                .filter(model -> model.misses() > 0)
                .ifPresent(model -> lines.add(
                        String.format(Locale.ROOT, "sentences a second  %.0f on one core", model.misses() / seconds)));
        return lines;
    }
}
