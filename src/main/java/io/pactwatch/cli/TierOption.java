package io.pactwatch.cli;

import io.pactwatch.analysis.ArticleAnalyzer;
import io.pactwatch.analysis.model.TierSetting;
import io.pactwatch.article.Partnership;
import io.pactwatch.config.MonitorConfig;
import java.util.Collection;
import java.util.Optional;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

/** How thoroughly sentences are read. */
final class TierOption {
    @Option(
            names = "--tier",
            paramLabel = "TIER",
            converter = Converter.class,
            description =
                    "How sentences are read: fast, accurate, or auto for the accurate tier where it loads (default:"
                            + " auto, or what the configuration says).")
    private Optional<TierSetting> tier;

    static final class Converter implements ITypeConverter<TierSetting> {
        @Override
        public TierSetting convert(String text) {
            try {
                return TierSetting.parse(text);
            } catch (IllegalArgumentException e) {
                throw new TypeConversionException(e.getMessage());
            }
        }
    }

    /** A configuration, with the tier of the command line if it says one. */
    MonitorConfig over(MonitorConfig config) {
        return tier.map(said -> config.withAnalysis(
                        new MonitorConfig.Analysis(said, config.analysis().terms())))
                .orElse(config);
    }

    TierSetting setting() {
        return tier.orElse(TierSetting.AUTO);
    }

    ArticleAnalyzer analyzer(Collection<Partnership> watchlist) {
        return ArticleAnalyzer.forTier(setting()).withWatchlist(watchlist);
    }
}
