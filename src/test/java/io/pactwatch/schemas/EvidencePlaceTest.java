package io.pactwatch.schemas;

import static org.assertj.core.api.Assertions.assertThat;

import io.pactwatch.feed.SampleArticles;
import io.pactwatch.signal.Citation;
import io.pactwatch.testing.SampleRun;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Every quote that is published stands in its article at the offsets that are published with it. */
class EvidencePlaceTest {
    @Test
    void everyQuoteAboutTheSamplesStandsWhereItsOffsetsSay() {
        Map<String, String> bodies = new HashMap<>();
        SampleArticles.all()
                .forEach(sample ->
                        bodies.put(sample.article().id(), sample.article().body()));
        bodies.put("event-1", SampleRun.EVENT_TEXT);
        SampleRun run = SampleRun.of();

        List<Citation> citations = Stream.concat(
                        run.alerts().stream().flatMap(alert -> alert.evidence().stream()),
                        run.ledger().stream()
                                .flatMap(line -> line.changes().stream())
                                .flatMap(change -> change.evidence().stream()))
                .distinct()
                .toList();

        assertThat(citations).extracting(Citation::articleId).contains("event-1");
        assertThat(citations).hasSizeGreaterThan(30).allSatisfy(citation -> {
            String body = bodies.get(citation.articleId());
            int start = body.offsetByCodePoints(0, citation.start());
            int end = body.offsetByCodePoints(0, citation.end());
            assertThat(body.substring(start, end)).isEqualTo(citation.exact());
        });
    }
}
