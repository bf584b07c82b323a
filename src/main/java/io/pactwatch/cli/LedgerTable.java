package io.pactwatch.cli;

import io.pactwatch.contract.ClaimStatus;
import io.pactwatch.contract.TermValue;
import io.pactwatch.signal.LedgerChange;
import io.pactwatch.signal.LedgerLine;
import io.pactwatch.signal.TermLedger;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** Shows the terms in force as a table, one block for each partnership. */
final class LedgerTable {
    private static final String GAP = "  ";

    private final TermLedger ledger;

    /** @param ledger says what is in force */
    LedgerTable(TermLedger ledger) {
        this.ledger = ledger;
    }

    private record Row(String partnership, List<String> cells) {}

    /** The table as lines of text, each ended by a line feed; empty if nothing is in force. */
    String text(Collection<LedgerLine> lines) {
        List<Row> rows = lines.stream()
                .flatMap(this::row)
                .sorted(Comparator.comparing(Row::partnership).thenComparing(row -> String.join(GAP, row.cells())))
                .toList();
        StringBuilder text = new StringBuilder();
        rows.stream().map(Row::partnership).distinct().forEach(partnership -> {
            List<List<String>> table = new ArrayList<>();
            table.add(List.of("term", "scope", "payer", "value", "since", "stage"));
            rows.stream().filter(row -> row.partnership().equals(partnership)).forEach(row -> table.add(row.cells()));
            text.append(partnership).append('\n');
            table.forEach(
                    cells -> text.append(GAP).append(aligned(cells, table)).append('\n'));
        });
        return text.toString();
    }

    private Stream<Row> row(LedgerLine line) {
        return ledger.inForce(line).filter(LedgerTable::stands).stream()
                .map(change -> new Row(
                        PrintableText.clean(line.partnership().name()),
                        List.of(
                                line.key().term(),
                                line.key().scope().map(PrintableText::clean).orElse("-"),
                                line.key().payer().map(PrintableText::clean).orElse("-"),
                                change.value()
                                        .map(value -> PrintableText.clean(value.display()))
                                        .orElse("yes"),
                                change.validFrom()
                                        .atOffset(ZoneOffset.UTC)
                                        .toLocalDate()
                                        .toString(),
                                change.stage().name())));
    }

    /** A term that has ended stands on only in a weaker form. */
    private static boolean stands(LedgerChange change) {
        boolean ended = change.status() == ClaimStatus.ENDED && change.value().isEmpty();
        return !ended && change.value().filter(TermValue.State.NONE::equals).isEmpty();
    }

    private static String aligned(List<String> cells, List<List<String>> table) {
        StringBuilder line = new StringBuilder();
        for (int column = 0; column < cells.size(); column++) {
            int index = column;
            int width = table.stream()
                    .mapToInt(row -> PrintableText.columns(row.get(index)))
                    .max()
                    .orElse(0);
            line.append(cells.get(column))
                    .append(" ".repeat(width - PrintableText.columns(cells.get(column))))
                    .append(GAP);
        }
        return line.toString().stripTrailing();
    }
}
