package io.pactwatch.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.pactwatch.analysis.ArticleAnalyzer;
import io.pactwatch.article.Partnership;
import io.pactwatch.config.MonitorConfig;
import io.pactwatch.contract.ClaimStatus;
import io.pactwatch.contract.TermValue;
import io.pactwatch.feed.SampleArticles;
import io.pactwatch.signal.LedgerLine;
import io.pactwatch.signal.SignalSettings;
import io.pactwatch.signal.TermLedger;
import io.pactwatch.topology.Backtest;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class LedgerTableTest {
    private final List<Partnership> watchlist = SampleArticles.watchlist();
    private final TermLedger ledger =
            new TermLedger(ArticleAnalyzer.forWatchlist(watchlist).catalogue(), SignalSettings.DEFAULTS);

    @Test
    void isEmptyWhenNothingIsInForce() {
        assertThat(new LedgerTable(ledger).text(List.of())).isEmpty();
    }

    @Test
    void showsEveryLineThatStandsInAlignedColumns() {
        Map<String, LedgerLine> lines = sampleLedger();

        String text = new LedgerTable(ledger).text(lines.values());

        long standing = lines.values().stream()
                .map(ledger::inForce)
                .flatMap(Optional::stream)
                .filter(change ->
                        change.status() != ClaimStatus.ENDED || change.value().isPresent())
                .filter(change ->
                        change.value().filter(TermValue.State.NONE::equals).isEmpty())
                .count();
        List<String> rows = text.lines().filter(line -> line.startsWith("  ")).toList();
        List<String> headings =
                rows.stream().filter(row -> row.startsWith("  term")).toList();
        assertThat(standing).isPositive();
        assertThat(rows).hasSize((int) standing + headings.size());
        int since = rows.get(0).indexOf("since");
        assertThat(rows.get(1).substring(since)).matches("\\d{4}-\\d\\d-\\d\\d  [A-Z_]+");
    }

    private Map<String, LedgerLine> sampleLedger() {
        Map<String, LedgerLine> lines = new TreeMap<>();
        try (Backtest backtest = new Backtest(MonitorConfig.DEFAULTS, watchlist)) {
            Backtest.Sink sink = new Backtest.Sink(
                    alert -> {},
                    line -> lines.put(line.partnership().id() + line.key().text(), line),
                    point -> {},
                    decision -> {},
                    letter -> {});
            SampleArticles.all().forEach(sample -> backtest.article(sample.message(), sink));
        }
        return lines;
    }
}
