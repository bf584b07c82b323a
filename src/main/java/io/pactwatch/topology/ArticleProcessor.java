package io.pactwatch.topology;

import io.pactwatch.analysis.ArticleAnalysis;
import io.pactwatch.analysis.ArticleAnalyzer;
import io.pactwatch.analysis.Decision;
import io.pactwatch.article.Article;
import io.pactwatch.article.InvalidInputException;
import io.pactwatch.metrics.MonitorMetrics;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.ReadOnlyKeyValueStore;

/** Article to one {@link Reading} per partnership that it is about, keyed by partnership, or to a {@link Decision}. */
final class ArticleProcessor implements Processor<byte[], Article, String, Object> {
    private final WatchlistIndex index;
    private final MonitorMetrics metrics;
    private ProcessorContext<String, Object> context;
    private ReadOnlyKeyValueStore<String, byte[]> watchlist;

    ArticleProcessor(WatchlistIndex index, MonitorMetrics metrics) {
        this.index = index;
        this.metrics = metrics;
    }

    @Override
    public void init(ProcessorContext<String, Object> processorContext) {
        context = processorContext;
        watchlist = context.getStateStore(Stores.WATCHLIST);
    }

    @Override
    public void process(Record<byte[], Article> record) {
        if (record.value() == null) {
            throw new InvalidInputException("value: a record without a value is no article");
        }
        Article article = record.value();
        Headers headers = InputHeaders.received(record.headers(), context.currentSystemTimeMs());
        if (article.withdrawn()) {
            withdraw(article, record.timestamp(), headers);
            return;
        }
        long started = System.nanoTime();
        Instant publishedAt = publishedAt(article, Instant.ofEpochMilli(record.timestamp()));
        List<ArticleAnalyzer.Explained> analyses =
                index.snapshot(watchlist).analyzer().explain(article, publishedAt);
        metrics.analyzed(MonitorMetrics.Input.ARTICLE, analyses.size(), Duration.ofNanos(System.nanoTime() - started));
        for (ArticleAnalyzer.Explained explained : analyses) {
            ArticleAnalysis analysis = explained.analysis();
            Reading reading = Reading.of(analysis, article.embargoedUntil());
            context.forward(new Record<>(analysis.partnership().id(), reading, record.timestamp(), headers));
        }
        analyses.stream()
                .filter(explained -> explained.cut() > 0)
                .map(explained -> Decision.claimsCut(explained.analysis(), explained.cut()))
                .forEach(decision -> decided(article, decision, record.timestamp(), headers));
        if (analyses.isEmpty()) {
            decided(article, Decision.notAnalyzed(article, publishedAt), record.timestamp(), headers);
        }
    }

    private void decided(Article article, Decision decision, long timestamp, Headers headers) {
        metrics.decided(decision);
        context.forward(new Record<>(article.id(), decision, timestamp, headers));
    }

    private void withdraw(Article article, long timestamp, Headers headers) {
        Decision decision = Decision.withdrawal(article.id(), Instant.ofEpochMilli(timestamp));
        metrics.analyzed(MonitorMetrics.Input.ARTICLE, 0, Duration.ZERO);
        metrics.decided(decision);
        context.forward(new Record<>(article.id(), Reading.withdrawal(article.id()), timestamp, headers));
        context.forward(new Record<>(article.id(), decision, timestamp, headers));
    }

    /** What is under embargo is published when the embargo ends, also in a replay after it. */
    private static Instant publishedAt(Article article, Instant stated) {
        return article.embargoedUntil().filter(stated::isBefore).orElse(stated);
    }
}
