package io.pactwatch.signal;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * A window of a line of the ledger: news of one kind that is first reported within it belongs together. The windows of a
 * line are numbered; each starts with the first report that no earlier one reaches. A report that is not late, inserted
 * among others, moves none of them to another number, which windows that follow each other without a gap would.
 *
 * @param number counts from 1 over the whole history of the line
 * @param start first report
 */
public record Occurrence(int number, Instant start) {
    public Occurrence {
        Objects.requireNonNull(start, "start");
        if (number < 1) {
            throw new IllegalArgumentException("number: " + number + " is below 1");
        }
    }

    /**
     * The windows of the reports of one kind of a line, in the order of time.
     *
     * @param reports first reports
     * @param forgotten the last window of which a report was forgotten
     * @param length of a window
     */
    static List<Occurrence> windows(List<Instant> reports, Optional<Occurrence> forgotten, Duration length) {
        List<Occurrence> windows = new ArrayList<>(forgotten.stream().toList());
        for (Instant report : reports.stream().sorted().toList()) {
            int last = windows.size() - 1;
            if (last < 0 || report.isAfter(windows.get(last).start.plus(length))) {
                windows.add(new Occurrence(last < 0 ? 1 : windows.get(last).number + 1, report));
            }
        }
        return windows;
    }

    /** Number of the window of a report; of the first one for what is older than all. */
    static int number(List<Occurrence> windows, Instant report) {
        int number = windows.get(0).number;
        for (Occurrence window : windows) {
            if (window.start.isAfter(report)) {
                break;
            }
            number = window.number;
        }
        return number;
    }
}
