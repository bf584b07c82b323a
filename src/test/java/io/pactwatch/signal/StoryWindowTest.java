package io.pactwatch.signal;

import static org.assertj.core.api.Assertions.assertThat;

import io.pactwatch.contract.ClaimStatus;
import io.pactwatch.contract.Stage;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** A window that articles have come into and gone out of is the one that holds those that are left. */
class StoryWindowTest {
    private final StorySimilarity similarity = new StorySimilarity(SignalSettings.DEFAULTS.storyWindow());

    @Test
    void isTheWindowOfTheArticlesThatAreLeft() {
        int alike = 0;
        for (int seed = 0; seed < 20; seed++) {
            Random random = new Random(seed);
            StoryWindow window = new StoryWindow();
            for (int i = 0; i < 200; i++) {
                StoryMember member = member("a" + i, i * 3.0 - random.nextInt(100), random);
                alike += compare(window, member);
                window.put(member);
                if (random.nextInt(4) == 0) {
                    window.remove("a" + random.nextInt(i + 1));
                }
                if (random.nextInt(10) == 0) {
                    forget(window, member);
                }
            }
        }
        assertThat(alike).isPositive();
    }

    private static void forget(StoryWindow window, StoryMember member) {
        List<StoryMember> before = window.members();
        var time = member.publishedAt().minus(Duration.ofDays(5));
        assertThat(window.forgetBefore(time))
                .isEqualTo(before.stream()
                        .filter(each -> each.publishedAt().isBefore(time))
                        .toList());
        assertThat(window.members())
                .isEqualTo(before.stream()
                        .filter(each -> !each.publishedAt().isBefore(time))
                        .toList());
    }

    private int compare(StoryWindow window, StoryMember member) {
        StoryWindow fresh = StoryWindow.of(window.members());
        LocalDate day = LocalDate.ofInstant(member.publishedAt(), ZoneOffset.UTC);
        assertThat(window.size()).isEqualTo(fresh.size());
        assertThat(window.on(day)).isEqualTo(fresh.on(day));
        assertThat(window.story(member.story())).isEqualTo(fresh.story(member.story()));
        assertThat(window.storiesLike(member, similarity)).isEqualTo(fresh.storiesLike(member, similarity));
        return window.storiesLike(member, similarity).size();
    }

    private static StoryMember member(String id, double hours, Random random) {
        Articles article = Articles.article(id, hours)
                .features(
                        "name " + random.nextInt(4),
                        "other " + random.nextInt(4),
                        Integer.toString(random.nextInt(5)),
                        "usd:" + random.nextInt(5));
        article = random.nextInt(3) == 0 ? article.origin("paper " + random.nextInt(3), true) : article;
        article = random.nextInt(3) == 0
                ? article.claims(Articles.claim("EXCLUSIVITY", ClaimStatus.CHANGED, Stage.ANNOUNCED, "open"))
                : article;
        StoryMember alone = StoryMember.alone(article.analysis());
        return alone.in("story " + random.nextInt(10), alone.publishedAt());
    }
}
