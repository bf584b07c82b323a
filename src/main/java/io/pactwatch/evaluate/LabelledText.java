package io.pactwatch.evaluate;

import io.pactwatch.article.Article;
import io.pactwatch.article.Partnership;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A text with what a person has noted beside it.
 *
 * @param language as labelled
 * @param tone negative, neutral or positive
 * @param partnership the pair that the labels are about
 * @param story texts with the same value retell one story, where that is noted
 * @param split the part that a passage belongs to; empty for an article. A passage has no title; it then names the pair
 */
public record LabelledText(
        Article article,
        Instant publishedAt,
        String language,
        Partnership partnership,
        String tone,
        List<LabelledClaim> claims,
        Optional<String> story,
        Optional<PassageSplit> split) {
    public LabelledText {
        claims = List.copyOf(claims);
    }
}
