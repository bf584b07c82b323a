package io.pactwatch.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.pactwatch.alert.AlertKind;
import io.pactwatch.alert.AlertStatus;
import io.pactwatch.analysis.Decision;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class DemoOutcomesTest {
    private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");

    @Test
    void isCompleteWhenEveryArticleIsQuotedDecidedOrDead() throws InterruptedException {
        DemoOutcomes outcomes = new DemoOutcomes(List.of("a", "b", "c", "d"));

        outcomes.alert(Alerts.term("id-1", AlertKind.TERM_CHANGE, "REVENUE_SHARE", "a", "b"), NOW);
        outcomes.decision(new Decision("c", Optional.empty(), Decision.Reason.IRRELEVANT, "no party", NOW));
        assertThat(outcomes.await(Duration.ZERO)).isFalse();
        assertThat(outcomes.pending()).containsExactly("d");
        outcomes.deadLetter("d");

        assertThat(outcomes.await(Duration.ZERO)).isTrue();
        assertThat(outcomes.deadLetters()).isEqualTo(1);
    }

    @Test
    void countsAlertsByKindAndRemembersTheFirst() {
        DemoOutcomes outcomes = new DemoOutcomes(List.of());

        outcomes.alert(Alerts.term("id-1", AlertKind.TERM_CHANGE, "REVENUE_SHARE", "a"), NOW);
        outcomes.alert(Alerts.term("id-2", AlertKind.TERM_CHANGE, "IP_LICENSE", "a"), NOW.plusSeconds(1));

        assertThat(outcomes.count(AlertKind.TERM_CHANGE, AlertStatus.OPEN)).isEqualTo(2);
        assertThat(outcomes.count(AlertKind.SENTIMENT_SHIFT, AlertStatus.OPEN)).isZero();
        assertThat(outcomes.firstAlert()).contains(NOW);
    }
}
