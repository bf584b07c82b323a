package io.pactwatch.topology;

import io.pactwatch.config.MonitorConfig;

/** Names of the topics. */
public record Topics(
        String articles,
        String events,
        String watchlist,
        String alerts,
        String ledger,
        String sentiment,
        String decisions,
        String deadLetters) {

    public static Topics of(MonitorConfig config) {
        String prefix = config.topics().prefix();
        return new Topics(
                prefix + "articles",
                prefix + "events",
                prefix + "watchlist",
                prefix + "alerts",
                prefix + "ledger",
                prefix + "sentiment",
                prefix + "decisions",
                prefix + "dead-letters");
    }
}
