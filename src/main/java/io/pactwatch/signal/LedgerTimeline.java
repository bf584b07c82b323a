package io.pactwatch.signal;

import io.pactwatch.contract.ClaimStatus;
import io.pactwatch.contract.Stage;
import io.pactwatch.contract.TermDefinition;
import io.pactwatch.contract.TermValue;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * What a line of the ledger says about its term over time: a function of the changes on the line alone.
 *
 * <p>Fresh changes that are established, and that no party denies, follow each other in valid time. One that sets the value which is in force
 * already is a retelling of the change that set it, however much later it is reported. Standing claims tell the value
 * where no fresh change does; background from the past only helps to tell what was before.
 */
final class LedgerTimeline {
    private final LedgerLine line;
    private final Map<ClaimKind, List<LedgerChange>> byKind;
    private final List<Occurrence> freshWindows;
    private final SignalSettings settings;
    private final Optional<TermDefinition> definition;
    private final List<Step> steps = new ArrayList<>();
    private final List<LedgerChange> below = new ArrayList<>();
    private final List<Disputes.Dispute> disputes;

    /**
     * A fresh change with what was before.
     *
     * @param told whether it changes anything, and is not {@linkplain ToldChanges told} with another change
     * @param occurrence number of its {@link Occurrence}
     * @param further 0 for the change that is reported first in its occurrence; for others, counts from 1 how often the
     *     occurrence has come to this value
     */
    record Step(LedgerChange change, Optional<TermValue> before, boolean told, int occurrence, int further) {}

    LedgerTimeline(LedgerLine line, Optional<TermDefinition> definition, SignalSettings settings) {
        this.line = line;
        this.byKind = line.changes().stream().collect(Collectors.groupingBy(ClaimKind::of));
        this.definition = definition;
        this.settings = settings;
        this.freshWindows = line.occurrences(ClaimKind.FRESH, settings.storyWindow());
        List<LedgerChange> runs = new ArrayList<>();
        Disputes settled = new Disputes(
                withValues(of(ClaimKind.FRESH), settings.storyWindow()), this::isFirm, settings.storyWindow());
        this.disputes = settled.disputes();
        for (LedgerChange change : settled.standing()) {
            if (!isFirm(change)) {
                below.add(change);
            } else if (!runs.isEmpty() && sameValue(runs.get(runs.size() - 1), change)) {
                runs.set(runs.size() - 1, runs.get(runs.size() - 1).merge(change));
            } else {
                runs.add(change);
            }
        }
        addSteps(runs);
    }

    /** The established fresh changes, in the order of valid time. */
    List<Step> steps() {
        return steps;
    }

    /** The fresh changes that are reported, but not firmly enough, or denied by a party. */
    List<LedgerChange> below() {
        return below;
    }

    /** The fresh changes that do not stand because a close value is reported more firmly. */
    List<Disputes.Dispute> disputes() {
        return disputes;
    }

    /** The denials of a change, by a party. */
    List<LedgerChange> denialsOf(LedgerChange change) {
        List<LedgerChange> denials = of(ClaimKind.DENIED);
        return denials.isEmpty()
                ? denials
                : denials.stream()
                        .filter(denial -> change.isDeniedBy(denial, settings.storyWindow()))
                        .toList();
    }

    /** Whether the outcome of talks is known: a change that came after they were first reported. */
    boolean isConcluded(LedgerChange talks) {
        return steps.stream()
                .anyMatch(step -> step.told()
                        && step.change().stage().atLeast(Stage.ANNOUNCED)
                        && step.change().lastReported().isAfter(talks.firstReported()));
    }

    /**
     * What is sought or discussed. Talks that only people who are not named report, and a party denies, are left out.
     *
     * @param known talks of an earlier state of the line: those of the same reports are not merged again
     */
    List<Talks> negotiations(List<Talks> known) {
        List<Occurrence> windows = line.occurrences(ClaimKind.NEGOTIATING, settings.storyWindow());
        return Talks.of(of(ClaimKind.NEGOTIATING), windows, settings.storyWindow(), known).stream()
                .filter(talks -> talks.change().stage().atLeast(Stage.SOUGHT) || !isDenied(talks.change()))
                .toList();
    }

    /** Number of the occurrence of fresh changes to which a report belongs. */
    int occurrence(Instant report) {
        return Occurrence.number(freshWindows, report);
    }

    /** The ends of validity that are to be told by a time. */
    Deadlines deadlines() {
        return new Deadlines(line, this::isDenied, settings);
    }

    /** What tells the value now: the last fresh change, which no restatement moves, else the latest standing claim. */
    Optional<LedgerChange> inForce() {
        return steps.isEmpty()
                ? of(ClaimKind.STANDING).stream()
                        .max(Comparator.comparing(LedgerChange::lastReported).thenComparing(LedgerChange.BY_VALID_TIME))
                : Optional.of(steps.get(steps.size() - 1).change());
    }

    /** The value known to be in force at a time: what the last change before it set, else what stood. */
    Optional<TermValue> valueAt(Instant time) {
        Optional<TermValue> changed = Optional.empty();
        for (Step step : steps) {
            if (!step.change().validFrom().isAfter(time)) {
                changed = step.change().value();
            }
        }
        return changed.or(() -> of(ClaimKind.STANDING).stream()
                .filter(claim -> !claim.firstReported().isAfter(time))
                .max(Comparator.comparing(LedgerChange::lastReported).thenComparing(LedgerChange.BY_VALID_TIME))
                .flatMap(LedgerChange::value));
    }

