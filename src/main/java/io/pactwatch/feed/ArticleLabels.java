package io.pactwatch.feed;

import io.pactwatch.serde.Json;
import java.util.List;
import java.util.Optional;

/**
 * What a person has noted beside an article.
 *
 * @param partnership names of the two parties that the article is about
 * @param storyCluster articles with the same value retell one story
 * @param expectedAlerts news on terms, {@code term-change:TERM} or {@code negotiation:TERM}, and on the tone,
 *     {@code sentiment-positive} or {@code sentiment-negative}
 */
public record ArticleLabels(
        Optional<List<String>> partnership, Optional<String> storyCluster, Optional<List<String>> expectedAlerts) {

    /** The labels in a message; empty if it has no expected alerts, or labels of another form. */
    public static Optional<ArticleLabels> of(byte[] message) {
        try {
            return Optional.of(Json.read(message, ArticleLabels.class))
                    .filter(labels -> labels.partnership().isPresent()
                            && labels.expectedAlerts().isPresent());
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
