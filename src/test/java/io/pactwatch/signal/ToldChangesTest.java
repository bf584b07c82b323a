package io.pactwatch.signal;

import static io.pactwatch.signal.Articles.article;
import static org.assertj.core.api.Assertions.assertThat;

import io.pactwatch.contract.Claim;
import io.pactwatch.contract.ClaimStatus;
import io.pactwatch.contract.Evidence;
import io.pactwatch.contract.PartialDate;
import io.pactwatch.contract.Stage;
import io.pactwatch.contract.TermValue;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Several values in one article are one fact, told once. */
class ToldChangesTest {
    private static final TermValue.Percent TEN = percent(10);
    private static final TermValue.Percent THIRTY = percent(30);
    private static final TermValue WORTH = new TermValue.Money(BigDecimal.valueOf(135), "USD");

    private final Monitor monitor = new Monitor();

    @Test
    void tellsTheValueThatAnArticleGivesFirst() {
        monitor.read(article("a", 0).claims(claim(THIRTY, 40), claim(TEN, 90)));
        assertThat(told()).containsExactly(THIRTY);
        assertThat(line("REVENUE_SHARE").changes()).hasSize(2);
    }

    @Test
    void tellsTheKindOfValueThatTheTermTakes() {
        monitor.read(article("a", 0).claims(claim(WORTH, 40), claim(THIRTY, 90)));
        assertThat(told()).containsExactly(THIRTY);
    }

    @Test
    void tellsTheEndOfATermAndNotThatItIsNamedBesideIt() {
        monitor.read(article("a", 0)
                .claims(
                        claim("BOARD_SEAT", ClaimStatus.NEW, Optional.empty(), Optional.empty(), 40),
                        claim("BOARD_SEAT", ClaimStatus.ENDED, Optional.empty(), Optional.empty(), 90)));
        assertThat(told()).containsExactly(TermValue.State.NONE);
    }

    @Test
    void tellsBothOfTwoArticles() {
        monitor.read(article("a", 0).claims(claim(THIRTY, 40)));
        monitor.read(article("b", 1).claims(claim(TEN, 40)));
        assertThat(told()).containsExactlyInAnyOrder(TEN, THIRTY);
    }

    @Test
    void tellsBothOfTimesThatLieApart() {
        monitor.read(article("a", 0).claims(from("2022-01-01", TEN, 40), from("2025-01-01", THIRTY, 90)));
        assertThat(told()).containsExactlyInAnyOrder(TEN, THIRTY);
    }

    private List<TermValue> told() {
        return monitor.signals.stream()
                .map(signal -> signal instanceof Signal.Over over ? over.told() : signal)
                .flatMap(signal -> ((Signal.TermChange) signal).news().after().stream())
                .distinct()
                .toList();
    }

    private LedgerLine line(String term) {
        return monitor.lines.get(new TermKey(term, Optional.empty(), Optional.empty()).text());
    }

    private static Claim claim(TermValue value, int start) {
        return claim("REVENUE_SHARE", ClaimStatus.NEW, Optional.of(value), Optional.empty(), start);
    }

    private static Claim from(String date, TermValue value, int start) {
        return claim(
                "REVENUE_SHARE", ClaimStatus.CHANGED, Optional.of(value), Optional.of(PartialDate.of(date)), start);
    }

    private static Claim claim(
            String term, ClaimStatus status, Optional<TermValue> value, Optional<PartialDate> from, int start) {
        String quote = "They agreed on terms.";
        return new Claim(
                term,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                value,
                status,
                Stage.ANNOUNCED,
                from,
                new Evidence(quote, start, start + quote.length()));
    }

    private static TermValue.Percent percent(int percent) {
        return new TermValue.Percent(BigDecimal.valueOf(percent));
    }
}
