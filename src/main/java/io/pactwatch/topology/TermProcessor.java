package io.pactwatch.topology;

import io.pactwatch.analysis.Decision;
import io.pactwatch.contract.Claim;
import io.pactwatch.signal.LedgerLine;
import io.pactwatch.signal.Retraction;
import io.pactwatch.signal.Signal;
import io.pactwatch.signal.StoryReport;
import io.pactwatch.signal.TermKey;
import io.pactwatch.signal.TermLedger;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;

/**
 * Enters the claims of an analysis into the ledger, or takes those of a withdrawn article out, line by line; and notices ends
 * of validity when the event time of any input of the partition comes to them.
 */
final class TermProcessor implements Processor<String, Detection, String, Detection> {
    private final TermLedger ledger;
    private ProcessorContext<String, Detection> context;
    private LedgerLines lines;
    private DueTimes due;

    TermProcessor(TermLedger ledger) {
        this.ledger = ledger;
    }

    @Override
    public void init(ProcessorContext<String, Detection> processorContext) {
        context = processorContext;
        lines = new LedgerLines(context.getStateStore(Stores.LEDGER));
        due = new DueTimes(context.getStateStore(Stores.DUE));
    }

    @Override
    public void process(Record<String, Detection> record) {
        Instant now = Instant.ofEpochMilli(context.currentStreamTimeMs());
        elapse(record, now);
        Detection detection = record.value();
        detection
                .report()
                .map(report -> enter(record.key(), detection, report, now))
                .or(() -> detection.retraction().map(retraction -> retract(record.key(), detection, retraction, now)))
                .or(() -> Optional.of(detection))
                .ifPresent(next -> context.forward(record.withValue(next)));
    }

    /** What has become due on any line of the partition by the event time of a record. */
    private void elapse(Record<String, Detection> record, Instant now) {
        for (DueTimes.Due ends : due.take(now)) {
            LedgerLine line = lines.get(ends.key()).orElseThrow();
            List<Signal> signals = ledger.elapse(line, ends.at().minusMillis(1), now);
            if (!signals.isEmpty()) {
                context.forward(record.withKey(line.partnership().id()).withValue(Detection.ofTime(signals)));
            }
        }
    }

    private void put(String partnership, String key, LedgerLine line, Instant now) {
        lines.put(partnership, key, line);
        ledger.dueTimes(line).stream().filter(now::isBefore).forEach(time -> due.add(time, key));
    }

    private Detection enter(String partnership, Detection detection, StoryReport report, Instant now) {
        List<Signal> signals = new ArrayList<>();
        List<LedgerLine> changed = report.merged().isEmpty() ? new ArrayList<>() : mergeStories(partnership, report);
        Optional<Decision.Reason> withheld = Optional.empty();
        for (Map.Entry<TermKey, List<Claim>> claims : byLine(report).entrySet()) {
            String key = partnership + "|" + claims.getKey().text();
            LedgerLine line = lines.get(key)
                    .orElseGet(() -> LedgerLine.empty(report.analysis().partnership(), claims.getKey()));
            TermLedger.Entry entry = ledger.enter(line, claims.getValue(), report, now);
            if (!entry.line().equals(line)) {
                put(partnership, key, entry.line(), now);
                changed.add(entry.line());
            }
            signals.addAll(entry.signals());
            withheld = withheld.or(entry::withheld);
        }
        return detection.withTerms(signals, changed, withheld);
    }

    /** The lines that the article made claims on, and those of the articles whose story may be another without it. */
    private Detection retract(String partnership, Detection detection, Retraction retraction, Instant now) {
        Set<TermKey> keys = new LinkedHashSet<>(byLine(retraction.removed()).keySet());
        retraction.open().stream()
                .filter(report ->
                        retraction.regrouped().contains(report.analysis().articleId()))
                .forEach(report -> keys.addAll(byLine(report).keySet()));
        List<Signal> signals = new ArrayList<>();
        List<LedgerLine> changed = new ArrayList<>();
        for (TermKey term : keys) {
            String key = partnership + "|" + term.text();
            LedgerLine line = lines.get(key)
                    .orElseGet(() ->
                            LedgerLine.empty(retraction.removed().analysis().partnership(), term));
            TermLedger.Entry entry = ledger.retract(line, retraction, now);
            if (!entry.line().equals(line)) {
                put(partnership, key, entry.line(), now);
                changed.add(entry.line());
            }
            signals.addAll(entry.signals());
        }
        return detection.withTerms(signals, changed, Optional.empty());
    }

    /** Roots that were two may be one now, on any line of the partnership. */
    private List<LedgerLine> mergeStories(String partnership, StoryReport report) {
        List<LedgerLine> changed = new ArrayList<>();
        for (String key : lines.keys(partnership)) {
            LedgerLine line = lines.get(key).orElseThrow();
            LedgerLine merged = ledger.mergeStories(line, report);
            if (merged != line) {
                lines.put(partnership, key, merged);
                changed.add(merged);
            }
        }
        return changed;
    }

    private static Map<TermKey, List<Claim>> byLine(StoryReport report) {
        return report.analysis().claims().stream()
                .collect(Collectors.groupingBy(TermKey::of, LinkedHashMap::new, Collectors.toList()));
    }
}
