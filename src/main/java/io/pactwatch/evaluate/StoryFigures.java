package io.pactwatch.evaluate;

import io.pactwatch.analysis.ArticleAnalysis;
import io.pactwatch.signal.SignalSettings;
import io.pactwatch.signal.StoryClusters;
import io.pactwatch.signal.StoryMember;
import io.pactwatch.signal.StoryWindow;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * How well articles that retell one story are found: B-cubed (A. Bagga and B. Baldwin, 1998). The precision of an article is
 * the share of its story that is labelled with it, the recall the share of its labelled story that is found with it; the
 * figures are means over all articles. Not thread-safe.
 */
public final class StoryFigures {
    private final SignalSettings settings;
    private final List<Labelled> articles = new ArrayList<>();

    private record Labelled(String id, String label, Instant publishedAt, Optional<ArticleAnalysis> analysis) {}

    /**
     * @param precision in [0,1]
     * @param recall in [0,1]
     */
    public record Score(int articles, double precision, double recall) {
        /** Harmonic mean of both; 0 if both are 0. */
        public double f1() {
            return precision + recall == 0 ? 0 : 2 * precision * recall / (precision + recall);
        }

        /** One line for people. */
        public String text() {
            return String.format(
                    Locale.ROOT,
                    "stories of %d articles: B-cubed precision %.3f, recall %.3f, F1 %.3f",
                    articles,
                    precision,
                    recall,
                    f1());
        }
    }

    public StoryFigures(SignalSettings settings) {
        this.settings = settings;
    }

    /**
     * Enters an article that says which story it tells; others are left out. One that is found to be about another pair, or
     * about none, is a story of its own.
     */
    public void add(LabelledText text, Optional<ArticleAnalysis> analysis) {
        text.story()
                .ifPresent(story -> articles.add(new Labelled(
                        text.article().id(), text.partnership().id() + " " + story, text.publishedAt(), analysis)));
    }

    public Score score() {
        Map<String, String> found = found();
        double precision = 0;
        double recall = 0;
        for (Labelled one : articles) {
            int told = 0;
            int labelled = 0;
            int both = 0;
            for (Labelled other : articles) {
                boolean sameStory = found.get(one.id()).equals(found.get(other.id()));
                boolean sameLabel = one.label().equals(other.label());
                told += sameStory ? 1 : 0;
                labelled += sameLabel ? 1 : 0;
                both += sameStory && sameLabel ? 1 : 0;
            }
            precision += (double) both / told;
            recall += (double) both / labelled;
        }
        int size = Math.max(1, articles.size());
        return new Score(articles.size(), precision / size, recall / size);
    }

    /** The labelled stories that are not found as such, and what is found instead. */
    public List<String> differences() {
        Map<String, String> found = found();
        Map<String, List<String>> byLabel = new TreeMap<>();
        Map<String, List<String>> byStory = new TreeMap<>();
        for (Labelled article : articles) {
            byLabel.computeIfAbsent(article.label(), label -> new ArrayList<>()).add(article.id());
            byStory.computeIfAbsent(found.get(article.id()), story -> new ArrayList<>())
                    .add(article.id());
        }
        List<String> lines = new ArrayList<>();
        byLabel.values().stream()
                .filter(ids -> !byStory.containsValue(ids))
                .forEach(ids -> lines.add("labelled as one story, not found as such: " + String.join(", ", ids)));
        byStory.values().stream()
                .filter(ids -> ids.size() > 1 && !byLabel.containsValue(ids))
                .forEach(ids -> lines.add("found as one story, not labelled as such: " + String.join(", ", ids)));
        return lines;
    }

    /** Article id to the story that is found, in the order of publication. */
    private Map<String, String> found() {
        StoryClusters clusters = new StoryClusters(settings);
        Map<String, StoryWindow> windows = new HashMap<>();
        Map<String, String> found = new HashMap<>();
        List<Labelled> inOrder = articles.stream()
                .sorted(Comparator.comparing(Labelled::publishedAt).thenComparing(Labelled::id))
                .toList();
        for (Labelled article : inOrder) {
            found.put(article.id(), "alone " + article.id());
            article.analysis().ifPresent(analysis -> {
                StoryWindow window =
                        windows.computeIfAbsent(analysis.partnership().id(), id -> new StoryWindow());
                clusters.assign(window, analysis, analysis.publishedAt())
                        .changed()
                        .forEach(window::put);
            });
        }
        windows.forEach((partnership, window) -> {
            for (StoryMember member : window.members()) {
                found.put(member.articleId(), partnership + " " + member.story());
            }
        });
        return found;
    }
}
