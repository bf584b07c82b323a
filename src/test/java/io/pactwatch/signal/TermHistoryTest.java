package io.pactwatch.signal;

import static org.assertj.core.api.Assertions.assertThat;

import io.pactwatch.analysis.ArticleAnalyzer;
import io.pactwatch.contract.ClaimStatus;
import io.pactwatch.contract.Stage;
import io.pactwatch.contract.TermCatalogue;
import io.pactwatch.contract.TermValue;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class TermHistoryTest {
    private static final TermCatalogue CATALOGUE =
            ArticleAnalyzer.forWatchlist(List.of()).catalogue();

    @Test
    void tellsTheLastChangeThatHadBecomeTrue() {
        TermHistory history = history(
                change(ClaimStatus.NEW, "exclusive", 10, 10), change(ClaimStatus.CHANGED, "first-refusal", 100, 90));

        assertThat(at(history, 9)).isEmpty();
        assertThat(at(history, 10)).contains("exclusive");
        assertThat(at(history, 99)).contains("exclusive");
        assertThat(at(history, 100)).contains("first-refusal");
        assertThat(history.steps())
                .extracting(step -> step.before().map(TermValue::display).orElse("-"))
                .containsExactly("-", "exclusive");
    }

    @Test
    void tellsWhatStoodBeforeTheFirstChange() {
        TermHistory history = history(
                change(ClaimStatus.IN_FORCE, "exclusive", 5, 5), change(ClaimStatus.CHANGED, "first-refusal", 50, 50));

        assertThat(at(history, 4)).isEmpty();
        assertThat(at(history, 5)).contains("exclusive");
        assertThat(at(history, 50)).contains("first-refusal");
    }

    @Test
    void tellsBackgroundOnlyBeforeAChange() {
        LedgerChange background = change(ClaimStatus.HISTORICAL, "exclusive", 5, 60);

        assertThat(at(history(background, change(ClaimStatus.CHANGED, "first-refusal", 50, 50)), 20))
                .contains("exclusive");
        assertThat(at(history(background), 20)).isEmpty();
    }

    @Test
    void agreesWithTheLedgerOnWhatIsInForceNow() {
        LedgerLine line = line(
                change(ClaimStatus.NEW, "exclusive", 10, 10),
                change(ClaimStatus.CHANGED, "first-refusal", 100, 90),
                change(ClaimStatus.REAFFIRMED, "exclusive", 120, 120));

        assertThat(TermHistory.of(line, CATALOGUE, SignalSettings.DEFAULTS).inForce())
                .isPresent()
                .isEqualTo(new TermLedger(CATALOGUE, SignalSettings.DEFAULTS).inForce(line));
    }

    private static Optional<String> at(TermHistory history, int day) {
        return history.inForceAt(day(day)).flatMap(LedgerChange::value).map(TermValue::display);
    }

    private static TermHistory history(LedgerChange... changes) {
        return TermHistory.of(line(changes), CATALOGUE, SignalSettings.DEFAULTS);
    }

    private static LedgerLine line(LedgerChange... changes) {
        return new LedgerLine(
                Articles.PARTNERSHIP,
                new TermKey("COMPUTE_EXCLUSIVITY", Optional.empty(), Optional.empty()),
                List.of(changes));
    }

    private static LedgerChange change(ClaimStatus status, String value, int validFrom, int reported) {
        return new LedgerChange(
                status,
                Optional.of(new TermValue.State(value)),
                day(validFrom),
                day(reported),
                day(reported),
                Stage.ANNOUNCED,
                List.of(),
                List.of(),
                Optional.of(new StatedTime(day(validFrom), Stage.ANNOUNCED)),
                Optional.empty(),
                Optional.of(day(reported)),
                List.of());
    }

    private static Instant day(int day) {
        return Articles.DAY_ZERO.plus(Duration.ofDays(day));
    }
}
