package io.pactwatch.cli;

import io.pactwatch.alert.Alert;
import io.pactwatch.alert.AlertStatus;
import io.pactwatch.alert.Severity;
import io.pactwatch.contract.TermValue;
import io.pactwatch.signal.Citation;
import io.pactwatch.signal.LedgerSource;
import io.pactwatch.signal.Root;
import io.pactwatch.signal.Shift;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import picocli.CommandLine.Help.Ansi;

/**
 * Shows alerts to people: severity, kind and title, then before and after, stage, roots, quotes and id. Everything that
 * comes from articles is made printable first. Immutable.
 */
final class AlertPrinter {
    private static final String INDENT = "    ";
    private static final int MOST_QUOTES = 3;
    private static final int MOST_ROOTS = 5;
    private static final int MOST_LISTED = 10;

    private final Terminal terminal;

    AlertPrinter(Terminal terminal) {
        this.terminal = terminal;
    }

    /** An alert as lines of text, each ended by a line feed. */
    String text(Alert alert) {
        StringBuilder text = new StringBuilder();
        String update = alert.status() == AlertStatus.OPEN ? "" : " (" + lower(alert.status()) + ")";
        String head = alert.kind() + update + "  " + clean(alert.title());
        List<String> title = PrintableText.wrap(
                head, terminal.width() - severity(alert.severity()).length() - 2);
        text.append(coloured(alert.severity()))
                .append("  ")
                .append(title.get(0))
                .append('\n');
        title.stream().skip(1).forEach(line -> text.append(INDENT).append(line).append('\n'));
        change(alert).filter(change -> !head.contains(change)).ifPresent(change -> wrapped(text, INDENT, change));
        listed(text, alert.digest());
        wrapped(text, INDENT, sources(alert));
        alert.evidence().stream().limit(MOST_QUOTES).forEach(quote -> quote(text, quote));
        if (alert.evidence().size() > MOST_QUOTES) {
            wrapped(text, INDENT, "and " + (alert.evidence().size() - MOST_QUOTES) + " more quotes");
        }
        wrapped(text, INDENT, "id " + clean(alert.id()));
        return text.toString();
    }

    /** What a digest gathers. */
    private void listed(StringBuilder text, List<Alert.Digested> entries) {
        for (Alert.Digested entry : entries.stream().limit(MOST_LISTED).toList()) {
            String ended = entry.status() == AlertStatus.OPEN ? "" : " (" + lower(entry.status()) + ")";
            wrapped(
                    text,
                    INDENT,
                    "- " + entry.severity().word() + " " + entry.kind() + ended + "  " + clean(entry.title()));
        }
        if (entries.size() > MOST_LISTED) {
            wrapped(text, INDENT, "and " + (entries.size() - MOST_LISTED) + " more alerts");
        }
    }

    private static Optional<String> change(Alert alert) {
        Optional<String> values = alert.before().isEmpty() && alert.after().isEmpty()
                ? Optional.empty()
                : Optional.of(value(alert.before()) + " -> " + value(alert.after()));
        return alert.shift().map(AlertPrinter::shift).or(() -> values);
    }

    private static String value(Optional<TermValue> value) {
        return value.map(known -> clean(known.display())).orElse("unknown");
    }

    private static String shift(Shift shift) {
        return String.format(
                Locale.ROOT,
                "tone %+.2f -> %+.2f (%+.1f standard deviations), since %s",
                shift.from(),
                shift.to(),
                shift.effectSize(),
                date(shift.changePoint()));
    }

    private static String sources(Alert alert) {
        StringBuilder line = new StringBuilder();
        alert.stage().ifPresent(stage -> line.append("stage ").append(stage).append(", "));
        alert.validFrom()
                .ifPresent(from -> line.append("valid from ").append(date(from)).append(", "));
        int roots = alert.roots().size();
        line.append(roots).append(roots == 1 ? " root" : " roots");
        String names =
                alert.roots().stream().limit(MOST_ROOTS).map(AlertPrinter::root).collect(Collectors.joining("; "));
        return roots == 0
                ? line.toString()
                : line.append(": ")
                        .append(names)
                        .append(roots > MOST_ROOTS ? "; ..." : "")
                        .toString();
    }

    private static String root(Root root) {
        int count = root.outlets().size();
        String more = count >= LedgerSource.MAX_SOURCES ? " outlets or more)" : " outlets)";
        String outlets = count > 1 ? " (in " + count + more : "";
        return clean(root.root()) + (root.anonymous() ? ", anonymous" : "") + outlets;
    }

    private void quote(StringBuilder text, Citation quote) {
        wrapped(text, INDENT, "\"" + clean(quote.exact()) + "\"");
        String source = quote.source()
                .map(AlertPrinter::clean)
                .filter(name -> !name.isEmpty())
                .orElse(clean(quote.articleId()));
        String url = quote.url().map(address -> ", " + clean(address)).orElse("");
        wrapped(text, INDENT + "  ", source + ", " + date(quote.publishedAt()) + url);
    }

    private void wrapped(StringBuilder text, String indent, String line) {
        for (String part : PrintableText.wrap(line, terminal.width() - indent.length())) {
            text.append(indent).append(part).append('\n');
        }
    }

    private String coloured(Severity severity) {
        String name = severity(severity);
        if (!terminal.colour()) {
            return name;
        }
        String style =
                switch (severity) {
                    case CRITICAL -> "bold,red";
                    case WARNING -> "yellow";
                    case INFO -> "cyan";
                };
        return Ansi.ON.string("@|" + style + " " + name + "|@");
    }

    private static String severity(Severity severity) {
        return String.format(Locale.ROOT, "%-8s", severity.word());
    }

    private static String date(Instant time) {
        return time.atOffset(ZoneOffset.UTC).toLocalDate().toString();
    }

    private static String lower(AlertStatus status) {
        return status.name().toLowerCase(Locale.ROOT);
    }

    private static String clean(String text) {
        return PrintableText.clean(text);
    }
}
