package io.pactwatch.analysis.terms;

import io.pactwatch.analysis.text.ArticleText;
import io.pactwatch.analysis.text.Span;
import io.pactwatch.contract.Evidence;

/** The quote for a claim: the clauses that hold the rule's words, or less where they are long. */
record EvidenceSpan(Span span) {
    private static final int MAX_UNITS = 240;

    static EvidenceSpan of(RuleMatch match, SentenceView view) {
        Span clauses = view.clausesAround(match.window());
        return new EvidenceSpan(clauses.length() <= MAX_UNITS ? clauses : match.window());
    }

    /** The quote with offsets into the body. */
    Evidence in(ArticleText article) {
        return article.quote(span);
    }
}
