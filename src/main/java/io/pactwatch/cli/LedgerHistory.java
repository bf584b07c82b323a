package io.pactwatch.cli;

import io.pactwatch.contract.ClaimStatus;
import io.pactwatch.contract.TermCatalogue;
import io.pactwatch.contract.TermValue;
import io.pactwatch.signal.LedgerChange;
import io.pactwatch.signal.LedgerLine;
import io.pactwatch.signal.SignalSettings;
import io.pactwatch.signal.TermHistory;
import io.pactwatch.signal.TermKey;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Shows the ledger over valid time: each day on which a term changed, what changed, and what was in force after it. */
final class LedgerHistory {
    private final TermCatalogue catalogue;
    private final SignalSettings settings;

    LedgerHistory(TermCatalogue catalogue, SignalSettings settings) {
        this.catalogue = catalogue;
        this.settings = settings;
    }

    /** The history as lines of text, each ended by a line feed. */
    String text(Collection<LedgerLine> lines) {
        Map<String, Map<String, TermHistory>> partnerships = new TreeMap<>();
        for (LedgerLine line : lines) {
            partnerships
                    .computeIfAbsent(line.partnership().name(), name -> new TreeMap<>())
                    .put(shown(line.key()), TermHistory.of(line, catalogue, settings));
        }
        StringBuilder text = new StringBuilder();
        partnerships.forEach((name, terms) -> {
            text.append(PrintableText.clean(name)).append('\n');
            days(terms).forEach(day -> text.append(day(day, terms)));
        });
        return text.toString();
    }

    private static TreeSet<LocalDate> days(Map<String, TermHistory> terms) {
        return terms.values().stream()
                .flatMap(history -> history.steps().stream())
                .map(step -> day(step.change().validFrom()))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static String day(LocalDate day, Map<String, TermHistory> terms) {
        StringBuilder text = new StringBuilder("\n" + day + "\n");
        Instant end = day.plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant().minusNanos(1);
        List<String> inForce = new ArrayList<>();
        terms.forEach((term, history) -> {
            history.steps().stream()
                    .filter(step -> day(step.change().validFrom()).equals(day))
                    .sorted(Comparator.comparing(step -> step.change().firstReported()))
                    .forEach(step -> text.append(change(term, step)));
            history.inForceAt(end)
                    .filter(LedgerHistory::stands)
                    .ifPresent(change -> inForce.add(term + ": " + value(change.value())));
        });
        text.append("  in force\n");
        inForce.forEach(term -> text.append("    ").append(term).append('\n'));
        return text.toString();
    }

    private static String change(String term, TermHistory.Step step) {
        LedgerChange change = step.change();
        String before =
                step.before().map(value -> value(Optional.of(value)) + " -> ").orElse("");
        String articles = change.evidence().stream()
                .map(quote -> PrintableText.clean(quote.articleId()))
                .collect(Collectors.joining(" "));
        return "  " + change.status() + " " + term + ": " + before + value(change.value()) + " (" + change.stage()
                + "; " + articles + ")\n";
    }

    /** A term that has ended stands on only in a weaker form. */
    private static boolean stands(LedgerChange change) {
        boolean ended = change.status() == ClaimStatus.ENDED && change.value().isEmpty();
        return !ended && change.value().filter(TermValue.State.NONE::equals).isEmpty();
    }

    private static String value(Optional<TermValue> value) {
        return value.map(known -> PrintableText.clean(known.display())).orElse("value not given");
    }

    private static String shown(TermKey key) {
        return key.term()
                + key.scope()
                        .map(scope -> " [" + PrintableText.clean(scope) + "]")
                        .orElse("")
                + key.payer()
                        .map(payer -> " paid by " + PrintableText.clean(payer))
                        .orElse("");
    }

    private static LocalDate day(Instant time) {
        return LocalDate.ofInstant(time, ZoneOffset.UTC);
    }
}
