package io.pactwatch.cli;

import io.pactwatch.alert.Alert;
import io.pactwatch.alert.AlertKind;
import io.pactwatch.article.Partnership;
import io.pactwatch.article.Party;
import io.pactwatch.feed.ArticleLabels;
import io.pactwatch.signal.Citation;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Compares alerts about terms with what people have noted beside the articles. A fact is a story, a term, and whether
 * the term changes or is negotiated; an alert belongs to the stories of the articles that it quotes, and counts once,
 * as it was when it was opened. Not thread-safe.
 */
final class AlertScore {
    private static final Map<String, AlertKind> KINDS =
            Map.of("term-change", AlertKind.TERM_CHANGE, "negotiation", AlertKind.TERM_NEGOTIATION);

    private final Collection<Partnership> watchlist;
    private final Map<String, String> storyOfArticle = new HashMap<>();
    private final Set<Fact> facts = new HashSet<>();
    private final Set<Fact> found = new HashSet<>();
    private final Set<String> alertIds = new HashSet<>();
    private int hits;
    private int alerts;
    private int right;

    private record Fact(String partnership, String story, AlertKind kind, String term) {}

    /**
     * @param facts labelled facts
     * @param found facts with at least one alert
     * @param alerts alerts about terms
     * @param right alerts that hit a fact
     * @param hits pairs of an alert and a fact that it hits
     */
    record Result(int facts, int found, int alerts, int right, int hits) {
        /** Share of alerts that hit a fact; 0 without alerts. */
        double precision() {
            return share(right, alerts);
        }

        /** Share of facts with an alert; 0 without facts. */
        double recall() {
            return share(found, facts);
        }

        /** One line for people. */
        String text() {
            double both = precision() + recall();
            return String.format(
                    Locale.ROOT,
                    "precision %.3f, recall %.3f, F1 %.3f (%d of %d term alerts right, %d of %d facts found, %.2f"
                            + " alerts per fact)",
                    precision(),
                    recall(),
                    both == 0 ? 0 : 2 * precision() * recall() / both,
                    right,
                    alerts,
                    found,
                    facts,
                    share(hits, found));
        }

        private static double share(int part, int whole) {
            return whole == 0 ? 0 : (double) part / whole;
        }
    }

    AlertScore(Collection<Partnership> watchlist) {
        this.watchlist = watchlist;
    }

    /** Enters the labels of an article. */
    void label(String articleId, ArticleLabels labels) {
        String story = labels.storyCluster().orElse(articleId);
        storyOfArticle.put(articleId, story);
        String partnership = partnership(labels.partnership().orElse(List.of()));
        for (String expected : labels.expectedAlerts().orElse(List.of())) {
            int colon = expected.indexOf(':');
            Optional.ofNullable(KINDS.get(colon < 0 ? "" : expected.substring(0, colon)))
                    .ifPresent(kind -> facts.add(new Fact(partnership, story, kind, expected.substring(colon + 1))));
        }
    }

    /** Enters an alert; all labels must be there by then. */
    void alert(Alert alert) {
        if (!KINDS.containsValue(alert.kind()) || !alertIds.add(alert.id())) {
            return;
        }
        alerts++;
        String term = alert.term().get().name();
        Set<Fact> matches = alert.evidence().stream()
                .map(Citation::articleId)
                .filter(storyOfArticle::containsKey)
                .map(article -> new Fact(alert.partnership().id(), storyOfArticle.get(article), alert.kind(), term))
                .filter(facts::contains)
                .collect(Collectors.toSet());
        right += matches.isEmpty() ? 0 : 1;
        hits += matches.size();
        found.addAll(matches);
    }

    boolean isLabelled() {
        return !storyOfArticle.isEmpty();
    }

    Result result() {
        return new Result(facts.size(), found.size(), alerts, right, hits);
    }

    private String partnership(List<String> names) {
        Set<String> wanted = names.stream().map(AlertScore::folded).collect(Collectors.toSet());
        return watchlist.stream()
                .filter(watched -> watched.parties().stream()
                        .map(Party::name)
                        .map(AlertScore::folded)
                        .collect(Collectors.toSet())
                        .equals(wanted))
                .map(Partnership::id)
                .findFirst()
                .orElse("not watched: " + String.join(" / ", names));
    }

    private static String folded(String name) {
        return name.strip().toLowerCase(Locale.ROOT);
    }
}
