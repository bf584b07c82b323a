package io.pactwatch.cli;

import io.pactwatch.article.Partnership;
import io.pactwatch.feed.SampleArticles;
import io.pactwatch.serde.WatchlistReader;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Option;

/** The partnerships to look for. */
final class WatchlistOption {
    @Option(
            names = {"-w", "--watchlist"},
            paramLabel = "FILE",
            description = "Partnerships to look for, in YAML (default: the ten of the sample articles).")
    private Optional<Path> file;

    List<Partnership> partnerships() {
        return file.map(WatchlistReader::read).orElseGet(SampleArticles::watchlist);
    }
}
