package io.pactwatch.analysis.terms;

import io.pactwatch.analysis.text.ArticleText;
import io.pactwatch.analysis.text.Script;
import io.pactwatch.analysis.text.Span;
import io.pactwatch.contract.Evidence;
import java.util.Set;

/** The quote for a claim: the clauses that hold its words, or less where they are long, without what only joins them. */
record EvidenceSpan(Span span) {
    private static final int MAX_UNITS = 240;
    private static final String CLOSES = "%\"')]\u20AC\u300D$";
    private static final String OPENS = "\"'(\u201C\u2018\u300C$\u20AC\u00A3\u00A5\u20A9";
    private static final Set<String> JOINING = Set.of(
            "and",
            "but",
            "while",
            "whereas",
            "although",
            "though",
            "or",
            "und",
            "aber",
            "doch",
            "sowie",
            "et",
            "mais",
            "y",
            "e",
            "pero",
            "mientras");

    static EvidenceSpan of(RuleMatch match, SentenceView view) {
        Span window = match.window();
        Span clauses = view.clausesAround(window);
        return new EvidenceSpan(clauses.length() <= MAX_UNITS ? clauses : window);
    }

    /** The quote with offsets into the body. */
    Evidence in(ArticleText article) {
        return article.quote(trimmed(article.folded()));
    }

    private Span trimmed(char[] folded) {
        int end = span.end();
        while (end > span.start() && Script.of(folded[end - 1]) == Script.NONE && CLOSES.indexOf(folded[end - 1]) < 0) {
            end--;
        }
        int start = span.start();
        while (start < end && Script.of(folded[start]) == Script.NONE && OPENS.indexOf(folded[start]) < 0) {
            start++;
        }
        int word = start;
        while (word < end && Character.isLetter(folded[word])) {
            word++;
        }
        if (word < end && folded[word] == ' ' && JOINING.contains(new String(folded, start, word - start))) {
            start = word + 1;
        }
        return end > start ? new Span(start, end) : span;
    }
}
