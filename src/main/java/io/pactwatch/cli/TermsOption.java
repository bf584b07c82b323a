package io.pactwatch.cli;

import io.pactwatch.analysis.ArticleAnalyzer;
import io.pactwatch.article.InvalidInputException;
import io.pactwatch.config.MonitorConfig;
import io.pactwatch.config.TermsFile;
import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine.Option;

/** The user's own contract terms. */
final class TermsOption {
    @Option(
            names = "--terms",
            paramLabel = "FILE",
            description =
                    "Own contract terms in YAML: added to the shipped ones, or in the place of those of the same name.")
    private Optional<Path> file;

    /**
     * The analyzer with the shipped terms and those of the file.
     *
     * @throws InvalidInputException if the file is wrong, with line and reason
     */
    ArticleAnalyzer of(ArticleAnalyzer analyzer) {
        return TermsFile.over(analyzer, file);
    }

    /**
     * A configuration, with the file of the command line if it says one.
     *
     * @throws InvalidInputException if the file that counts is wrong, with line and reason
     */
    MonitorConfig over(MonitorConfig config) {
        Optional<Path> path = file.or(() -> config.analysis().terms());
        path.ifPresent(TermsFile::read);
        return config.withAnalysis(new MonitorConfig.Analysis(config.analysis().tier(), path));
    }
}
