package io.pactwatch.config;

import io.pactwatch.analysis.ArticleAnalyzer;
import io.pactwatch.analysis.resource.YamlNode;
import io.pactwatch.analysis.terms.RuleBook;
import io.pactwatch.article.InvalidInputException;
import io.pactwatch.contract.TermCatalogue;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** A file of the user's own contract terms, in YAML: added to the shipped ones, or in the place of those of the same name. */
public final class TermsFile {
    private TermsFile() {}

    /**
     * The shipped terms and rules with those of the file.
     *
     * @throws InvalidInputException if the file cannot be read or is wrong, with line and reason
     */
    public static RuleBook read(Path path) {
        try {
            return RuleBook.with(YamlNode.parse(path.toString(), Files.readString(path)));
        } catch (IOException e) {
            throw new InvalidInputException(path + ": cannot be read as UTF-8, check path and encoding", e);
        }
    }

    /**
     * The analyzer of a configuration, for an empty watchlist.
     *
     * @throws InvalidInputException if the file is wrong, or the accurate tier is asked for and does not load
     */
    public static ArticleAnalyzer analyzer(MonitorConfig.Analysis analysis) {
        return over(ArticleAnalyzer.forTier(analysis.tier()), analysis.terms());
    }

    /** The terms of a configuration. */
    public static TermCatalogue catalogue(MonitorConfig.Analysis analysis) {
        return over(ArticleAnalyzer.forWatchlist(List.of()), analysis.terms()).catalogue();
    }

    /** The analyzer with the terms of the file, or as it is without one. */
    public static ArticleAnalyzer over(ArticleAnalyzer analyzer, Optional<Path> file) {
        return file.map(path -> analyzer.withRules(read(path))).orElse(analyzer);
    }
}
