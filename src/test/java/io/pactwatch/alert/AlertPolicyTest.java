package io.pactwatch.alert;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.pactwatch.contract.ClaimStatus;
import io.pactwatch.contract.Stage;
import io.pactwatch.contract.TermValue;
import io.pactwatch.signal.Articles;
import io.pactwatch.signal.Monitor;
import io.pactwatch.signal.Root;
import io.pactwatch.signal.Signal;
import io.pactwatch.signal.TermKey;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class AlertPolicyTest {
    private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");

    private final AlertPolicy policy = new AlertPolicy(Monitor.CATALOGUE);
    private final AlertRules rules = new AlertRules(policy, AlertSettings.DEFAULTS);

    @Test
    void opensAnAlertThatExplainsItself() {
        Alert alert = open(SignalSamples.change(ClaimStatus.ENDED, Stage.ANNOUNCED));
        assertThat(alert.status()).isEqualTo(AlertStatus.OPEN);
        assertThat(alert.kind()).isEqualTo(AlertKind.TERM_CHANGE);
        assertThat(alert.severity()).isEqualTo(Severity.CRITICAL);
        assertThat(alert.title()).isEqualTo("Acme / Globex: exclusivity ended (exclusive -> open)");
        assertThat(alert.summary())
                .isEqualTo(
                        "The change is stated on the record by a party. First reported on 2025-01-06; one independent"
                                + " source: daily planet.");
        assertThat(alert.reasons()).containsExactly("STATUS_ENDED", "STAGE_ANNOUNCED", "ROOTS_1", "MAJOR_TERM");
        assertThat(alert.evidence()).isNotEmpty();
        assertThat(alert.detectedAt()).isEqualTo(NOW);
        assertThat(alert.id()).matches("[0-9a-f]{32}");
    }

    @ParameterizedTest
    @CsvSource({
        "EXCLUSIVITY, EFFECTIVE, CRITICAL", "EXCLUSIVITY, ANNOUNCED, CRITICAL", "EXCLUSIVITY, NON_BINDING, WARNING",
        "EXCLUSIVITY, SOUGHT, WARNING", "EXCLUSIVITY, ANONYMOUS_REPORT, INFO", "EXCLUSIVITY, SPECULATION, INFO",
        "BOARD_SEAT, FILED, WARNING", "BOARD_SEAT, ANONYMOUS_REPORT, INFO", "UNLISTED_TERM, FILED, WARNING"
    })
    void gradesAChangeByItsTermAndItsStage(String term, Stage stage, Severity expected) {
        assertThat(open(SignalSamples.change(term, ClaimStatus.CHANGED, stage)).severity())
                .isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "EXCLUSIVITY, IN_TALKS, WARNING",
        "EXCLUSIVITY, FILED, WARNING",
        "EXCLUSIVITY, ANONYMOUS_REPORT, INFO",
        "BOARD_SEAT, IN_TALKS, INFO"
    })
    void gradesANegotiationBelowAChange(String term, Stage stage, Severity expected) {
        assertThat(open(SignalSamples.negotiation(term, stage)).severity()).isEqualTo(expected);
    }

    @ParameterizedTest
    @EnumSource(Stage.class)
    void neverGradesAboveTheStage(Stage stage) {
        for (String term : List.of("EXCLUSIVITY", "BOARD_SEAT")) {
            assertThat(open(SignalSamples.change(term, ClaimStatus.ENDED, stage))
                            .severity())
                    .isLessThanOrEqualTo(Severity.cap(stage));
            assertThat(open(SignalSamples.negotiation(term, stage)).severity())
                    .isLessThanOrEqualTo(Severity.cap(stage));
        }
    }

    @ParameterizedTest
    @CsvSource({"-3, CRITICAL", "-2.9, WARNING", "3.5, WARNING"})
    void gradesAShiftByItsEffect(double effect, Severity expected) {
        Alert alert = open(SignalSamples.shift(effect, Articles.DAY_ZERO));
        assertThat(alert.severity()).isEqualTo(expected);
        assertThat(alert.shift()).isPresent();
        assertThat(alert.title()).startsWith("Acme / Globex: tone has ");
    }

    @Test
    void publishesNothingWhenNothingIsLearned() {
        Signal signal = SignalSamples.change(ClaimStatus.ENDED, Stage.ANNOUNCED);
        assertThat(again(open(signal), signal)).isEmpty();
    }

    @Test
    void updatesOnAFirmerStage() {
        Alert last = open(SignalSamples.change(ClaimStatus.ENDED, Stage.ANNOUNCED));
        assertThat(again(last, SignalSamples.change(ClaimStatus.ENDED, Stage.FILED)))
                .hasValueSatisfying(alert -> {
                    assertThat(alert.status()).isEqualTo(AlertStatus.UPDATED);
                    assertThat(alert.id()).isEqualTo(last.id());
                });
    }

    @Test
    void updatesOnAnotherRootOrValueBefore() {
        Signal.TermNews news = SignalSamples.news("EXCLUSIVITY", ClaimStatus.ENDED, Stage.ANNOUNCED);
        Alert last = open(new Signal.TermChange(news));
        Root other = new Root("wire", List.of(), false);
        Signal twoRoots = SignalSamples.withRoots(news, List.of(news.roots().get(0), other));
        assertThat(again(last, twoRoots)).isPresent();
        assertThat(again(last, SignalSamples.withBefore(news, Optional.of(new TermValue.State("first-refusal")))))
                .isPresent();
        assertThat(again(last, SignalSamples.withBefore(news, Optional.empty())))
                .isEmpty();
    }

    @Test
    void updatesWhenATermHasEndedRatherThanChanged() {
        Alert last = open(SignalSamples.change(ClaimStatus.CHANGED, Stage.ANNOUNCED));
        assertThat(again(last, SignalSamples.change(ClaimStatus.ENDED, Stage.ANNOUNCED)))
                .hasValueSatisfying(alert -> assertThat(alert.title()).contains("ended"));
    }

    @Test
    void updatesWhenRootsTurnOutToBeOne() {
        Signal.TermNews news = SignalSamples.news("EXCLUSIVITY", ClaimStatus.ENDED, Stage.ANNOUNCED);
        Root other = new Root("wire", List.of(), false);
        Alert last = open(SignalSamples.withRoots(news, List.of(news.roots().get(0), other)));
        assertThat(again(last, new Signal.TermChange(news)))
                .hasValueSatisfying(alert -> assertThat(alert.roots()).hasSize(1));
    }

    @Test
    void updatesOnEachOfTheFirstFiveOutletsThenWhenTheyDouble() {
        List<String> outlets =
                IntStream.range(0, 50).mapToObj(i -> "outlet " + i).toList();
        assertThat(told(count -> List.of(new Root("daily planet", outlets.subList(0, count), false))))
                .containsExactly(1, 2, 3, 4, 5, 10, 20, 40);
    }

    @Test
    void updatesOnEachOfTheFirstFiveRootsThenWhenTheyDouble() {
        List<Root> roots = IntStream.range(0, 50)
                .mapToObj(i -> new Root("root " + i, List.of("wire"), false))
                .toList();
        assertThat(told(count -> roots.subList(0, count))).containsExactly(1, 2, 3, 4, 5, 10, 20, 40);
    }

    /** The numbers of roots or outlets, out of 1 to 50 in this order, at which people are told. */
    private List<Integer> told(IntFunction<List<Root>> rootsOf) {
        Signal.TermNews news = SignalSamples.news("EXCLUSIVITY", ClaimStatus.ENDED, Stage.ANNOUNCED);
        List<Integer> told = new ArrayList<>();
        Optional<Alert> last = Optional.empty();
        for (int count = 1; count <= 50; count++) {
            Optional<Alert> next = judge(last, SignalSamples.withRoots(news, rootsOf.apply(count)), NOW);
            if (next.isPresent()) {
                told.add(count);
                last = next;
            }
        }
        return told;
    }

    @Test
    void saysHowFarTheNewsHasSpread() {
        Signal.TermNews news = SignalSamples.news("EXCLUSIVITY", ClaimStatus.ENDED, Stage.ANNOUNCED);
        Root root = new Root("daily planet", List.of("a", "b", "c"), false);
        assertThat(open(SignalSamples.withRoots(news, List.of(root))).summary())
                .contains("one independent source: daily planet, told by 3 outlets.");
    }

    @Test
    void givesOneIdToOneFactWhateverIsKnownOfIt() {
        Signal.TermNews news = SignalSamples.news("EXCLUSIVITY", ClaimStatus.ENDED, Stage.ANNOUNCED);
        String id = policy.id(new Signal.TermChange(news));
        assertThat(policy.id(SignalSamples.withBefore(news, Optional.empty()))).isEqualTo(id);
        assertThat(policy.id(SignalSamples.change(ClaimStatus.CHANGED, Stage.FILED)))
                .isEqualTo(id);
    }

    @Test
    void givesDifferentIdsToDifferentFacts() {
        Set<String> ids = new HashSet<>();
        List<TermKey> keys = List.of(
                new TermKey("EXCLUSIVITY", Optional.empty(), Optional.empty()),
                new TermKey("EXCLUSIVITY", Optional.of("api"), Optional.empty()),
                new TermKey("EXCLUSIVITY", Optional.empty(), Optional.of("api")),
                new TermKey("EXCLUSIVITY", Optional.of("some"), Optional.of("api")));
        List<Optional<TermValue>> values = List.of(
                Optional.empty(),
                Optional.of(new TermValue.Text("20")),
                Optional.of(new TermValue.Percent(BigDecimal.valueOf(20))),
                Optional.of(new TermValue.Multiple(BigDecimal.valueOf(20))),
                Optional.of(new TermValue.Money(BigDecimal.valueOf(20), "USD")),
                Optional.of(new TermValue.Money(BigDecimal.valueOf(20), "EUR")),
                Optional.of(new TermValue.Until("2020")),
                Optional.of(TermValue.State.NONE));
        for (TermKey key : keys) {
            for (Optional<TermValue> value : values) {
                for (int occurrence = 1; occurrence <= 2; occurrence++) {
                    ids.add(policy.id(SignalSamples.change(key, value, occurrence, 1)));
                }
            }
        }
        assertThat(ids).hasSize(keys.size() * values.size() * 2);
    }

    @Test
    void theFirstChangeOfAnOccurrenceKeepsItsIdWhateverItsValue() {
        TermKey key = new TermKey("EXCLUSIVITY", Optional.empty(), Optional.empty());
        String id = policy.id(SignalSamples.change(key, Optional.empty(), 1, 0));
        assertThat(policy.id(SignalSamples.change(key, Optional.of(TermValue.State.NONE), 1, 0)))
                .isEqualTo(id);
        assertThat(policy.id(SignalSamples.change(key, Optional.empty(), 2, 0))).isNotEqualTo(id);
        assertThat(policy.id(SignalSamples.change(key, Optional.empty(), 1, 1))).isNotEqualTo(id);
    }

    @Test
    void keepsTheIdOfAShiftWithinTheDayOfItsChangePoint() {
        String id = policy.id(SignalSamples.shift(-2, Articles.DAY_ZERO));
        assertThat(policy.id(SignalSamples.shift(-3, Articles.DAY_ZERO.plus(Duration.ofHours(2)))))
                .isEqualTo(id);
        assertThat(policy.id(SignalSamples.shift(-2, Articles.DAY_ZERO.plus(Duration.ofDays(1)))))
                .isNotEqualTo(id);
        assertThat(policy.id(SignalSamples.shift(2, Articles.DAY_ZERO))).isNotEqualTo(id);
    }

    @Test
    void refusesTheAlertOfAnotherFact() {
        Alert other = open(SignalSamples.shift(-2, Articles.DAY_ZERO));
        Signal signal = SignalSamples.change(ClaimStatus.ENDED, Stage.ANNOUNCED);
        assertThatThrownBy(() -> again(other, signal))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(other.id());
    }

    @Test
    void saysWhatIsSoughtAndWhatIsInForce() {
        assertThat(open(SignalSamples.negotiation("EXCLUSIVITY", Stage.IN_TALKS))
                        .title())
                .isEqualTo("Acme / Globex: exclusivity under negotiation (open sought, exclusive in force)");
        assertThat(open(SignalSamples.change(ClaimStatus.ENDED, Stage.ANONYMOUS_REPORT))
                        .title())
                .isEqualTo("Acme / Globex: exclusivity reportedly ended (exclusive -> open)");
    }

    private Alert open(Signal signal) {
        return judge(Optional.empty(), signal, NOW).orElseThrow();
    }

    private Optional<Alert> again(Alert last, Signal signal) {
        return judge(Optional.of(last), signal, NOW.plusSeconds(60));
    }

    private Optional<Alert> judge(Optional<Alert> last, Signal signal, Instant now) {
        Moment moment = new Moment(NOW, now, false);
        return rules.judge(policy.id(signal), last, Pace.NONE, signal, moment).published().stream()
                .findFirst();
    }
}
