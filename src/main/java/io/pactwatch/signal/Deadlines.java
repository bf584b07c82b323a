package io.pactwatch.signal;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * The ends of validity that a line states: which of them are to be told as due, and which have passed without news.
 *
 * <p>What is due is judged by what was on the record a notice before the end, and what has passed by what was on the record
 * the lateness after it; both are told the lateness later, when no article from before that time can come any more. So they
 * are a function of the reports and of how far time has come.
 */
final class Deadlines {
    private static final Comparator<LedgerChange> LATEST_ANNOUNCED = Comparator.comparing(
                    (LedgerChange change) -> change.announced().orElseThrow())
            .thenComparing(change -> change.end().orElse(Instant.MIN))
            .thenComparing(LedgerChange.BY_VALID_TIME);

    private final List<LedgerChange> statements;
    private final Duration notice;
    private final Duration lateness;

    /**
     * An end to tell.
     *
     * @param change the statement that gives it
     * @param end the first moment at which the term no longer holds
     * @param passed whether it has passed
     * @param overtaken whether a later statement on the record has taken its place
     */
    record Deadline(LedgerChange change, Instant end, boolean passed, boolean overtaken) {}

    /** @param denied whether a party denies a change */
    Deadlines(LedgerLine line, Predicate<LedgerChange> denied, SignalSettings settings) {
        this.notice = settings.dueNotice();
        this.lateness = settings.lateness();
        this.statements = statements(line).filter(denied.negate()).toList();
    }

    private static Stream<LedgerChange> statements(LedgerLine line) {
        return line.changes().stream()
                .filter(change -> change.announced().isPresent())
                .filter(change -> ClaimKind.of(change) == ClaimKind.FRESH
                        || (ClaimKind.of(change) == ClaimKind.STANDING
                                && change.end().isPresent()));
    }

    /** What is to be told by a time, by its end. */
    List<Deadline> told(Instant now) {
        List<Deadline> told = new ArrayList<>();
        for (Instant end : ends()) {
            Optional<LedgerChange> due = stating(end, end.minus(notice), now);
            Optional<LedgerChange> passed = stating(end, end.plus(lateness), now);
            passed.or(() -> due)
                    .ifPresent(change ->
                            told.add(new Deadline(change, end, passed.isPresent(), !isLatest(end, Optional.empty()))));
        }
        return told;
    }

    /** The times at which something may become due to tell. */
    static List<Instant> times(LedgerLine line, SignalSettings settings) {
        return statements(line)
                .flatMap(change -> change.end().stream())
                .distinct()
                .flatMap(end -> Stream.of(
                        end.minus(settings.dueNotice()).plus(settings.lateness()),
                        end.plus(settings.lateness().multipliedBy(2))))
                .toList();
    }

    private Optional<LedgerChange> stating(Instant end, Instant asOf, Instant now) {
        return now.isBefore(asOf.plus(lateness)) || !isLatest(end, Optional.of(asOf))
                ? Optional.empty()
                : latest(Optional.of(asOf));
    }

    private boolean isLatest(Instant end, Optional<Instant> asOf) {
        return latest(asOf).flatMap(LedgerChange::end).filter(end::equals).isPresent();
    }

    private Optional<LedgerChange> latest(Optional<Instant> asOf) {
        return statements.stream()
                .filter(change ->
                        asOf.isEmpty() || !change.announced().orElseThrow().isAfter(asOf.get()))
                .max(LATEST_ANNOUNCED);
    }

    private TreeSet<Instant> ends() {
        TreeSet<Instant> ends = new TreeSet<>();
        statements.forEach(change -> change.end().ifPresent(ends::add));
        return ends;
    }
}
