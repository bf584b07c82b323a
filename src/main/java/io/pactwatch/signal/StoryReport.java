package io.pactwatch.signal;

import io.pactwatch.analysis.ArticleAnalysis;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * An analysis together with the story that it tells.
 *
 * @param analysis the analysis
 * @param story id of the story: the id of its earliest article
 * @param startedAt publication time of the earliest article of the story
 * @param root whom this article goes back to
 * @param anonymous whether that root rests on people who are not named
 * @param storyRoot whom the earliest article of the story goes back to
 * @param retelling whether another article of the story came before, in the order of arrival
 * @param duplicate whether the same article came before
 * @param late whether the article is older than the lateness bound allows
 * @param merged ids of stories that turned out to be this one
 * @param tone the story as one observation of the tone; empty if none of its articles shows a tone, or if this one
 *     came too late in the story to count
 */
public record StoryReport(
        ArticleAnalysis analysis,
        String story,
        Instant startedAt,
        String root,
        boolean anonymous,
        String storyRoot,
        boolean retelling,
        boolean duplicate,
        boolean late,
        List<String> merged,
        Optional<StoryTone> tone) {

    public StoryReport {
        Objects.requireNonNull(analysis, "analysis");
        Objects.requireNonNull(story, "story");
        Objects.requireNonNull(startedAt, "startedAt");
        Objects.requireNonNull(root, "root");
        Objects.requireNonNull(storyRoot, "storyRoot");
        merged = List.copyOf(merged);
        Objects.requireNonNull(tone, "tone");
    }
}
