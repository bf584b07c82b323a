package io.pactwatch.feed;

import static org.assertj.core.api.Assertions.assertThat;

import io.pactwatch.article.Partnership;
import io.pactwatch.article.Party;
import io.pactwatch.feed.SampleArticles.Sample;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class SampleArticlesTest {

    @Test
    void standInTheOrderOfPublication() {
        List<Sample> samples = SampleArticles.all();

        assertThat(samples).hasSize(40).isSortedAccordingTo(Comparator.comparing(Sample::publishedAt));
        assertThat(samples).allMatch(sample -> sample.article().publishedAt().isPresent());
    }

    @Test
    void areLabelledWithPartnershipsOfTheirWatchlist() {
        Set<Set<String>> watched = SampleArticles.watchlist().stream()
                .map(Partnership::parties)
                .map(parties -> parties.stream().map(Party::name).collect(Collectors.toSet()))
                .collect(Collectors.toSet());

        assertThat(SampleArticles.all()).allSatisfy(sample -> assertThat(ArticleLabels.of(sample.message())
                        .flatMap(ArticleLabels::partnership)
                        .map(names -> (Set<String>) new HashSet<>(names)))
                .hasValueSatisfying(names -> assertThat(watched).contains(names)));
    }

    @Test
    void haveNoLabelsInAMessageWithout() {
        assertThat(ArticleLabels.of("{\"id\":\"a\",\"body\":\"b\"}".getBytes(StandardCharsets.UTF_8)))
                .isEmpty();
        assertThat(ArticleLabels.of("{\"partnership\":\"a\",\"expectedAlerts\":[]}".getBytes(StandardCharsets.UTF_8)))
                .isEmpty();
    }
}
