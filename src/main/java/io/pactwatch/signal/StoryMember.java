package io.pactwatch.signal;

import io.pactwatch.analysis.ArticleAnalysis;
import io.pactwatch.analysis.Fingerprint;
import io.pactwatch.analysis.Sentiment;
import io.pactwatch.contract.Claim;
import java.time.Instant;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * State: what the story clusters keep of one article. About 1 KB.
 *
 * @param articleId id of the article
 * @param publishedAt its publication time
 * @param story id of its story
 * @param storyStart publication time of the earliest article of its story
 * @param root the origin that the article itself names, else its outlet, else its id
 * @param anonymous whether its origin rests on people who are not named
 * @param origin the origin that the article names
 * @param fingerprint what it is told apart by: names, numbers, and the values of its claims
 * @param terms names of the contract terms that it speaks of
 * @param news names of the terms that it says have changed
 * @param sentiment its tone
 */
public record StoryMember(
        String articleId,
        Instant publishedAt,
        String story,
        Instant storyStart,
        String root,
        boolean anonymous,
        Optional<String> origin,
        Fingerprint fingerprint,
        SortedSet<String> terms,
        SortedSet<String> news,
        Optional<Sentiment> sentiment) {

    /** Order of publication; the id decides between articles of one instant. */
    static final Comparator<StoryMember> BY_PUBLICATION =
            Comparator.comparing(StoryMember::publishedAt).thenComparing(StoryMember::articleId);

    public StoryMember {
        Objects.requireNonNull(articleId, "articleId");
        Objects.requireNonNull(publishedAt, "publishedAt");
        Objects.requireNonNull(story, "story");
        Objects.requireNonNull(storyStart, "storyStart");
        Objects.requireNonNull(root, "root");
        Objects.requireNonNull(origin, "origin");
        Objects.requireNonNull(fingerprint, "fingerprint");
        terms = Collections.unmodifiableSortedSet(new TreeSet<>(terms));
        news = news == null ? Collections.emptySortedSet() : Collections.unmodifiableSortedSet(new TreeSet<>(news));
        Objects.requireNonNull(sentiment, "sentiment");
    }

    /** An article that is a story of its own as long as no other tells the same. */
    static StoryMember alone(ArticleAnalysis analysis) {
        SortedSet<String> terms = new TreeSet<>();
        SortedSet<String> news = new TreeSet<>();
        for (Claim claim : analysis.claims()) {
            terms.add(claim.term());
            if (claim.status().isFresh()) {
                news.add(claim.term());
            }
        }
        return new StoryMember(
                analysis.articleId(),
                analysis.publishedAt(),
                analysis.articleId(),
                analysis.publishedAt(),
                RootNames.own(analysis),
                analysis.attribution().anonymous(),
                analysis.attribution().origin(),
                withValues(analysis.fingerprint(), analysis.claims()),
                terms,
                news,
                analysis.sentiment());
    }

    /** What an article says of its terms tells its story, but not what was or is so anyway. */
    private static Fingerprint withValues(Fingerprint fingerprint, List<Claim> claims) {
        SortedSet<String> features = new TreeSet<>(fingerprint.features());
        for (Claim claim : claims) {
            boolean background =
                    switch (claim.status()) {
                        case HISTORICAL, IN_FORCE, REAFFIRMED -> true;
                        case NEW, CHANGED, ENDED, NEGOTIATING, RUMOURED, DENIED -> false;
                    };
            if (!background && claim.value().isPresent() && features.size() < Fingerprint.MAX_FEATURES) {
                features.add(StorySimilarity.CLAIM + claim.term() + "="
                        + claim.value().get().display());
            }
        }
        return new Fingerprint(features);
    }

    StoryMember in(String otherStory, Instant start) {
        return new StoryMember(
                articleId,
                publishedAt,
                otherStory,
                start,
                root,
                anonymous,
                origin,
                fingerprint,
                terms,
                news,
                sentiment);
    }
}
