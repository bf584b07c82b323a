package io.pactwatch.console;

import io.pactwatch.contract.ClaimStatus;
import io.pactwatch.contract.Stage;
import io.pactwatch.contract.TermValue;
import io.pactwatch.signal.Citation;
import io.pactwatch.signal.LedgerChange;
import io.pactwatch.signal.LedgerLine;
import io.pactwatch.signal.Root;
import io.pactwatch.signal.TermHistory;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * The ledger of a partnership as the API gives it.
 *
 * @param asOf the day whose end the values in force are told for; none for now
 */
record LedgerAnswer(String partnership, Optional<LocalDate> asOf, List<Line> lines) {
    private static final int QUOTES = 2;

    /**
     * One line.
     *
     * @param inForce what tells the value at that day, if anything is known of it
     * @param changes established changes, in the order of valid time, whatever the day
     * @param negotiations what is sought or discussed
     */
    record Line(
            String term,
            Optional<String> scope,
            Optional<String> payer,
            Optional<Entry> inForce,
            List<Entry> changes,
            List<Entry> negotiations) {}

    /**
     * One change, or what tells that the term stands.
     *
     * @param validFromStated whether a source states the time, else it is that of the first report
     * @param evidence the earliest quotes, at most {@value #QUOTES}
     */
    record Entry(
            ClaimStatus status,
            Optional<TermValue> before,
            Optional<TermValue> value,
            Stage stage,
            Instant validFrom,
            boolean validFromStated,
            Instant firstReported,
            Instant lastReported,
            List<Root> roots,
            List<Citation> evidence) {
        static Entry of(LedgerChange change, Optional<TermValue> before) {
            return new Entry(
                    change.status(),
                    before,
                    change.value(),
                    change.stage(),
                    change.validFrom(),
                    change.stated().isPresent(),
                    change.firstReported(),
                    change.lastReported(),
                    change.roots(),
                    change.evidence().stream().limit(QUOTES).toList());
        }
    }

    static LedgerAnswer of(
            String partnership,
            Optional<LocalDate> asOf,
            Collection<LedgerLine> lines,
            Function<LedgerLine, TermHistory> reader) {
        List<Line> shown = lines.stream()
                .map(line -> line(line, reader.apply(line), asOf))
                .filter(line -> line.inForce().isPresent()
                        || !line.changes().isEmpty()
                        || !line.negotiations().isEmpty())
                .sorted(Comparator.comparing(Line::term)
                        .thenComparing(line -> line.scope().orElse(""))
                        .thenComparing(line -> line.payer().orElse("")))
                .toList();
        return new LedgerAnswer(partnership, asOf, shown);
    }

    private static Line line(LedgerLine line, TermHistory history, Optional<LocalDate> asOf) {
        List<TermHistory.Step> steps = history.steps();
        Optional<LedgerChange> inForce =
                asOf.map(day -> history.inForceAt(endOf(day))).orElseGet(history::inForce);
        return new Line(
                line.key().term(),
                line.key().scope(),
                line.key().payer(),
                inForce.map(change -> Entry.of(
                        change,
                        steps.stream()
                                .filter(step -> step.change() == change)
                                .findFirst()
                                .flatMap(TermHistory.Step::before))),
                steps.stream()
                        .map(step -> Entry.of(step.change(), step.before()))
                        .toList(),
                history.negotiations().stream()
                        .map(talks -> Entry.of(talks, Optional.empty()))
                        .toList());
    }

    private static Instant endOf(LocalDate day) {
        return day.plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant().minusNanos(1);
    }
}
