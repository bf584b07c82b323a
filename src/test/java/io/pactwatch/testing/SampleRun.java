package io.pactwatch.testing;

import io.pactwatch.alert.Alert;
import io.pactwatch.analysis.Decision;
import io.pactwatch.article.Partnership;
import io.pactwatch.config.MonitorConfig;
import io.pactwatch.feed.SampleArticles;
import io.pactwatch.signal.LedgerLine;
import io.pactwatch.signal.SentimentPoint;
import io.pactwatch.topology.Backtest;
import java.util.ArrayList;
import java.util.List;

/** Every message that the live topology writes about the sample articles and a few events, or about other articles. */
public record SampleRun(
        List<Alert> alerts,
        List<LedgerLine> ledger,
        List<SentimentPoint> sentiment,
        List<Decision> decisions,
        List<Backtest.DeadLetter> deadLetters) {

    /** The text of the events; their evidence is a part of it. */
    public static final String EVENT_TEXT =
            "\uD83D\uDCC4 Item 8.01. Kroger will pay Ocado $350 million. The exclusivity ends, the parties agreed.";

    private static final String KNOWN_TERM =
            """
            {"id":"event-1","partnership":"kroger-ocado","occurredAt":"2025-12-05","source":"8-K","kind":"filing","text":"%s",
             "claims":[{"term":"SETTLEMENT_PAYMENT","status":"new","stage":"filed","payer":"kroger","scope":"sites",
               "value":{"amount":350000000,"currency":"USD"},"evidence":"Kroger will pay Ocado $350 million"},
              {"term":"PRODUCT_EXCLUSIVITY","status":"ended","stage":"filed","value":"none","validFrom":"2026-01-01",
               "evidence":"The exclusivity ends"}]}"""
                    .formatted(EVENT_TEXT);

    private static final String NOBODY =
            KNOWN_TERM.replace("kroger-ocado", "nobody-knows").replace("event-1", "event-2");
    private static final String UNKNOWN_TERM = KNOWN_TERM.replace("SETTLEMENT_PAYMENT", "HANDSHAKE");

    /** Runs the topology over the samples and the events. */
    public static SampleRun of() {
        List<byte[]> articles = SampleArticles.all().stream()
                .map(SampleArticles.Sample::message)
                .toList();
        List<String> events = List.of(KNOWN_TERM, KNOWN_TERM, NOBODY, UNKNOWN_TERM, "{}");
        return run(articles, events.stream().map(Messages::bytes).toList());
    }

    /** Runs the topology over articles; what a cool-down keeps back is told at the end. */
    public static SampleRun about(List<byte[]> articles) {
        return run(articles, List.of());
    }

    private static SampleRun run(List<byte[]> articles, List<byte[]> events) {
        SampleRun run = new SampleRun(
                new ArrayList<>(), new ArrayList<>(), new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
        Backtest.Sink sink = new Backtest.Sink(
                run.alerts::add, run.ledger::add, run.sentiment::add, run.decisions::add, run.deadLetters::add);
        List<Partnership> watchlist = SampleArticles.watchlist();
        try (Backtest backtest = new Backtest(MonitorConfig.DEFAULTS, watchlist)) {
            articles.forEach(article -> backtest.article(article, sink));
            events.forEach(event -> backtest.event(event, sink));
            backtest.advance(MonitorConfig.DEFAULTS.alert().longestCoolDown().plusMinutes(1), sink);
        }
        return run;
    }
}
