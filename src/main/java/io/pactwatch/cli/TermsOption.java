package io.pactwatch.cli;

import io.pactwatch.analysis.ArticleAnalyzer;
import io.pactwatch.analysis.resource.YamlNode;
import io.pactwatch.analysis.terms.RuleBook;
import io.pactwatch.article.InvalidInputException;
import java.io.IOException;
import java.nio.file.Files;
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
        return file.map(path -> analyzer.withRules(RuleBook.with(read(path)))).orElse(analyzer);
    }

    private static YamlNode read(Path path) {
        try {
            return YamlNode.parse(path.toString(), Files.readString(path));
        } catch (IOException e) {
            throw new InvalidInputException(path + ": cannot be read as UTF-8, check path and encoding", e);
        }
    }
}
