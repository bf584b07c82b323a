package io.pactwatch.signal;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Reports of what is sought or discussed that follow each other within the story window, whatever value they name.
 *
 * @param change what they say together
 * @param occurrence number of their {@link Occurrence}
 * @param reports what they are, in the order of their first reports
 */
record Talks(LedgerChange change, int occurrence, List<LedgerChange> reports) {
    private static final Comparator<LedgerChange> BY_FIRST_REPORT =
            Comparator.comparing(LedgerChange::firstReported).thenComparing(LedgerChange.BY_VALID_TIME);

    /**
     * The talks of a line, in the order of their first reports.
     *
     * @param windows the windows of its reports
     * @param window how long after the last report another belongs to the same talks
     * @param known talks of an earlier state of the line: those of the same reports are not merged again
     */
    static List<Talks> of(List<LedgerChange> reports, List<Occurrence> windows, Duration window, List<Talks> known) {
        List<List<LedgerChange>> groups = new ArrayList<>();
        Instant last = Instant.MIN;
        for (LedgerChange report : reports.stream().sorted(BY_FIRST_REPORT).toList()) {
            if (groups.isEmpty() || report.firstReported().isAfter(last.plus(window))) {
                groups.add(new ArrayList<>());
            }
            groups.get(groups.size() - 1).add(report);
            last = report.lastReported().isAfter(last) ? report.lastReported() : last;
        }
        return groups.stream().map(group -> of(group, windows, known)).toList();
    }

    private static Talks of(List<LedgerChange> reports, List<Occurrence> windows, List<Talks> known) {
        LedgerChange change = known.stream()
                .filter(talks -> talks.areOf(reports))
                .findFirst()
                .map(Talks::change)
                .orElseGet(() -> merge(reports));
        return new Talks(change, Occurrence.number(windows, change.firstReported()), reports);
    }

    /** Whether they are these very reports; told by identity, which is quick and enough. */
    private boolean areOf(List<LedgerChange> others) {
        boolean same = reports.size() == others.size();
        for (int i = 0; same && i < others.size(); i++) {
            same = reports.get(i) == others.get(i);
        }
        return same;
    }

    /** The value of the firmest report counts, and of the earlier one where two are as firm. */
    private static LedgerChange merge(List<LedgerChange> reports) {
        List<LedgerChange> firmestFirst = new ArrayList<>(reports);
        firmestFirst.sort(Comparator.comparing(LedgerChange::stage).reversed());
        return LedgerChange.merge(firmestFirst);
    }
}
