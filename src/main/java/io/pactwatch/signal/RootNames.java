package io.pactwatch.signal;

import io.pactwatch.analysis.ArticleAnalysis;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
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
                .or(() -> publisher(analysis.source(), analysis.url()))
                .map(RootNames::normalised)
                .filter(name -> !name.isEmpty())
                .orElse(analysis.articleId());
    }

    /** Who published an article: the outlet that it names, else the host of its address, else its id. */
    static String outlet(ArticleAnalysis analysis) {
        return publisher(analysis.source(), analysis.url()).orElse(analysis.articleId());
    }

    /** Who published the article of a quote, told as by {@link #outlet(ArticleAnalysis)}. */
    static String outlet(Citation quote) {
        return publisher(quote.source(), quote.url()).orElse(quote.articleId());
    }

    private static Optional<String> publisher(Optional<String> source, Optional<String> url) {
        return source.filter(name -> !name.isBlank()).or(() -> url.flatMap(RootNames::host));
    }

    private static Optional<String> host(String url) {
        try {
            return Optional.ofNullable(new URI(url).getHost())
                    .map(host -> host.toLowerCase(Locale.ROOT))
                    .map(host -> host.startsWith("www.") ? host.substring("www.".length()) : host)
                    .filter(host -> !host.isEmpty());
        } catch (URISyntaxException e) {
            return Optional.empty();
        }
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
