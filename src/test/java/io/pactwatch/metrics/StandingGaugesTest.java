package io.pactwatch.metrics;

import static io.pactwatch.metrics.Samples.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.pactwatch.contract.ClaimStatus;
import io.pactwatch.contract.TermValue;
import io.pactwatch.signal.TermKey;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StandingGaugesTest {
    private static final TermValue HALF = new TermValue.Percent(BigDecimal.valueOf(50));

    private final SimpleMeterRegistry registry = new SimpleMeterRegistry();
    private final StandingGauges gauges = new StandingGauges(registry, new PartnershipLabels(10));

    @Test
    void showsTheLatestPointOfAPartnership() {
        gauges.show(0, Samples.point("acme-globex", NOON, -0.5));

        assertThat(sentiment("level")).isEqualTo(-0.5);
        assertThat(sentiment("baseline")).isEqualTo(0.25);
        assertThat(sentiment("scale")).isEqualTo(0.5);
        assertThat(sentiment("statistic", "side", "up")).isEqualTo(1.5);
        assertThat(sentiment("statistic", "side", "down")).isEqualTo(3.5);
        assertThat(sentiment("threshold")).isEqualTo(5.0);
        assertThat(sentiment("time")).isEqualTo(NOON.getEpochSecond());
    }

    @Test
    void replacesAPointByOneOfTheSameOrALaterTimeOnly() {
        gauges.show(0, Samples.point("acme-globex", NOON, 0.1));
        gauges.show(0, Samples.point("acme-globex", NOON, 0.2));
        assertThat(sentiment("level")).isEqualTo(0.2);

        gauges.show(0, Samples.point("acme-globex", NOON.minusSeconds(1), 0.3));
        assertThat(sentiment("level")).isEqualTo(0.2);

        gauges.show(0, Samples.point("acme-globex", NOON.plusSeconds(1), 0.4));
        assertThat(sentiment("level")).isEqualTo(0.4);
    }

    @Test
    void keepsTheSeriesOfPartnershipsApart() {
        gauges.show(0, Samples.point("initech-hooli", NOON, 0.9));
        gauges.show(0, Samples.point("acme-globex", NOON, -0.9));

        assertThat(sentiment("level")).isEqualTo(-0.9);
    }

    @Test
    void showsATermByTheKindOfItsValue() {
        gauges.show(0, Samples.term("acme-globex", "REVENUE_SHARE", HALF));
        gauges.show(0, Samples.term("acme-globex", "PROFIT_CAP", new TermValue.Multiple(BigDecimal.valueOf(100))));
        gauges.show(0, Samples.term("acme-globex", "INVESTMENT", new TermValue.Money(new BigDecimal("1.5e9"), "EUR")));
        gauges.show(0, Samples.term("acme-globex", "TERM_EXPIRY", new TermValue.Until("2032-02")));

        assertThat(term("percent", "revenue_share")).isEqualTo(50);
        assertThat(term("multiple", "profit_cap")).isEqualTo(100);
        assertThat(term("amount", "investment")).isEqualTo(1.5e9);
        assertThat(registry.get("pactwatch.signal.term.amount").gauge().getId().getTag("currency"))
                .isEqualTo("EUR");
        assertThat(term("expiry", "term_expiry"))
                .isEqualTo(Instant.parse("2032-03-01T00:00:00Z").getEpochSecond());
        assertThat(term("since", "investment")).isEqualTo(NOON.getEpochSecond());
        assertThat(registry.get("pactwatch.signal.term.in.force").gauges())
                .hasSize(4)
                .allMatch(gauge -> gauge.value() == 1);
    }

    @Test
    void replacesANumberByOneOfAnotherKind() {
        gauges.show(0, Samples.term("acme-globex", "INVESTMENT", HALF));
        gauges.show(0, Samples.term("acme-globex", "INVESTMENT", new TermValue.Money(BigDecimal.TEN, "USD")));
        gauges.show(0, Samples.term("acme-globex", "INVESTMENT", new TermValue.Money(BigDecimal.ONE, "JPY")));

        assertThat(names()).doesNotContain("pactwatch.signal.term.percent");
        assertThat(registry.get("pactwatch.signal.term.amount").gauges())
                .singleElement()
                .satisfies(gauge -> assertThat(gauge.getId().getTag("currency")).isEqualTo("JPY"));
    }

    @ParameterizedTest
    @CsvSource({"ENDED, , 0", "ENDED, none, 0", "CHANGED, none, 0", "ENDED, first-refusal, 1", "IN_FORCE, , 1"})
    void tellsWhetherATermStands(ClaimStatus status, String state, double stands) {
        gauges.show(
                0,
                new StandingTerm(
                        "acme-globex",
                        Set.of(),
                        new TermKey("COMPUTE_EXCLUSIVITY", Optional.empty(), Optional.empty()),
                        Optional.of(Samples.change(
                                status, Optional.ofNullable(state).map(TermValue.State::new), NOON))));

        assertThat(term("in.force", "compute_exclusivity")).isEqualTo(stands);
    }

    @Test
    void showsNothingOfATermThatNoArticleTellsAnyMore() {
        gauges.show(0, scoped("api", Optional.of(HALF), NOON));
        gauges.show(0, scoped("api", Optional.empty(), NOON));

        assertThat(registry.getMeters()).isEmpty();
    }

    @Test
    void showsTheScopeWhoseValueIsTheLatest() {
        TermValue third = new TermValue.Percent(BigDecimal.valueOf(33));
        gauges.show(0, scoped("api", Optional.of(third), NOON.plusSeconds(1)));
        gauges.show(0, scoped("cloud", Optional.of(HALF), NOON));
        assertThat(term("percent", "revenue_share")).isEqualTo(33);

        gauges.show(0, scoped("api", Optional.empty(), NOON));
        assertThat(term("percent", "revenue_share")).isEqualTo(50);
    }

    @ParameterizedTest
    @CsvSource({"acme, acme", "hooli, _other", "'a\"} 1', _other", ", ''"})
    void namesAPayerOnlyIfItIsAWatchedParty(String payer, String label) {
        TermKey key = new TermKey("REVENUE_SHARE", Optional.empty(), Optional.ofNullable(payer));
        gauges.show(
                0,
                new StandingTerm(
                        "acme-globex",
                        Set.of("acme", "globex"),
                        key,
                        Optional.of(Samples.change(ClaimStatus.NEW, Optional.of(HALF), NOON))));

        assertThat(registry.get("pactwatch.signal.term.percent").gauge().getId().getTag("payer"))
                .isEqualTo(label);
    }

    @Test
    void takesOffWhatAPartitionShowedWhenItMovesAway() {
        gauges.show(0, Samples.point("acme-globex", NOON, 0.5));
        gauges.show(0, Samples.term("acme-globex", "REVENUE_SHARE", HALF));
        gauges.show(1, Samples.point("initech-hooli", NOON, 0.7));

        gauges.release(0);
        gauges.release(7);
        assertThat(partnerships()).containsExactly("initech-hooli");

        gauges.show(0, Samples.point("acme-globex", NOON.minusSeconds(9), 0.1));
        assertThat(sentiment("level")).isEqualTo(0.1);
    }

    @Test
    void boundsTheTermsOfAPartnership() {
        IntStream.range(0, StandingGauges.MOST_TERMS + 50)
                .forEach(i -> gauges.show(0, Samples.term("acme-globex", "TERM_" + i, HALF)));

        assertThat(registry.get("pactwatch.signal.term.percent").gauges()).hasSize(StandingGauges.MOST_TERMS);
    }

    @ParameterizedTest
    @CsvSource({
        "2030, 2031-01-01T00:00:00Z",
        "2028-02, 2028-03-01T00:00:00Z",
        "2028-02-29, 2028-03-01T00:00:00Z",
        "2028-13, ",
        "2027-02-29, "
    })
    void endsATermAfterItsLastDay(String date, Instant end) {
        assertThat(TermEnd.of(new TermValue.Until(date))).isEqualTo(Optional.ofNullable(end));
    }

    private static StandingTerm scoped(String scope, Optional<TermValue> value, Instant validFrom) {
        return new StandingTerm(
                "acme-globex",
                Set.of("acme", "globex"),
                new TermKey("REVENUE_SHARE", Optional.of(scope), Optional.of("acme")),
                value.map(each -> Samples.change(ClaimStatus.CHANGED, Optional.of(each), validFrom)));
    }

    private List<String> names() {
        return registry.getMeters().stream()
                .map(meter -> meter.getId().getName())
                .toList();
    }

    private List<String> partnerships() {
        return registry.getMeters().stream()
                .map(Meter::getId)
                .map(id -> id.getTag("partnership"))
                .distinct()
                .toList();
    }

    private double sentiment(String name, String... tags) {
        return registry.get("pactwatch.signal.sentiment." + name)
                .tag("partnership", "acme-globex")
                .tags(tags)
                .gauge()
                .value();
    }

    private double term(String name, String term) {
        return registry.get("pactwatch.signal.term." + name)
                .tags("partnership", "acme-globex", "term", term)
                .gauge()
                .value();
    }
}
