package io.pactwatch.cli;

import io.pactwatch.alert.AlertKind;
import io.pactwatch.alert.AlertStatus;
import io.pactwatch.signal.TermLedger;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;

/** Sums a demo up. */
final class DemoSummary {
    private final DemoOutcomes outcomes;
    private final TermLedger ledger;
    private final Instant startedAt;

    /** @param startedAt when the process was started */
    DemoSummary(DemoOutcomes outcomes, TermLedger ledger, Instant startedAt) {
        this.outcomes = outcomes;
        this.ledger = ledger;
        this.startedAt = startedAt;
    }

    /**
     * The summary as lines of text.
     *
     * @param articles articles that were sent
     * @param stories stories that they told
     */
    String text(int articles, long stories, Instant now) {
        StringBuilder text = new StringBuilder();
        text.append(String.format(Locale.ROOT, "Articles read     %d, which tell %d stories%n", articles, stories));
        for (AlertKind kind : AlertKind.values()) {
            text.append(String.format(
                    Locale.ROOT,
                    "%-17s %d opened, %d updated, %d resolved, %d retracted%n",
                    kind,
                    outcomes.count(kind, AlertStatus.OPEN),
                    outcomes.count(kind, AlertStatus.UPDATED),
                    outcomes.count(kind, AlertStatus.RESOLVED),
                    outcomes.count(kind, AlertStatus.RETRACTED)));
        }
        if (outcomes.deadLetters() > 0) {
            text.append(String.format(Locale.ROOT, "Dead letters      %d%n", outcomes.deadLetters()));
        }
        String first = outcomes.firstAlert()
                .map(at -> String.format(Locale.ROOT, "first alert after %.1f s", seconds(at)))
                .orElse("no alert");
        text.append(String.format(Locale.ROOT, "Time              %s, %.1f s in all%n", first, seconds(now)));
        text.append(
                String.format(Locale.ROOT, "%nTerms in force%n%s", new LedgerTable(ledger).text(outcomes.ledger())));
        return text.toString();
    }

    private double seconds(Instant time) {
        return Duration.between(startedAt, time).toMillis() / 1_000.0;
    }
}
