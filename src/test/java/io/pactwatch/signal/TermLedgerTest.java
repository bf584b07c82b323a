package io.pactwatch.signal;

import static io.pactwatch.signal.Articles.article;
import static io.pactwatch.signal.Articles.claim;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.pactwatch.analysis.Decision;
import io.pactwatch.contract.Claim;
import io.pactwatch.contract.ClaimStatus;
import io.pactwatch.contract.Stage;
import io.pactwatch.contract.TermValue;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class TermLedgerTest {
    private static final TermKey KEY = new TermKey("EXCLUSIVITY", Optional.empty(), Optional.empty());
    private static final double DAY = 24;
    private static final TermValue EXCLUSIVE = new TermValue.State("exclusive");
    private static final TermValue OPEN = new TermValue.State("open");
    private static final TermValue TWENTY = new TermValue.Percent(BigDecimal.valueOf(20));

    private final Monitor monitor = new Monitor();

    @Test
    void tellsAnAnnouncedChangeWithTheValueInForceBefore() {
        read("a", 0, ClaimStatus.NEW, Stage.ANNOUNCED, "exclusive");
        read("b", 100 * DAY, ClaimStatus.CHANGED, Stage.ANNOUNCED, "open");
        Signal.TermNews news = lastChange();
        assertThat(news.before()).contains(EXCLUSIVE);
        assertThat(news.after()).contains(OPEN);
        assertThat(inForce()).contains(OPEN);
    }

    @Test
    void takesDefaultValuesFromTheCatalogue() {
        read("a", 0, claimWithoutValue("EXCLUSIVITY", ClaimStatus.ENDED, Stage.ANNOUNCED));
        assertThat(lastChange().before()).contains(EXCLUSIVE);
        assertThat(lastChange().after()).contains(OPEN);
        read("b", 0, claimWithoutValue("BOARD_SEAT", ClaimStatus.ENDED, Stage.ANNOUNCED));
        assertThat(lastChange().after()).contains(TermValue.State.NONE);
    }

    @Test
    void withholdsAnAnonymousReportOfOneRoot() {
        Optional<Decision.Reason> reason = read("a", 0, ClaimStatus.CHANGED, Stage.ANONYMOUS_REPORT, "open");
        assertThat(reason).contains(Decision.Reason.BELOW_STAGE);
        assertThat(monitor.signals).isEmpty();
        assertThat(inForce()).isEmpty();
    }

    @Test
    void tellsAnAnonymousReportOfTwoRoots() {
        Claim change = claim("EXCLUSIVITY", ClaimStatus.CHANGED, Stage.ANONYMOUS_REPORT, "open");
        monitor.read(article("a", 0).features("usd:40", "2031").claims(change));
        monitor.read(article("b", 5).features("eur:70", "2028").claims(change));
        assertThat(lastChange().roots()).hasSize(2);
        assertThat(lastChange().publishedAt()).isEqualTo(Articles.DAY_ZERO);
    }

    @Test
    void countsThreeRetellingsOfOneOriginAsOneRoot() {
        for (String id : List.of("a", "b", "c")) {
            monitor.read(article(id, 1)
                    .origin("daily planet", true)
                    .claims(claim("EXCLUSIVITY", ClaimStatus.CHANGED, Stage.ANONYMOUS_REPORT, "open")));
        }
        assertThat(monitor.signals).isEmpty();
    }

    @Test
    void countsAnOutletAndThoseWhoNameItAsOneRoot() {
        monitor.read(article("a", 0)
                .outlet("The Daily Planet")
                .claims(claim("EXCLUSIVITY", ClaimStatus.CHANGED, Stage.ANNOUNCED, "open")));
        monitor.read(article("b", 1)
                .origin("daily planet", false)
                .claims(claim("EXCLUSIVITY", ClaimStatus.CHANGED, Stage.ANNOUNCED, "open")));
        assertThat(lastChange().roots()).extracting(Root::root).containsExactly("daily planet");
    }

    @Test
    void tellsARetellingWithTheSameIdentity() {
        read("a", 0, ClaimStatus.CHANGED, Stage.ANNOUNCED, "open");
        read("b", 30, ClaimStatus.CHANGED, Stage.FILED, "open");
        assertThat(monitor.signals).hasSize(2);
        assertThat(monitor.alertIds).hasSize(1);
        assertThat(lastChange().stage()).isEqualTo(Stage.FILED);
    }

    @Test
    void takesOldNewsToldAsNewForARetelling() {
        read("a", 0, ClaimStatus.NEW, Stage.ANNOUNCED, "exclusive");
        read("b", 400 * DAY, ClaimStatus.NEW, Stage.ANNOUNCED, "exclusive");
        assertThat(monitor.alertIds).hasSize(1);
    }

    @Test
    void takesAValueThatComesBackForAnotherFact() {
        read("a", 0, ClaimStatus.NEW, Stage.ANNOUNCED, "exclusive");
        read("b", 100 * DAY, ClaimStatus.CHANGED, Stage.ANNOUNCED, "open");
        read("c", 200 * DAY, ClaimStatus.CHANGED, Stage.ANNOUNCED, "exclusive");
        assertThat(lastChange().occurrence()).isEqualTo(3);
        assertThat(monitor.alertIds).hasSize(3);
    }

    @Test
    void takesASlowRetellingOfAValueThatHasChangedSinceForARetelling() {
        read("a", 0, ClaimStatus.NEW, Stage.ANNOUNCED, "exclusive");
        read("b", 3 * DAY, ClaimStatus.CHANGED, Stage.ANNOUNCED, "open");
        read("c", 4 * DAY, ClaimStatus.NEW, Stage.ANNOUNCED, "exclusive");
        assertThat(monitor.alertIds).hasSize(2);
        assertThat(inForce()).contains(OPEN);
    }

    @Test
    void setsAnUnknownValueFromBackgroundInSilence() {
        Optional<Decision.Reason> reason = read("a", 0, ClaimStatus.IN_FORCE, Stage.EFFECTIVE, "exclusive");
        assertThat(reason).isEmpty();
        assertThat(monitor.signals).isEmpty();
        assertThat(inForce()).contains(EXCLUSIVE);
    }

    @Test
    void tellsNothingWhenAKnownStandingValueIsToldAsNew() {
        read("a", 0, ClaimStatus.IN_FORCE, Stage.EFFECTIVE, "exclusive");
        Optional<Decision.Reason> reason = read("b", 30 * DAY, ClaimStatus.NEW, Stage.ANNOUNCED, "exclusive");
        assertThat(monitor.signals).isEmpty();
        assertThat(reason).contains(Decision.Reason.NO_CHANGE);
    }

    @Test
    void keepsTheValueInForceWhenBackgroundIsOutOfDate() {
        read("a", 0, ClaimStatus.CHANGED, Stage.ANNOUNCED, "open");
        read("b", 20 * DAY, ClaimStatus.IN_FORCE, Stage.EFFECTIVE, "exclusive");
        read("c", 20 * DAY, ClaimStatus.HISTORICAL, Stage.EFFECTIVE, "exclusive");
        assertThat(inForce()).contains(OPEN);
    }

    @Test
    void aReaffirmationMovesNothing() {
        read("a", 0, ClaimStatus.CHANGED, Stage.ANNOUNCED, "open");
        read("b", 20 * DAY, ClaimStatus.REAFFIRMED, Stage.ANNOUNCED, "exclusive");
        assertThat(inForce()).contains(OPEN);
        assertThat(monitor.signals).hasSize(1);
    }

    @Test
    void entersALateChangeAsHistory() {
        read("a", 60 * DAY, ClaimStatus.CHANGED, Stage.ANNOUNCED, "open");
        Optional<Decision.Reason> reason = read("b", 10 * DAY, ClaimStatus.NEW, Stage.ANNOUNCED, "exclusive");
        assertThat(reason).contains(Decision.Reason.LATE);
        assertThat(monitor.signals).hasSize(1);
        assertThat(inForce()).contains(OPEN);
        assertThat(line().changes()).extracting(LedgerChange::status).contains(ClaimStatus.HISTORICAL);
    }

    @Test
    void ordersAnOutOfOrderChangeByItsTime() {
        read("b", 5 * DAY, ClaimStatus.CHANGED, Stage.ANNOUNCED, "open");
        read("a", 2 * DAY, ClaimStatus.NEW, Stage.ANNOUNCED, "exclusive");
        assertThat(inForce()).contains(OPEN);
        assertThat(monitor.signals)
                .hasSize(3)
                .last()
                .isInstanceOfSatisfying(
                        Signal.TermChange.class,
                        change -> assertThat(change.news().before()).contains(EXCLUSIVE));
    }

    @Test
    void joinsAReportWithoutValueToTheChangeThatGivesIt() {
        monitor.read(article("a", 0)
                .claims(claim("REVENUE_SHARE", ClaimStatus.CHANGED, Stage.ANNOUNCED, Optional.of(TWENTY))));
        read("b", 10, claimWithoutValue("REVENUE_SHARE", ClaimStatus.CHANGED, Stage.FILED));
        assertThat(monitor.alertIds).hasSize(1);
        assertThat(lastChange().after()).contains(TWENTY);
        assertThat(lastChange().stage()).isEqualTo(Stage.FILED);
    }

    @Test
    void tellsAChangeThatNobodyPutsAFigureTo() {
        read("b", 10, claimWithoutValue("REVENUE_SHARE", ClaimStatus.CHANGED, Stage.ANNOUNCED));
        assertThat(lastChange().after()).isEmpty();
    }

    @Test
    void tellsTalksOnceWhateverFigureIsAskedFor() {
        read("a", 0, ClaimStatus.NEGOTIATING, Stage.SOUGHT, "open");
        read("b", 48, ClaimStatus.NEGOTIATING, Stage.IN_TALKS, "first-refusal");
        assertThat(monitor.alertIds).hasSize(1);
        assertThat(monitor.signals).last().isInstanceOfSatisfying(Signal.TermNegotiation.class, talks -> assertThat(
                        talks.news().after())
                .contains(new TermValue.State("first-refusal")));
        assertThat(inForce()).isEmpty();
    }

    @Test
    void takesTalksForBackgroundWhereTheArticleTellsTheirOutcome() {
        monitor.read(article("a", 0)
                .claims(
                        claim("EXCLUSIVITY", ClaimStatus.NEGOTIATING, Stage.IN_TALKS, "open"),
                        claim("EXCLUSIVITY", ClaimStatus.CHANGED, Stage.ANNOUNCED, "open")));
        assertThat(monitor.signals).hasSize(1).first().isInstanceOf(Signal.TermChange.class);
    }

    @Test
    void prefersTheValueThatTheArticleGivesToTheOneInTheCatalogue() {
        monitor.read(article("a", 0)
                .claims(
                        claimWithoutValue("EXCLUSIVITY", ClaimStatus.ENDED, Stage.ANNOUNCED),
                        claim("EXCLUSIVITY", ClaimStatus.NEW, Stage.ANNOUNCED, "first-refusal")));
        assertThat(monitor.signals).hasSize(1);
        assertThat(lastChange().status()).isEqualTo(ClaimStatus.ENDED);
        assertThat(lastChange().after()).contains(new TermValue.State("first-refusal"));
    }

    @Test
    void doesNotCompareAShareWithAnAmount() {
        TermValue money = new TermValue.Money(BigDecimal.TEN, "USD");
        read("a", 0, claim("REVENUE_SHARE", ClaimStatus.NEW, Stage.ANNOUNCED, Optional.of(money)));
        read("b", 100 * DAY, claim("REVENUE_SHARE", ClaimStatus.CHANGED, Stage.ANNOUNCED, Optional.of(TWENTY)));
        assertThat(lastChange().before()).isEmpty();
    }

    @Test
    void raisesNothingOnHearsayOrDenial() {
        assertThat(read("a", 0, ClaimStatus.RUMOURED, Stage.SPECULATION, "open"))
                .contains(Decision.Reason.BELOW_STAGE);
        read("b", 0, ClaimStatus.DENIED, Stage.ANNOUNCED, "open");
        assertThat(monitor.signals).isEmpty();
        assertThat(inForce()).isEmpty();
    }

    @Test
    void boundsTheLine() {
        for (int i = 0; i < 400; i++) {
            read("a" + i, i * 20 * DAY, ClaimStatus.values()[i % 6], Stage.ANNOUNCED, "value-" + i % 97);
        }
        assertThat(line().changes()).hasSizeLessThanOrEqualTo(84);
        for (int i = 0; i < 100; i++) {
            read("b" + i, 400 * 20 * DAY, ClaimStatus.CHANGED, Stage.ANNOUNCED, "open");
        }
        assertThat(line().changes()).allSatisfy(change -> {
            assertThat(change.evidence()).hasSizeLessThanOrEqualTo(LedgerChange.MAX_EVIDENCE);
            assertThat(change.sources()).hasSizeLessThanOrEqualTo(LedgerSource.MAX_SOURCES);
        });
    }

    @Test
    void refusesAnEntryWithoutClaims() {
        StoryReport report = monitor.read(article("a", 0));
        assertThatThrownBy(() -> monitor.ledger().enter(line(), List.of(), report, Articles.DAY_ZERO))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("EXCLUSIVITY");
    }

    private static Claim claimWithoutValue(String term, ClaimStatus status, Stage stage) {
        return claim(term, status, stage, Optional.empty());
    }

    private Optional<Decision.Reason> read(String id, double hours, ClaimStatus status, Stage stage, String value) {
        return read(id, hours, claim("EXCLUSIVITY", status, stage, value));
    }

    private Optional<Decision.Reason> read(String id, double hours, Claim claim) {
        monitor.read(article(id, hours).claims(claim));
        return monitor.withheld;
    }

    private Signal.TermNews lastChange() {
        return ((Signal.TermChange) monitor.signals.get(monitor.signals.size() - 1)).news();
    }

    private LedgerLine line() {
        return monitor.lines.getOrDefault(KEY.text(), LedgerLine.empty(Articles.PARTNERSHIP, KEY));
    }

    private Optional<TermValue> inForce() {
        return monitor.ledger().inForce(line()).flatMap(LedgerChange::value);
    }
}
