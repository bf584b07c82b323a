package io.pactwatch.topology;

import static org.assertj.core.api.Assertions.assertThat;

import io.pactwatch.alert.Alert;
import io.pactwatch.analysis.Decision;
import io.pactwatch.feed.SampleArticles;
import io.pactwatch.feed.SampleArticles.Sample;
import io.pactwatch.serde.ArticleReader;
import io.pactwatch.testing.Messages;
import io.pactwatch.testing.SampleRun;
import io.pactwatch.testing.SeedArticles;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** Every article ends as a quote of an alert or as a decision that says why there is none. */
class OutcomeTest {
    @Test
    void everySampleArticleHasAnOutcome() {
        Set<String> quiet = assertOutcomes(
                SampleArticles.all().stream().map(Sample::message).toList());
        assertThat(quiet).as("articles that raise no alert").hasSizeGreaterThan(5);
    }

    @Test
    void everyRealArticleHasAnOutcome() {
        assertOutcomes(SeedArticles.require().stream().map(Messages::bytes).toList());
    }

    /** Gives the articles that no alert quotes. */
    private static Set<String> assertOutcomes(List<byte[]> messages) {
        SampleRun run = SampleRun.about(messages);
        assertThat(run.deadLetters()).isEmpty();
        Set<String> quiet = new TreeSet<>();
        messages.forEach(message -> quiet.add(ArticleReader.read(message).id()));
        for (Alert alert : run.alerts()) {
            alert.evidence().forEach(quote -> quiet.remove(quote.articleId()));
        }
        assertThat(run.decisions()).extracting(Decision::inputId).containsAll(quiet);
        assertThat(run.decisions())
                .allSatisfy(
                        decision -> assertThat(decision.detail()).isNotBlank().hasLineCount(1));
        return quiet;
    }
}
