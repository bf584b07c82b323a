package io.pactwatch.signal;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/**
 * An article that its publisher has withdrawn, and what is left of the open window of its partnership without it. The open
 * window reaches back the lateness and two story windows from the newest article.
 *
 * @param removed the article with the story that it told
 * @param regrouped ids of the other articles of that story: without the article it may be another, or several
 * @param open every other article that is still open, with the story that it tells now, in the order of publication
 * @param completeSince publication time from which on no article is missing among the open ones
 */
public record Retraction(StoryReport removed, Set<String> regrouped, List<StoryReport> open, Instant completeSince) {
    public Retraction {
        Objects.requireNonNull(removed, "removed");
        regrouped = Set.copyOf(regrouped);
        open = List.copyOf(open);
        Objects.requireNonNull(completeSince, "completeSince");
    }

    /** Id of the article that was withdrawn. */
    public String articleId() {
        return removed.analysis().articleId();
    }
}
