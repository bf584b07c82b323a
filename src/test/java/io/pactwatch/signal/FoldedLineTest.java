package io.pactwatch.signal;

import static org.assertj.core.api.Assertions.assertThat;

import io.pactwatch.alert.AlertPolicy;
import io.pactwatch.contract.Claim;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** A line that is carried on folded tells the same as the stored line, and what was told of a line is what it tells. */
class FoldedLineTest {
    private static final TermKey KEY = new TermKey("EXCLUSIVITY", Optional.empty(), Optional.empty());

    private final TermLedger ledger = new TermLedger(Monitor.CATALOGUE, SignalSettings.DEFAULTS);
    private final AlertPolicy policy = new AlertPolicy(Monitor.CATALOGUE);

    @Test
    void tellsTheSameAsALineThatIsFoldedAgain() {
        int told = 0;
        for (int seed = 0; seed < 300; seed++) {
            Monitor monitor = new Monitor();
            FoldedLine carried = FoldedLine.of(LedgerLine.empty(Articles.PARTNERSHIP, KEY));
            Histories histories = new Histories(seed);
            for (Articles article : histories.arrival(histories.anything(), SignalSettings.DEFAULTS)) {
                StoryReport report = monitor.read(article);
                TermLedger.Entry entry = read(carried, report);
                TermLedger.Entry again = read(FoldedLine.of(carried.line()), report);
                assertThat(entry.line()).isEqualTo(again.line());
                assertThat(entry.changed()).isEqualTo(!entry.line().equals(carried.line()));
                assertThat(entry.signals()).isEqualTo(again.signals());
                assertThat(entry.withheld()).isEqualTo(again.withheld());
                told += entry.signals().size();
                carried = entry.folded();
            }
        }
        assertThat(told).isPositive();
    }

    @Test
    void whatWasToldIsWhatTheLineTells() {
        for (int seed = 0; seed < 300; seed++) {
            Monitor monitor = new Monitor();
            Histories histories = new Histories(seed);
            for (Articles article : histories.arrival(histories.anything(), SignalSettings.DEFAULTS)) {
                monitor.read(article);
                LedgerLine line = monitor.lines.getOrDefault(KEY.text(), LedgerLine.empty(Articles.PARTNERSHIP, KEY));
                assertThat(standing(monitor.signals))
                        .as("after %s of seed %d", article.analysis().articleId(), seed)
                        .isEqualTo(told(line, Instant.MAX));
            }
        }
    }

    private TermLedger.Entry read(FoldedLine line, StoryReport report) {
        List<Claim> claims = report.analysis().claims();
        Instant now = report.analysis().publishedAt();
        return claims.isEmpty() ? ledger.mergeStories(line, report, now) : ledger.enter(line, claims, report, now);
    }

    /** Signals on terms by alert id, as they were told last and not taken back. */
    private Map<String, Signal> standing(List<Signal> signals) {
        Map<String, Signal> standing = new TreeMap<>();
        for (Signal signal : signals) {
            if (signal instanceof Signal.Over over && over.takesBack()) {
                standing.remove(policy.id(signal));
            } else if (isOfTerm(signal)) {
                standing.put(policy.id(signal), signal);
            }
        }
        return standing;
    }

    private Map<String, Signal> told(LedgerLine line, Instant now) {
        LedgerLine empty = LedgerLine.empty(line.partnership(), line.key());
        Map<String, Signal> told = new TreeMap<>();
        for (Signal signal : signals(empty).by(now).news(signals(line).by(now), Optional.empty())) {
            told.put(policy.id(signal), signal);
        }
        return told;
    }

    private static LineSignals signals(LedgerLine line) {
        return new LineSignals(
                line,
                new LedgerTimeline(line, Monitor.CATALOGUE.find("EXCLUSIVITY"), SignalSettings.DEFAULTS),
                Optional.empty());
    }

    private static boolean isOfTerm(Signal signal) {
        return (signal instanceof Signal.Over over ? over.told() : signal) instanceof Signal.TermSignal;
    }
}
