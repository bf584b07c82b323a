package io.pactwatch.topology;

import io.pactwatch.analysis.ArticleAnalysis;
import io.pactwatch.serde.Json;
import io.pactwatch.signal.StoryReport;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Objects;
import java.util.TreeSet;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;

/**
 * The reports that a withdrawal can still take back, in a store by partnership, day and article, with an index from articles
 * to partnerships. They are stored as JSON that only a withdrawal reads: what is forgotten is never decoded. The days with
 * reports of the partnerships that were used last are known in memory, so that a search begins at a day and not among what
 * was deleted before it. Not thread-safe.
 */
final class OpenReports {
    /** Partnerships whose days are known, of about 36 days each. */
    private static final int MOST_LISTED = 1_000;

    private final KeyValueStore<String, byte[]> reports;
    private final KeyValueStore<String, Long> articles;
    private final Map<String, NavigableSet<LocalDate>> days = new LatestUsed<>(MOST_LISTED);

    OpenReports(KeyValueStore<String, byte[]> reports, KeyValueStore<String, Long> articles) {
        this.reports = reports;
        this.articles = articles;
    }

    /** Keys of one partnership are in the order of days. */
    static String key(String partnership, ArticleAnalysis analysis) {
        return partnership + "/" + day(analysis.publishedAt()) + "/" + analysis.articleId();
    }

    /** Publication time from which on no report is missing once those from before a time were forgotten. */
    static Instant completeSince(Instant forgottenBefore) {
        return day(forgottenBefore).atStartOfDay(ZoneOffset.UTC).toInstant();
    }

    /** Keeps a report; of an article that came before, the first one stays. */
    void enter(String partnership, StoryReport report) {
        if (!report.duplicate()) {
            reports.put(key(partnership, report.analysis()), Json.bytes(report));
            articles.put(
                    index(report.analysis().articleId(), partnership),
                    report.analysis().publishedAt().toEpochMilli());
            NavigableSet<LocalDate> listed = days.get(partnership);
            if (listed != null) {
                listed.add(day(report.analysis().publishedAt()));
            }
        }
    }

    /** Forgets the reports of the days before the day of a time. */
    void forgetBefore(String partnership, Instant time) {
        NavigableSet<LocalDate> old =
                days.computeIfAbsent(partnership, this::readDays).headSet(day(time), false);
        old.forEach(day -> forget(partnership, partnership + "/" + day + "/"));
        old.clear();
    }

    private void forget(String partnership, String prefix) {
        List<String> keys = new ArrayList<>();
        try (KeyValueIterator<String, byte[]> found = reports.prefixScan(prefix, new StringSerializer())) {
            found.forEachRemaining(entry -> keys.add(entry.key));
        }
        for (String key : keys) {
            Stores.delete(reports, key);
            Stores.delete(articles, index(key.substring(prefix.length()), partnership));
        }
    }

    private NavigableSet<LocalDate> readDays(String partnership) {
        NavigableSet<LocalDate> read = new TreeSet<>();
        String prefix = partnership + "/";
        try (KeyValueIterator<String, byte[]> found = reports.prefixScan(prefix, new StringSerializer())) {
            found.forEachRemaining(entry -> {
                String day = entry.key.substring(prefix.length(), entry.key.indexOf('/', prefix.length()));
                read.add(LocalDate.parse(day));
            });
        }
        return read;
    }

    /** The partnerships that an article was about, as far as its reports are open. */
    List<String> partnershipsOf(String articleId) {
        String prefix = articleId + "|";
        List<String> partnerships = new ArrayList<>();
        try (KeyValueIterator<String, Long> found = articles.prefixScan(prefix, new StringSerializer())) {
            found.forEachRemaining(entry -> partnerships.add(entry.key.substring(prefix.length())));
        }
        // What still holds a bar belongs to an article whose id starts with this one and a bar.
        partnerships.removeIf(partnership -> partnership.contains("|"));
        return partnerships;
    }

    /** Takes out a report that is there. */
    StoryReport remove(String partnership, String articleId) {
        long publishedAt = Objects.requireNonNull(articles.delete(index(articleId, partnership)), "report");
        return read(reports.delete(partnership + "/" + day(Instant.ofEpochMilli(publishedAt)) + "/" + articleId));
    }

    List<StoryReport> all(String partnership) {
        List<StoryReport> all = new ArrayList<>();
        try (KeyValueIterator<String, byte[]> range = reports.prefixScan(partnership + "/", new StringSerializer())) {
            range.forEachRemaining(entry -> all.add(read(entry.value)));
        }
        return all;
    }

    private static StoryReport read(byte[] report) {
        return Json.read(report, StoryReport.class);
    }

    private static String index(String articleId, String partnership) {
        return articleId + "|" + partnership;
    }

    private static LocalDate day(Instant time) {
        return LocalDate.ofInstant(time, ZoneOffset.UTC);
    }
}
