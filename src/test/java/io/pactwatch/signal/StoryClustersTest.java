package io.pactwatch.signal;

import static io.pactwatch.signal.Articles.article;
import static io.pactwatch.signal.Articles.claim;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.pactwatch.contract.Claim;
import io.pactwatch.contract.ClaimStatus;
import io.pactwatch.contract.Stage;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class StoryClustersTest {
    private static final double DAY = 24;

    private final Monitor monitor = new Monitor();

    @Test
    void joinsArticlesThatShareNamesAndNumbers() {
        monitor.read(article("a", 0).features("smith", "berlin", "13", "2030"));
        StoryReport report = monitor.read(article("b", 3).features("smith", "13", "2030", "jones", "madrid"));
        assertThat(report.story()).isEqualTo("a");
        assertThat(report.retelling()).isTrue();
        assertThat(report.startedAt()).isEqualTo(Articles.DAY_ZERO);
    }

    @Test
    void findsAShortItemInALongReport() {
        String[] names = new String[40];
        for (int i = 0; i < names.length; i++) {
            names[i] = "name" + (char) ('a' + i % 26) + (i < 26 ? "x" : "y");
        }
        monitor.read(article("long", 0).features(names));
        StoryReport report = monitor.read(article("short", 3).features(names[0], names[1], names[2], names[3]));
        assertThat(report.story()).isEqualTo("long");
    }

    @Test
    void keepsApartWhatSharesOnlyTheUsualNames() {
        monitor.read(article("a", 0).features("smith", "jones", "13", "2030"));
        StoryReport report = monitor.read(article("b", 3).features("smith", "jones", "27", "900"));
        assertThat(report.story()).isEqualTo("b");
        assertThat(report.retelling()).isFalse();
    }

    @Test
    void asksForMoreOverlapWhenTimeHasPassed() {
        monitor.read(article("a", 0).features("smith", "jones", "13", "2030", "x"));
        assertThat(monitor.read(article("b", 2).features("smith", "13", "2030", "u", "v", "w"))
                        .story())
                .isEqualTo("a");
        Monitor other = new Monitor();
        other.read(article("a", 0).features("smith", "jones", "13", "2030", "x"));
        assertThat(other.read(article("b", 13 * DAY).features("smith", "13", "2030", "u", "v", "w"))
                        .story())
                .isEqualTo("b");
    }

    @Test
    void asksForHalfTheOverlapWhereOneOriginIsNamed() {
        String[] report = {"smith", "jones", "13", "2030", "berlin", "x", "y", "z"};
        String[] retelling = {"smith", "13", "2030", "u", "v", "w", "madrid"};
        monitor.read(article("a", 0).features(report).origin("Daily Planet", true));
        assertThat(monitor.read(article("b", 10 * DAY).features(retelling).origin("Daily Planet", true))
                        .story())
                .isEqualTo("a");
        Monitor other = new Monitor();
        other.read(article("a", 0).features(report).origin("Daily Planet", true));
        assertThat(other.read(article("b", 10 * DAY).features(retelling).origin("Other Planet", true))
                        .story())
                .isEqualTo("b");
    }

    @Test
    void countsValuesOfClaimsThatAreSharedAndForgivesThoseThatAreNot() {
        Claim share = claim("REVENUE_SHARE", ClaimStatus.CHANGED, Stage.ANNOUNCED, "a-fifth");
        Claim seat = claim("BOARD_SEAT", ClaimStatus.ENDED, Stage.ANNOUNCED, "none");
        monitor.read(article("a", 0).features("smith", "13", "x", "y").claims(share));
        assertThat(monitor.read(article("b", 3)
                                .features("smith", "13", "u", "v")
                                .claims(share, seat))
                        .story())
                .isEqualTo("a");
        Monitor other = new Monitor();
        other.read(article("a", 0).features("smith", "13", "x", "y"));
        assertThat(other.read(article("b", 3).features("smith", "13", "u", "v")).story())
                .isEqualTo("b");
    }

    @Test
    void takesAnItemWithoutFiguresForTheChangeThatOthersReportOnThatDay() {
        Claim investment = claim("INVESTMENT", ClaimStatus.NEW, Stage.ANNOUNCED, Optional.empty());
        monitor.read(article("a", 0).features("smith", "13", "2030", "berlin").claims(investment));
        assertThat(monitor.read(article("b", 20).features("madrid").claims(investment))
                        .story())
                .isEqualTo("a");
        assertThat(monitor.read(article("c", 60).features("london").claims(investment))
                        .story())
                .isEqualTo("c");
    }

    @Test
    void joinsReportsOfOneChangeThatShareFewNamesWithinTwoDays() {
        Claim stake = claim("EQUITY_STAKE", ClaimStatus.NEW, Stage.ANNOUNCED, Optional.empty());
        monitor.read(article("a", 0).features("27", "smith", "x", "y", "z").claims(stake));
        assertThat(monitor.read(article("b", 40).features("27", "u", "v", "w").claims(stake))
                        .story())
                .isEqualTo("a");
        Monitor other = new Monitor();
        other.read(article("a", 0).features("27", "smith", "x", "y", "z").claims(stake));
        assertThat(other.read(article("b", 60).features("27", "u", "v", "w").claims(stake))
                        .story())
                .isEqualTo("b");
        assertThat(other.read(article("c", 61).features("28", "g", "h", "i").claims(stake))
                        .story())
                .isEqualTo("c");
    }

    @Test
    void joinsTextsOfNearlyOneDayThatSpeakOfTheSameTerms() {
        Claim licence = claim("IP_LICENSE", ClaimStatus.IN_FORCE, Stage.EFFECTIVE, Optional.empty());
        Claim seat = claim("BOARD_SEAT", ClaimStatus.NEGOTIATING, Stage.IN_TALKS, Optional.empty());
        monitor.read(article("a", 0).features("smith", "13", "x", "y", "z").claims(licence, seat));
        assertThat(monitor.read(article("b", 20)
                                .features("smith", "13", "u", "v", "w", "q")
                                .claims(licence, seat))
                        .story())
                .isEqualTo("a");
        assertThat(monitor.read(article("c", 21)
                                .features("smith", "13", "g", "h", "i", "j")
                                .claims(licence))
                        .story())
                .isEqualTo("c");
    }

    @Test
    void keepsApartWhatLiesFurtherApartThanTheStoryWindow() {
        monitor.read(article("a", 0).features("smith", "berlin", "13", "2030"));
        assertThat(monitor.read(article("b", 15 * DAY).features("smith", "berlin", "13", "2030"))
                        .story())
                .isEqualTo("b");
    }

    @Test
    void joinsArticlesThatNameOneOriginAndShareANameOrATerm() {
        monitor.read(article("a", 0).features("smith").origin("daily planet", true));
        assertThat(monitor.read(article("b", 3).features("smith", "u", "v", "w").origin("daily planet", true))
                        .story())
                .isEqualTo("a");
        var claim = claim("EXCLUSIVITY", ClaimStatus.ENDED, Stage.ANNOUNCED, "open");
        monitor.read(article("c", 6).features("u1").origin("wire", false).claims(claim));
        assertThat(monitor.read(article("d", 7)
                                .features("u2")
                                .origin("wire", false)
                                .claims(claim))
                        .story())
                .isEqualTo("c");
    }

    @Test
    void doesNotTakeAKindOfDocumentForAnOrigin() {
        monitor.read(article("a", 0).features("smith").origin("filing", false));
        assertThat(monitor.read(article("b", 3).features("smith").origin("filing", false))
                        .story())
                .isEqualTo("b");
    }

    @Test
    void takesTheRootFromTheOriginThenFromTheEarliestOutlet() {
        monitor.read(article("b", 3).outlet("Second Post").features("smith", "berlin", "13", "2030"));
        StoryReport first =
                monitor.read(article("a", 0).outlet("The First Post").features("smith", "berlin", "13", "2030"));
        assertThat(first.root()).isEqualTo("first post");
        StoryReport third = monitor.read(article("c", 5).features("smith", "berlin", "13", "2030"));
        assertThat(third.root()).isEqualTo("first post");
        StoryReport named = monitor.read(
                article("d", 6).features("smith", "berlin", "13", "2030").origin("daily planet", true));
        assertThat(named.root()).isEqualTo("daily planet");
        assertThat(named.anonymous()).isTrue();
    }

    @Test
    void namesAStoryAfterTheEarliestArticleEvenIfItArrivesLast() {
        monitor.read(article("b", 3).features("smith", "berlin", "13", "2030"));
        StoryReport report = monitor.read(article("a", 0).features("smith", "berlin", "13", "2030"));
        assertThat(report.story()).isEqualTo("a");
        assertThat(report.merged()).containsExactly("b");
        assertThat(monitor.stories()).containsOnlyKeys("a");
    }

    @Test
    void mergesStoriesThatAnArticleConnects() {
        monitor.read(article("a", 0).features("1", "2", "u", "v"));
        monitor.read(article("b", 30).features("3", "4", "y", "z"));
        StoryReport report = monitor.read(article("c", 31).features("1", "2", "3", "4"));
        assertThat(report.merged()).containsExactly("b");
        assertThat(monitor.stories().get("a")).containsExactly("a", "b", "c");
    }

    @Test
    void weighsTheToneOfAStoryByItsArticles() {
        monitor.read(article("a", 0).features("1", "2").tone(0.6));
        monitor.read(article("b", 1).features("1", "2"));
        StoryReport report = monitor.read(article("c", 2).features("1", "2").tone(-0.2));
        assertThat(report.tone()).hasValueSatisfying(tone -> {
            assertThat(tone.score()).isCloseTo(0.2, within(1e-12));
            assertThat(tone.at()).isEqualTo(Articles.DAY_ZERO);
            assertThat(tone.story()).isEqualTo("a");
        });
    }

    @Test
    void recognisesTheSameArticle() {
        Articles article = article("a", 0).features("1", "2").tone(0.6);
        monitor.read(article);
        List<StoryMember> before = monitor.window.members();
        assertThat(monitor.read(article).duplicate()).isTrue();
        assertThat(monitor.window.members()).isEqualTo(before);
    }

    @Test
    void marksWhatIsOlderThanTheLatenessAllows() {
        monitor.read(article("a", 8 * DAY));
        assertThat(monitor.read(article("b", 1 * DAY)).late()).isFalse();
        assertThat(monitor.read(article("c", 1 * DAY - 1)).late()).isTrue();
    }

    @Test
    void boundsTheArticlesOfADay() {
        for (int i = 0; i < StoryClusters.MAX_MEMBERS_PER_DAY + 20; i++) {
            assertThat(monitor.read(article("a" + i, 1)).story()).isEqualTo("a" + i);
        }
        assertThat(monitor.window.size()).isEqualTo(StoryClusters.MAX_MEMBERS_PER_DAY);
    }
}
