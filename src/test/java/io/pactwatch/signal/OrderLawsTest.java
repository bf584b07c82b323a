package io.pactwatch.signal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

/** The same set of articles, in any order within the lateness and with repetitions, leaves the same state. */
class OrderLawsTest {
    private static final SignalSettings SETTINGS = SignalSettings.DEFAULTS;

    /** {@code -Dpactwatch.histories=10000} makes the long run. */
    @Test
    void storiesAndLedgerAreThoseOfTheNaiveModel() {
        int histories = Integer.getInteger("pactwatch.histories", 1_000);
        for (long seed = 0; seed < histories; seed++) {
            Histories random = new Histories(seed);
            List<Articles> articles = random.anything();
            Monitor monitor = new Monitor().readAll(random.arrival(articles, SETTINGS));
            NaiveModel model = new NaiveModel(articles, SETTINGS);
            assertThat(monitor.stories()).as("stories of seed %d", seed).isEqualTo(model.stories());
            Set<NaiveModel.Change> changes = monitor.lines.values().stream()
                    .flatMap(line -> line.changes().stream())
                    .map(NaiveModel.Change::of)
                    .collect(Collectors.toSet());
            assertThat(changes).as("ledger of seed %d", seed).isEqualTo(model.changes("EXCLUSIVITY"));
        }
    }

    @Property(tries = 500)
    void stateDoesNotDependOnTheOrder(@ForAll long seed) {
        Histories histories = new Histories(seed);
        List<Articles> articles = histories.anything();
        Monitor one = new Monitor().readAll(histories.arrival(articles, SETTINGS));
        Monitor other = new Monitor().readAll(histories.arrival(articles, SETTINGS));
        assertThat(other.window.members()).isEqualTo(one.window.members());
        assertThat(other.lines).isEqualTo(one.lines);
        assertThat(other.series).isEqualTo(one.series);
    }

    @Property(tries = 500)
    void alertIdsDoNotDependOnTheOrder(@ForAll long seed) {
        Histories histories = new Histories(seed);
        List<Articles> articles = histories.newsAndRetellings();
        Monitor one = new Monitor().readAll(histories.arrival(articles, SETTINGS));
        Monitor other = new Monitor().readAll(histories.arrival(articles, SETTINGS));
        assertThat(other.alertIds).isEqualTo(one.alertIds);
        assertThat(other.lines).isEqualTo(one.lines);
    }

    @Property(tries = 100)
    void aRepeatedArticleChangesNothing(@ForAll long seed) {
        List<Articles> articles = new Histories(seed).anything();
        Monitor monitor = new Monitor().readAll(articles);
        int told = monitor.signals.size();
        var members = monitor.window.members();
        var lines = List.copyOf(monitor.lines.values());
        SentimentSeries series = monitor.series;
        articles.forEach(
                article -> assertThat(monitor.read(article).duplicate()).isTrue());
        assertThat(monitor.signals).hasSize(told);
        assertThat(monitor.window.members()).isEqualTo(members);
        assertThat(List.copyOf(monitor.lines.values())).isEqualTo(lines);
        assertThat(monitor.series).isEqualTo(series);
    }
}
