package io.pactwatch.topology;

import io.pactwatch.analysis.ArticleAnalysis;
import io.pactwatch.signal.StoryReport;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;

/**
 * The reports that a withdrawal can still take back, in a store by partnership, day and article, with an index from articles
 * to partnerships. Not thread-safe.
 */
final class OpenReports {
    private final KeyValueStore<String, StoryReport> reports;
    private final KeyValueStore<String, Long> articles;

    OpenReports(KeyValueStore<String, StoryReport> reports, KeyValueStore<String, Long> articles) {
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
            reports.put(key(partnership, report.analysis()), report);
            articles.put(
                    index(report.analysis().articleId(), partnership),
                    report.analysis().publishedAt().toEpochMilli());
        }
    }

    /** Forgets the reports of the days before the day of a time. */
    void forgetBefore(String partnership, Instant time) {
        List<KeyValue<String, StoryReport>> old = new ArrayList<>();
        try (KeyValueIterator<String, StoryReport> range =
                reports.range(partnership + "/", partnership + "/" + day(time))) {
            range.forEachRemaining(old::add);
        }
        for (KeyValue<String, StoryReport> report : old) {
            Stores.delete(reports, report.key);
            Stores.delete(articles, index(report.value.analysis().articleId(), partnership));
        }
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
        return reports.delete(partnership + "/" + day(Instant.ofEpochMilli(publishedAt)) + "/" + articleId);
    }

    List<StoryReport> all(String partnership) {
        List<StoryReport> all = new ArrayList<>();
        try (KeyValueIterator<String, StoryReport> range =
                reports.prefixScan(partnership + "/", new StringSerializer())) {
            range.forEachRemaining(entry -> all.add(entry.value));
        }
        return all;
    }

    private static String index(String articleId, String partnership) {
        return articleId + "|" + partnership;
    }

    private static LocalDate day(Instant time) {
        return LocalDate.ofInstant(time, ZoneOffset.UTC);
    }
}
