package io.pactwatch.topology;

import io.pactwatch.contract.Claim;
import io.pactwatch.signal.FoldedLine;
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
            FoldedLine line = lines.get(ends.key()).orElseThrow();
            List<Signal> signals = ledger.elapse(line, ends.at().minusMillis(1), now);
            if (!signals.isEmpty()) {
                context.forward(record.withKey(line.line().partnership().id()).withValue(Detection.ofTime(signals)));
            }
        }
    }

    private Detection enter(String partnership, Detection detection, StoryReport report, Instant now) {
        Map<TermKey, List<Claim>> claimed = byLine(report);
        List<TermLedger.Entry> entries = new ArrayList<>();
        if (!report.merged().isEmpty()) {
            entries.addAll(mergeStories(partnership, claimed.keySet(), report, now));
        }
        claimed.forEach((term, claims) ->
                entries.add(keep(ledger.enter(line(partnership, report, term), claims, report, now), now)));
        return detection.withTerms(entries);
    }

    /** Roots that were two may be one now, on any line of the partnership; the lines with a claim see to it themselves. */
    private List<TermLedger.Entry> mergeStories(
            String partnership, Set<TermKey> claimed, StoryReport report, Instant now) {
        return lines.keys(partnership).stream()
                .map(key -> lines.get(key).orElseThrow())
                .filter(line -> !claimed.contains(line.line().key()))
                .map(line -> keep(ledger.mergeStories(line, report, now), now))
                .toList();
    }

    /** The lines that the article made claims on, and those of the articles whose story may be another without it. */
    private Detection retract(String partnership, Detection detection, Retraction retraction, Instant now) {
        Set<TermKey> terms = new LinkedHashSet<>(byLine(retraction.removed()).keySet());
        retraction.open().stream()
                .filter(report ->
                        retraction.regrouped().contains(report.analysis().articleId()))
                .forEach(report -> terms.addAll(byLine(report).keySet()));
        return detection.withTerms(terms.stream()
                .map(term -> line(partnership, retraction.removed(), term))
                .map(line -> keep(ledger.retract(line, retraction, now), now))
                .toList());
    }

    private FoldedLine line(String partnership, StoryReport report, TermKey term) {
        return lines.get(key(partnership, term))
                .orElseGet(
                        () -> FoldedLine.of(LedgerLine.empty(report.analysis().partnership(), term)));
    }

    /** Writes the line of an entry if it has changed. */
    private TermLedger.Entry keep(TermLedger.Entry entry, Instant now) {
        if (entry.changed()) {
            LedgerLine line = entry.line();
            String key = key(line.partnership().id(), line.key());
            lines.put(line.partnership().id(), key, entry.folded());
            ledger.dueTimes(line).stream().filter(now::isBefore).forEach(time -> due.add(time, key));
        }
        return entry;
    }

    private static String key(String partnership, TermKey term) {
        return partnership + "|" + term.text();
    }

    private static Map<TermKey, List<Claim>> byLine(StoryReport report) {
        return report.analysis().claims().stream()
                .collect(Collectors.groupingBy(TermKey::of, LinkedHashMap::new, Collectors.toList()));
    }
}
