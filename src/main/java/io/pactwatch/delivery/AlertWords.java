package io.pactwatch.delivery;

import io.pactwatch.alert.Alert;
import io.pactwatch.alert.AlertStatus;
import io.pactwatch.contract.TermValue;
import io.pactwatch.signal.Citation;
import io.pactwatch.signal.Root;
import io.pactwatch.signal.Shift;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** The parts of an alert as bounded lines of plain text; not escaped for any format. */
final class AlertWords {
    private static final int TITLE = 200;
    private static final int SUMMARY = 1_000;
    private static final int VALUE = 150;
    private static final int QUOTE = 500;
    private static final int NAME = 100;
    private static final int MOST_ROOTS = 5;
    private static final int MOST_LISTED = 10;

    private final Alert alert;

    AlertWords(Alert alert) {
        this.alert = alert;
    }

    String title() {
        return PlainText.line(alert.title(), TITLE);
    }

    String summary() {
        return PlainText.line(alert.summary(), SUMMARY);
    }

    /** Before and after, where there is such. */
    Optional<String> change() {
        Optional<String> values = alert.before().isEmpty() && alert.after().isEmpty()
                ? Optional.empty()
                : Optional.of(value(alert.before()) + " -> " + value(alert.after()));
        return alert.shift().map(AlertWords::tone).or(() -> values);
    }

    /** What a digest gathers, a line each; empty for every other alert. */
    List<String> listed() {
        int most = alert.digest().size() > MOST_LISTED ? MOST_LISTED - 1 : MOST_LISTED;
        List<String> lines = new ArrayList<>();
        alert.digest().stream().limit(most).map(AlertWords::entry).forEach(lines::add);
        if (alert.digest().size() > most) {
            lines.add("and " + (alert.digest().size() - most) + " more");
        }
        return lines;
    }

    /** The first quote, in quotation marks. */
    String quote() {
        return "\"" + PlainText.line(first().exact(), QUOTE) + "\"";
    }

    /** Who published the first quote. */
    String source() {
        return PlainText.line(first().source().orElse(first().articleId()), NAME);
    }

    /** Where the first quote stands. */
    Optional<String> link() {
        return first().url().flatMap(PlainText::link);
    }

    /** How many independent sources, and which. */
    String roots() {
        int count = alert.roots().size();
        String names =
                alert.roots().stream().limit(MOST_ROOTS).map(AlertWords::root).collect(Collectors.joining("; "));
        return count
                + (count == 1 ? " independent source" : " independent sources")
                + (names.isEmpty() ? "" : ": " + names)
                + (count > MOST_ROOTS ? "; ..." : "");
    }

    private Citation first() {
        return alert.evidence().get(0);
    }

    private static String value(Optional<TermValue> value) {
        return value.map(known -> PlainText.line(known.display(), VALUE)).orElse("unknown");
    }

    private static String entry(Alert.Digested entry) {
        String ended =
                entry.status() == AlertStatus.OPEN ? "" : entry.status().name().toLowerCase(Locale.ROOT) + ": ";
        return PlainText.line(entry.severity().word() + ": " + ended + entry.title(), TITLE);
    }

    private static String tone(Shift shift) {
        return String.format(Locale.ROOT, "tone %+.2f -> %+.2f", shift.from(), shift.to());
    }

    private static String root(Root root) {
        return PlainText.line(root.root(), NAME) + (root.anonymous() ? ", anonymous" : "");
    }
}
