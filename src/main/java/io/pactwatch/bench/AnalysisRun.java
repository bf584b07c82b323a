package io.pactwatch.bench;

import io.pactwatch.analysis.ArticleAnalyzer;
import io.pactwatch.article.Article;
import io.pactwatch.article.Partnership;
import io.pactwatch.article.Party;
import io.pactwatch.serde.ArticleReader;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.function.IntFunction;

/**
 * Reading and analysing articles about nobody on the watchlist in one thread, without Kafka: what a watchlist costs those who
 * are not on it.
 */
final class AnalysisRun {
    private static final long SEED = 7;
    private static final Duration WARM_UP = Duration.ofSeconds(2);
    private static final Duration MEASURED = Duration.ofSeconds(2);
    private static final int BATCH = 100;
    private static final List<String> SYLLABLES = List.of(
            "al", "an", "bel", "ber", "cal", "cor", "dan", "del", "el", "far", "gen", "har", "in", "jor", "kal", "lan",
            "mar", "mi", "nor", "op", "par", "qui", "ran", "sol", "tel", "ur", "ver", "wes", "xen", "yor", "zan", "tra",
            "con", "pro");
    private static final List<String> ENDINGS = List.of("", " Systems", " Group", " Energy", " Labs", " Holdings");

    private final IntFunction<byte[]> messages;

    /** @param messages the n-th article */
    AnalysisRun(IntFunction<byte[]> messages) {
        this.messages = messages;
    }

    /** Articles a second of processor time with a watchlist of so many partnerships, the first of which is given. */
    double measure(Partnership first, int partnerships) {
        ArticleAnalyzer analyzer = ArticleAnalyzer.forWatchlist(watchlist(first, partnerships));
        List<byte[]> batch = new ArrayList<>();
        for (int i = 0; i < BATCH; i++) {
            batch.add(messages.apply(i));
        }
        run(analyzer, batch, WARM_UP);
        return run(analyzer, batch, MEASURED);
    }

    private static double run(ArticleAnalyzer analyzer, List<byte[]> batch, Duration time) {
        ThreadMXBean threads = ManagementFactory.getThreadMXBean();
        long start = threads.getCurrentThreadCpuTime();
        long end = start + time.toNanos();
        long articles = 0;
        long now = start;
        while (now < end) {
            for (byte[] message : batch) {
                Article article = ArticleReader.read(message);
                if (!analyzer.analyze(article, Instant.EPOCH).isEmpty()) {
                    throw new IllegalStateException(article.id() + ": concerns the watchlist");
                }
            }
            articles += batch.size();
            now = threads.getCurrentThreadCpuTime();
        }
        return articles / ((now - start) / 1e9);
    }

    /** Made-up companies with names that begin as many words do. */
    static List<Partnership> watchlist(Partnership first, int size) {
        Random random = new Random(SEED);
        List<Partnership> watchlist = new ArrayList<>(List.of(first));
        while (watchlist.size() < size) {
            int number = watchlist.size();
            Party one = party("one-" + number, random);
            Party other = party("other-" + number, random);
            watchlist.add(new Partnership("pair-" + number, one.name() + " / " + other.name(), List.of(one, other)));
        }
        return watchlist;
    }

    private static Party party(String id, Random random) {
        StringBuilder name = new StringBuilder();
        for (int i = 0; i < 4; i++) {
            name.append(SYLLABLES.get(random.nextInt(SYLLABLES.size())));
        }
        String word = name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1);
        return new Party(id, word + ENDINGS.get(random.nextInt(ENDINGS.size())), List.of(), List.of());
    }
}
