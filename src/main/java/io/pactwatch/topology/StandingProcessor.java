package io.pactwatch.topology;

import io.pactwatch.article.Partnership;
import io.pactwatch.article.Party;
import io.pactwatch.metrics.MonitorMetrics;
import io.pactwatch.metrics.StandingTerm;
import io.pactwatch.signal.LedgerLine;
import io.pactwatch.signal.SentimentShiftDetector;
import io.pactwatch.signal.TermLedger;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.ReadOnlyKeyValueStore;

/**
 * Tells the metrics where the partnerships of its partition stand: what its stores hold when it starts, then every change,
 * and that they are another's when it ends. The start costs one pass over the ledger and two over the open stories.
 */
final class StandingProcessor implements Processor<String, Detection, Void, Void> {
    private final WatchlistIndex index;
    private final TermLedger ledger;
    private final SentimentShiftDetector detector;
    private final MonitorMetrics metrics;
    private int partition;
    private ReadOnlyKeyValueStore<String, byte[]> watchlist;

    StandingProcessor(
            WatchlistIndex index, TermLedger ledger, SentimentShiftDetector detector, MonitorMetrics metrics) {
        this.index = index;
        this.ledger = ledger;
        this.detector = detector;
        this.metrics = metrics;
    }

    @Override
    public void init(ProcessorContext<Void, Void> context) {
        partition = context.taskId().partition();
        watchlist = context.getStateStore(Stores.WATCHLIST);
        KeyValueStore<String, LedgerLine> lines = context.getStateStore(Stores.LEDGER);
        LedgerLines.forEach(lines, line -> metrics.stands(partition, standing(line)));
        new OpenSeries(context.getStateStore(Stores.SENTIMENT), context.getStateStore(Stores.OBSERVATIONS))
                .forEach((partnership, series) ->
                        detector.latest(partnership, series).ifPresent(point -> metrics.stands(partition, point)));
    }

    @Override
    public void process(Record<String, Detection> record) {
        record.value().lines().forEach(line -> metrics.stands(partition, standing(line)));
        record.value().points().forEach(point -> metrics.stands(partition, point));
    }

    @Override
    public void close() {
        metrics.released(partition);
    }

    private StandingTerm standing(LedgerLine line) {
        String partnership = line.partnership().id();
        return new StandingTerm(partnership, parties(partnership), line.key(), ledger.inForce(line));
    }

    private Set<String> parties(String partnership) {
        return Optional.ofNullable(index.snapshot(watchlist).partnerships().get(partnership))
                .map(Partnership::parties)
                .stream()
                .flatMap(parties -> parties.stream().map(Party::id))
                .collect(Collectors.toSet());
    }
}