    private void addSteps(List<LedgerChange> runs) {
        List<LedgerChange> changing = new ArrayList<>(runs);
        if (!runs.isEmpty() && stoodBefore(runs.get(0))) {
            changing.remove(0);
        }
        List<LedgerChange> told = new ToldChanges(definition, settings.storyWindow()).of(changing, freshWindows);
        for (int i = 0; i < runs.size(); i++) {
            LedgerChange run = runs.get(i);
            Optional<LedgerChange> previous = i == 0 ? Optional.empty() : Optional.of(runs.get(i - 1));
            int number = Occurrence.number(freshWindows, run.firstReported());
            List<LedgerChange> together = told.stream()
                    .filter(other -> Occurrence.number(freshWindows, other.firstReported()) == number)
                    .toList();
            steps.add(new Step(run, before(run, previous), told.contains(run), number, further(run, together)));
        }
    }

    private static int further(LedgerChange run, List<LedgerChange> together) {
        int place = together.indexOf(run);
        return place <= 0
                ? 0
                : (int) together.subList(1, place + 1).stream()
                        .filter(other -> other.value().equals(run.value()))
                        .count();
    }

    /**
     * Whether the value was known to stand by then. A standing claim counts only if it is older than the lateness: a
     * younger one could still arrive after the change has been told, and the outcome would depend on the order.
     */
    private boolean stoodBefore(LedgerChange run) {
        Instant known = run.firstReported().minus(settings.lateness());
        return run.value().isPresent()
                && of(ClaimKind.STANDING).stream()
                        .filter(claim -> !claim.firstReported().isAfter(known))
                        .max(Comparator.comparing(LedgerChange::firstReported)
                                .thenComparing(LedgerChange.BY_VALID_TIME))
                        .filter(claim -> claim.value().equals(run.value()))
                        .isPresent();
    }

    private Optional<TermValue> before(LedgerChange run, Optional<LedgerChange> previous) {
        Optional<TermValue> value = previous.flatMap(LedgerChange::value)
                .or(() -> latestBefore(run, ClaimKind.STANDING))
                .or(() -> latestBefore(run, ClaimKind.HISTORY))
                .or(() -> run.status() == ClaimStatus.ENDED
                        ? definition.flatMap(TermDefinition::granted)
                        : Optional.empty());
        return value.filter(before -> !run.value().equals(Optional.of(before)))
                .filter(before ->
                        run.value().map(after -> comparable(before, after)).orElse(true));
    }

    /** A share in percent does not follow on an amount of money; a named state may follow on either. */
    private static boolean comparable(TermValue before, TermValue after) {
        return before.getClass() == after.getClass()
                || before instanceof TermValue.State
                || after instanceof TermValue.State;
    }

    private Optional<TermValue> latestBefore(LedgerChange run, ClaimKind kind) {
        return of(kind).stream()
                .filter(change -> change.value().isPresent() && !change.value().equals(run.value()))
                .filter(change -> !change.validFrom().isAfter(run.validFrom())
                        && !change.firstReported().isAfter(run.lastReported()))
                .max(LedgerChange.BY_VALID_TIME)
                .flatMap(LedgerChange::value);
    }

    /**
     * Reports that do not give the value belong to the nearest change that does, if there is one within the story
     * window.
     */
    private static List<LedgerChange> withValues(List<LedgerChange> fresh, Duration window) {
        List<LedgerChange> valued = new ArrayList<>(
                fresh.stream().filter(change -> change.value().isPresent()).toList());
        List<LedgerChange> alone = new ArrayList<>();
        Map<Integer, List<LedgerChange>> joining = new HashMap<>();
        for (LedgerChange change : fresh) {
            if (change.value().isEmpty()) {
                nearest(valued, change, window)
                        .ifPresentOrElse(
                                index -> joining.computeIfAbsent(index, key -> new ArrayList<>())
                                        .add(change),
                                () -> alone.add(change));
            }
        }
        joining.forEach((index, changes) ->
                changes.forEach(change -> valued.set(index, valued.get(index).merge(change))));
        valued.addAll(alone);
        valued.sort(LedgerChange.BY_VALID_TIME);
        return valued;
    }

    private static Optional<Integer> nearest(List<LedgerChange> valued, LedgerChange change, Duration window) {
        Optional<Integer> nearest = Optional.empty();
        Duration least = window;
        for (int i = 0; i < valued.size(); i++) {
            Duration apart = valued.get(i).apart(change);
            if (apart.compareTo(least) < 0 || (nearest.isEmpty() && apart.equals(window))) {
                nearest = Optional.of(i);
                least = apart;
            }
        }
        return nearest;
    }

    private boolean isFirm(LedgerChange change) {
        return change.isEstablished() && !isDenied(change);
    }

    private boolean isDenied(LedgerChange change) {
        return !denialsOf(change).isEmpty();
    }

    private List<LedgerChange> of(ClaimKind kind) {
        return byKind.getOrDefault(kind, List.of());
    }

    private static boolean sameValue(LedgerChange one, LedgerChange other) {
        return one.value().isPresent() && one.value().equals(other.value());
    }
}
