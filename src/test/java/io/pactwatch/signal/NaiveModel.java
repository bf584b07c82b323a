package io.pactwatch.signal;

import io.pactwatch.analysis.ArticleAnalysis;
import io.pactwatch.contract.Claim;
import io.pactwatch.contract.ClaimStatus;
import io.pactwatch.contract.Stage;
import io.pactwatch.contract.TermValue;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.BiPredicate;
import java.util.stream.Collectors;

/**
 * Stories and ledger lines computed from the whole set of articles at once, without state: what the stages must arrive
 * at.
 */
final class NaiveModel {
    private static final Comparator<ArticleAnalysis> BY_PUBLICATION =
            Comparator.comparing(ArticleAnalysis::publishedAt).thenComparing(ArticleAnalysis::articleId);

    private final Map<String, ArticleAnalysis> storyOf = new TreeMap<>();
    private final Collection<ArticleAnalysis> articles;
    private final SignalSettings settings;

    NaiveModel(Collection<Articles> all, SignalSettings settings) {
        this.settings = settings;
        Map<String, ArticleAnalysis> distinct = new TreeMap<>();
        all.forEach(article -> distinct.put(article.analysis().articleId(), article.analysis()));
        articles = distinct.values();
        StorySimilarity similarity = new StorySimilarity(settings.storyWindow());
        for (List<ArticleAnalysis> story :
                components(articles, (a, b) -> similarity.tellSame(StoryMember.alone(a), StoryMember.alone(b)))) {
            ArticleAnalysis first = story.stream().min(BY_PUBLICATION).orElseThrow();
            story.forEach(article -> storyOf.put(article.articleId(), first));
        }
    }

    /** Story id to the ids of its articles. */
    SortedMap<String, TreeSet<String>> stories() {
        SortedMap<String, TreeSet<String>> stories = new TreeMap<>();
        storyOf.forEach((article, first) -> stories.computeIfAbsent(first.articleId(), id -> new TreeSet<>())
                .add(article));
        return stories;
    }

    /** What a change looks like in both models. */
    record Change(
            ClaimStatus status,
            Optional<TermValue> value,
            Instant first,
            Instant last,
            Stage stage,
            SortedSet<String> roots,
            List<String> evidence) {

        static Change of(LedgerChange change) {
            return new Change(
                    change.status(),
                    change.value(),
                    change.firstReported(),
                    change.lastReported(),
                    change.stage(),
                    change.roots().stream().map(Root::root).collect(Collectors.toCollection(TreeSet::new)),
                    change.evidence().stream().map(Citation::articleId).toList());
        }
    }

    private record Statement(ArticleAnalysis article, Claim claim) {}

    /** The changes of the line of a term whose claims all give their value. */
    Set<Change> changes(String term) {
        List<Statement> statements = articles.stream()
                .flatMap(article -> article.claims().stream()
                        .filter(claim -> claim.term().equals(term) && claim.status() != ClaimStatus.RUMOURED)
                        .map(claim -> new Statement(article, claim)))
                .toList();
        return components(statements, this::oneChange).stream()
                .map(this::change)
                .collect(Collectors.toSet());
    }

    private boolean oneChange(Statement one, Statement other) {
        Duration apart = Duration.between(one.article.publishedAt(), other.article.publishedAt())
                .abs();
        return one.claim.value().equals(other.claim.value())
                && apart.compareTo(settings.storyWindow()) <= 0
                && ClaimKind.of(one.claim.status()).equals(ClaimKind.of(other.claim.status()));
    }

    private Change change(List<Statement> group) {
        List<ArticleAnalysis> reports = group.stream()
                .map(Statement::article)
                .distinct()
                .sorted(BY_PUBLICATION)
                .toList();
        SortedSet<String> roots = new TreeSet<>();
        for (ArticleAnalysis report : reports) {
            boolean named = report.attribution().origin().isPresent();
            roots.add(RootNames.own(named ? report : storyOf.get(report.articleId())));
        }
        return new Change(
                group.stream()
                        .map(each -> each.claim.status())
                        .max(Comparator.naturalOrder())
                        .orElseThrow(),
                group.get(0).claim.value(),
                reports.get(0).publishedAt(),
                reports.get(reports.size() - 1).publishedAt(),
                group.stream()
                        .map(each -> each.claim.stage())
                        .max(Comparator.naturalOrder())
                        .orElseThrow(),
                roots,
                reports.stream()
                        .map(ArticleAnalysis::articleId)
                        .limit(ClaimKind.of(group.get(0).claim.status())
                                .orElseThrow()
                                .quotes())
                        .toList());
    }

    private static <T> List<List<T>> components(Collection<T> items, BiPredicate<T, T> related) {
        List<List<T>> components = new ArrayList<>();
        for (T item : items) {
            List<List<T>> joined = components.stream()
                    .filter(component -> component.stream().anyMatch(other -> related.test(item, other)))
                    .toList();
            components.removeAll(joined);
            List<T> merged = new ArrayList<>(List.of(item));
            joined.forEach(merged::addAll);
            components.add(merged);
        }
        return components;
    }
}
