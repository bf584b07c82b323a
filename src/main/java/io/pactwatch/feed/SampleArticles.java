package io.pactwatch.feed;

import io.pactwatch.article.Article;
import io.pactwatch.article.Partnership;
import io.pactwatch.serde.ArticleReader;
import io.pactwatch.serde.WatchlistReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** The articles and the watchlist that ship with Pactwatch: synthetic texts on public facts. */
public final class SampleArticles {
    private static final String ARTICLES = "/io/pactwatch/samples/articles.jsonl";
    private static final String WATCHLIST = "/io/pactwatch/samples/watchlist.yaml";

    private SampleArticles() {}

    /** An article with the message that it was read from. */
    public record Sample(Article article, byte[] message) {
        public Instant publishedAt() {
            return article.publishedAt().orElse(Instant.EPOCH);
        }
    }

    /** The partnerships that the articles are about. */
    public static List<Partnership> watchlist() {
        return WatchlistReader.readResource(WATCHLIST);
    }

    /** All articles, in the order of publication. */
    public static List<Sample> all() {
        List<Sample> samples = new ArrayList<>();
        try (InputStream in = SampleArticles.class.getResourceAsStream(ARTICLES)) {
            new ArticleFiles(ArticleReader.DEFAULT_MAX_BYTES, false).readLines(in, ARTICLES, new ArticleSink() {
                @Override
                public void article(String place, byte[] message) {
                    samples.add(new Sample(ArticleReader.read(message), message));
                }

                @Override
                public void refused(String place, String reason) {
                    throw new IllegalStateException(place + ": " + reason);
                }
            });
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        samples.sort(Comparator.comparing(Sample::publishedAt));
        return List.copyOf(samples);
    }
}
