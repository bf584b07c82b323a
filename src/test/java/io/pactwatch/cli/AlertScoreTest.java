package io.pactwatch.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.pactwatch.alert.AlertKind;
import io.pactwatch.feed.ArticleLabels;
import io.pactwatch.feed.SampleArticles;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class AlertScoreTest {
    private final AlertScore score = new AlertScore(SampleArticles.watchlist());

    @Test
    void countsAFactOnceHoweverManyArticlesTellIt() {
        label("a-1", "story", "term-change:REVENUE_SHARE", "sentiment-negative");
        label("a-2", "story", "term-change:REVENUE_SHARE");

        score.alert(Alerts.term("id-1", AlertKind.TERM_CHANGE, "REVENUE_SHARE", "a-1", "a-2"));

        assertThat(score.result()).isEqualTo(new AlertScore.Result(1, 1, 1, 1, 1));
        assertThat(score.result().precision()).isEqualTo(1);
        assertThat(score.result().recall()).isEqualTo(1);
    }

    @Test
    void missesAFactWithoutAnAlert() {
        label("a-1", "story", "term-change:REVENUE_SHARE", "negotiation:IP_LICENSE");

        score.alert(Alerts.term("id-1", AlertKind.TERM_CHANGE, "REVENUE_SHARE", "a-1"));

        assertThat(score.result().recall()).isEqualTo(0.5);
        assertThat(score.result().precision()).isEqualTo(1);
    }

    @Test
    void takesAnotherKindTermOrStoryForWrong() {
        label("a-1", "story", "term-change:REVENUE_SHARE");
        label("a-2", "other story");

        score.alert(Alerts.term("id-1", AlertKind.TERM_NEGOTIATION, "REVENUE_SHARE", "a-1"));
        score.alert(Alerts.term("id-2", AlertKind.TERM_CHANGE, "IP_LICENSE", "a-1"));
        score.alert(Alerts.term("id-3", AlertKind.TERM_CHANGE, "REVENUE_SHARE", "a-2"));

        assertThat(score.result()).isEqualTo(new AlertScore.Result(1, 0, 3, 0, 0));
    }

    @Test
    void countsAnUpdatedAlertOnceAndASecondAlertOnTheSameFactTwice() {
        label("a-1", "story", "term-change:REVENUE_SHARE");

        score.alert(Alerts.term("id-1", AlertKind.TERM_CHANGE, "REVENUE_SHARE", "a-1"));
        score.alert(Alerts.term("id-1", AlertKind.TERM_CHANGE, "REVENUE_SHARE", "a-1"));
        score.alert(Alerts.term("id-2", AlertKind.TERM_CHANGE, "REVENUE_SHARE", "a-1"));

        assertThat(score.result()).isEqualTo(new AlertScore.Result(1, 1, 2, 2, 2));
        assertThat(score.result().text())
                .contains("precision 1.000, recall 1.000")
                .contains("2.00 alerts per fact");
    }

    @Test
    void leavesShiftsOfToneOut() {
        label("a-1", "story", "sentiment-negative");

        score.alert(Alerts.shift());

        assertThat(score.result()).isEqualTo(new AlertScore.Result(0, 0, 0, 0, 0));
        assertThat(score.result().precision()).isZero();
    }

    @Test
    void findsThePartnershipInEitherOrderOfItsParties() {
        score.label(
                "a-1",
                new ArticleLabels(
                        Optional.of(List.of("OpenAI", "microsoft")),
                        Optional.empty(),
                        Optional.of(List.of("term-change:REVENUE_SHARE"))));

        score.alert(Alerts.term("id-1", AlertKind.TERM_CHANGE, "REVENUE_SHARE", "a-1"));

        assertThat(score.result().right()).isEqualTo(1);
    }

    private void label(String articleId, String story, String... expected) {
        score.label(
                articleId,
                new ArticleLabels(
                        Optional.of(List.of("Microsoft", "OpenAI")),
                        Optional.of(story),
                        Optional.of(List.of(expected))));
    }
}
