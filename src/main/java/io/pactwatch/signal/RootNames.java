package io.pactwatch.signal;

import io.pactwatch.analysis.ArticleAnalysis;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Names of roots, brought to one form, so that an outlet and those who name it as their origin meet. */
final class RootNames {
    /** Origins that name a kind of document, not a source: two texts that name them need not tell the same. */
    private static final Set<String> GENERIC = Set.of(
            "announcement",
            "blog",
            "blog post",
            "court filing",
            "document",
            "filing",
            "internal memo",
            "interview",
            "joint statement",
            "letter",
            "memo",
            "press release",
            "regulatory filing",
            "report",
            "sec filing",
            "spokesman",
            "spokesperson",
            "spokeswoman",
            "statement");

    private static final List<String> ARTICLES = List.of("the ", "le ", "la ", "el ", "die ", "der ", "das ");

    private RootNames() {}

    /** The origin that the article names, else its outlet, else its id. */
    static String own(ArticleAnalysis analysis) {
        return analysis.attribution()
                .origin()
                .or(analysis::source)
                .map(RootNames::normalised)
                .filter(name -> !name.isEmpty())
                .orElse(analysis.articleId());
    }

    static boolean isGeneric(String origin) {
        return GENERIC.contains(normalised(origin));
    }

    /** Lower case, single spaces, without a leading grammatical article. */
    static String normalised(String name) {
        String plain = String.join(" ", name.strip().toLowerCase(Locale.ROOT).split("\\s+"));
        for (String article : ARTICLES) {
            if (plain.startsWith(article) && plain.length() > article.length()) {
                return plain.substring(article.length());
            }
        }
        return plain;
    }
}
