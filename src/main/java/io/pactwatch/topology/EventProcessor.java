package io.pactwatch.topology;

import io.pactwatch.analysis.ArticleAnalysis;
import io.pactwatch.analysis.Decision;
import io.pactwatch.analysis.EventAnalyzer;
import io.pactwatch.article.InvalidInputException;
import io.pactwatch.article.Partnership;
import io.pactwatch.article.PartnershipEvent;
import io.pactwatch.metrics.MonitorMetrics;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.ReadOnlyKeyValueStore;

/** Structured event to a {@link Reading}, keyed by partnership, or to a {@link Decision}. */
final class EventProcessor implements Processor<byte[], PartnershipEvent, String, Object> {
    private final WatchlistIndex index;
    private final MonitorMetrics metrics;
    private ProcessorContext<String, Object> context;
    private ReadOnlyKeyValueStore<String, byte[]> watchlist;

    EventProcessor(WatchlistIndex index, MonitorMetrics metrics) {
        this.index = index;
        this.metrics = metrics;
    }

    @Override
    public void init(ProcessorContext<String, Object> processorContext) {
        context = processorContext;
        watchlist = context.getStateStore(Stores.WATCHLIST);
    }

    @Override
    public void process(Record<byte[], PartnershipEvent> record) {
        if (record.value() == null) {
            throw new InvalidInputException("value: a record without a value is no event");
        }
        PartnershipEvent event = record.value();
        Instant at = Instant.ofEpochMilli(record.timestamp());
        Headers headers = InputHeaders.received(record.headers(), context.currentSystemTimeMs());
        WatchlistIndex.Snapshot snapshot = index.snapshot(watchlist);
        Optional<Partnership> partnership =
                Optional.ofNullable(snapshot.partnerships().get(event.partnership()));
        metrics.analyzed(MonitorMetrics.Input.EVENT, partnership.isPresent() ? 1 : 0, Duration.ZERO);
        if (partnership.isPresent()) {
            ArticleAnalysis analysis = new EventAnalyzer(snapshot.analyzer().catalogue())
                    .analyze(event, partnership.get().ref(), at);
            Reading reading = Reading.of(analysis, Optional.empty());
            context.forward(new Record<>(analysis.partnership().id(), reading, record.timestamp(), headers));
        } else {
            Decision decision = Decision.unknownPartnership(event, at);
            metrics.decided(decision);
            context.forward(new Record<>(event.id(), decision, record.timestamp(), headers));
        }
    }
}
