package io.pactwatch.signal;

import io.pactwatch.analysis.ArticleAnalysis;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** State: a sentence that shows a tone, and whom it goes back to. */
public record ToneQuote(Citation citation, String root, boolean anonymous) {
    public ToneQuote {
        Objects.requireNonNull(citation, "citation");
        Objects.requireNonNull(root, "root");
    }

    static Optional<ToneQuote> of(ArticleAnalysis analysis) {
        return analysis.toneEvidence()
                .map(evidence -> new ToneQuote(
                        Citation.of(analysis, evidence),
                        RootNames.own(analysis),
                        analysis.attribution().anonymous()));
    }

    /** The earlier one; the article id decides between quotes of one instant. */
    static Optional<ToneQuote> earliest(Optional<ToneQuote> one, Optional<ToneQuote> other) {
        if (one.isEmpty() || other.isEmpty()) {
            return one.or(() -> other);
        }
        return one.get().compareTime(other.get()) <= 0 ? one : other;
    }

    Root asRoot() {
        return new Root(root, List.of(RootNames.outlet(citation)), anonymous);
    }

    private int compareTime(ToneQuote other) {
        int order = citation.publishedAt().compareTo(other.citation.publishedAt());
        return order != 0 ? order : citation.articleId().compareTo(other.citation.articleId());
    }
}
