package io.pactwatch.alert;

import io.pactwatch.signal.Root;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Whether people learn something from an alert that is published again. */
final class AlertNovelty {
    /** Roots, and outlets, of which each further one is news; beyond it each doubling is: forty reprints are not. */
    static final int EACH_TOLD = 5;

    private AlertNovelty() {}

    /** Fewer roots are news as well: people count on what they were told, and reports that were two can turn out to be one. */
    static boolean teaches(Alert last, Alert next) {
        return next.severity().compareTo(last.severity()) > 0
                || firmer(last, next)
                || known(last.before(), next.before())
                || known(last.after(), next.after())
                || known(last.validFrom(), next.validFrom())
                || known(last.validUntil(), next.validUntil())
                || known(status(last), status(next))
                || roots(next).size() < roots(last).size()
                || spreads(roots(last), roots(next))
                || spreads(outlets(last), outlets(next));
    }

    /** Whether the news is now known to be firmer than it was told. */
    static boolean firmer(Alert last, Alert next) {
        return firmer(last.stage(), next.stage());
    }

    /** Whether an alert says something else than the last one, after an article was taken back. */
    static boolean corrects(Alert last, Alert next) {
        return last.severity() != next.severity()
                || !last.stage().equals(next.stage())
                || !last.before().equals(next.before())
                || !last.after().equals(next.after())
                || !last.roots().equals(next.roots())
                || !last.evidence().equals(next.evidence());
    }

    /** What is told of a term: that it is new, has changed or has ended. */
    private static Optional<String> status(Alert alert) {
        return alert.reasons().stream()
                .filter(reason -> reason.startsWith(AlertPolicy.STATUS))
                .findFirst();
    }

    /** Whether a value is known now that was not known, or was another one. */
    private static <T> boolean known(Optional<T> last, Optional<T> next) {
        return next.isPresent() && !next.equals(last);
    }

    private static <T extends Comparable<T>> boolean firmer(Optional<T> last, Optional<T> next) {
        Comparator<T> natural = Comparator.naturalOrder();
        return next.isPresent() && (last.isEmpty() || natural.compare(next.get(), last.get()) > 0);
    }

    private static boolean spreads(Set<String> last, Set<String> next) {
        return !last.containsAll(next) && (last.size() < EACH_TOLD || milestone(next.size()) > milestone(last.size()));
    }

    /** The largest of 5, 10, 20, 40 and so on that a number has reached; 0 below the first. */
    private static int milestone(int number) {
        return number < EACH_TOLD ? 0 : Integer.highestOneBit(number / EACH_TOLD) * EACH_TOLD;
    }

    private static Set<String> roots(Alert alert) {
        return alert.roots().stream().map(Root::root).collect(Collectors.toCollection(TreeSet::new));
    }

    private static Set<String> outlets(Alert alert) {
        return alert.roots().stream()
                .map(Root::outlets)
                .flatMap(List::stream)
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
