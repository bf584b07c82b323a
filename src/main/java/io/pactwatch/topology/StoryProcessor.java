package io.pactwatch.topology;

import io.pactwatch.analysis.ArticleAnalysis;
import io.pactwatch.metrics.MonitorMetrics;
import io.pactwatch.signal.Retraction;
import io.pactwatch.signal.SignalSettings;
import io.pactwatch.signal.StoryClusters;
import io.pactwatch.signal.StoryMember;
import io.pactwatch.signal.StoryReport;
import io.pactwatch.signal.StoryWindow;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;

/**
 * Finds the story of an analysis, or takes a withdrawn article out of its story; keeps the recent articles and the watermark
 * of each partnership. The windows that were used
 * last stay decoded in memory; the store is what counts, and a task that starts again reads it again.
 */
final class StoryProcessor implements Processor<String, Reading, String, Detection> {
    /** Articles in decoded windows, of about 2 KB each; beyond it the window that was used longest ago goes. */
    private static final int MAX_DECODED = 20_000;

    private final StoryClusters clusters;
    private final MonitorMetrics metrics;
    private final Map<String, StoryWindow> windows = new LinkedHashMap<>(16, 0.75f, true);
    private int decoded;
    private ProcessorContext<String, Detection> context;
    private KeyValueStore<String, Long> watermarks;
    private KeyValueStore<String, StoryMember> stories;
    private OpenReports reports;

    StoryProcessor(SignalSettings settings, MonitorMetrics metrics) {
        this.clusters = new StoryClusters(settings);
        this.metrics = metrics;
    }

    @Override
    public void init(ProcessorContext<String, Detection> processorContext) {
        context = processorContext;
        watermarks = context.getStateStore(Stores.WATERMARKS);
        stories = context.getStateStore(Stores.STORIES);
        reports = new OpenReports(context.getStateStore(Stores.REPORTS), context.getStateStore(Stores.ARTICLES));
        windows.clear();
        decoded = 0;
    }

    @Override
    public void process(Record<String, Reading> record) {
        Reading reading = record.value();
        if (reading.isWithdrawal()) {
            for (String partnership : reports.partnershipsOf(reading.articleId())) {
                Retraction retraction = retract(partnership, reading.articleId());
                context.forward(record.withKey(partnership).withValue(Detection.of(retraction)));
            }
            context.forward(record.withValue(Detection.withdrawal(reading.articleId())));
        } else {
            context.forward(
                    record.withValue(enter(record.key(), reading.analysis().orElseThrow())));
        }
    }

    private Detection enter(String partnership, ArticleAnalysis analysis) {
        StoryWindow window = windows.computeIfAbsent(partnership, this::read);
        int before = window.size();
        Instant watermark = advance(partnership, window, analysis.publishedAt());
        StoryClusters.Assignment assignment = clusters.assign(window, analysis, watermark);
        for (StoryMember member : assignment.changed()) {
            window.put(member);
            stories.put(key(partnership, member), member);
        }
        decoded += window.size() - before;
        evict(partnership);
        metrics.story(partnership, assignment.report().retelling());
        reports.enter(partnership, assignment.report());
        return Detection.of(assignment.report(), watermark);
    }

    /** Takes an article out of the window; the stories that are left are found again. */
    private Retraction retract(String partnership, String articleId) {
        StoryWindow window = windows.computeIfAbsent(partnership, this::read);
        StoryReport removed = clusters.review(window, reports.remove(partnership, articleId));
        decoded -= window.size();
        List<StoryMember> regrouped = clusters.remove(window, articleId);
        decoded += window.size();
        Stores.delete(stories, OpenReports.key(partnership, removed.analysis()));
        regrouped.forEach(member -> stories.put(key(partnership, member), member));
        List<StoryReport> open = reports.all(partnership).stream()
                .map(report -> clusters.review(window, report))
                .sorted(Comparator.comparing(
                                (StoryReport report) -> report.analysis().publishedAt())
                        .thenComparing(report -> report.analysis().articleId()))
                .toList();
        Set<String> ids = regrouped.stream().map(StoryMember::articleId).collect(Collectors.toSet());
        Instant needed = clusters.neededSince(Instant.ofEpochMilli(watermarks.get(partnership)));
        return new Retraction(removed, ids, open, OpenReports.completeSince(needed));
    }

    /** Moves the watermark of the partnership, and once a day forgets the articles that no other can reach any more. */
    private Instant advance(String partnership, StoryWindow window, Instant publishedAt) {
        Optional<Instant> before =
                Optional.ofNullable(watermarks.get(partnership)).map(Instant::ofEpochMilli);
        if (before.isPresent() && !publishedAt.isAfter(before.get())) {
            return before.get();
        }
        watermarks.put(partnership, publishedAt.toEpochMilli());
        Instant needed = clusters.neededSince(publishedAt);
        boolean due = before.map(clusters::neededSince)
                .map(last -> needed.truncatedTo(ChronoUnit.DAYS).isAfter(last))
                .orElse(false);
        if (due) {
            window.forgetBefore(needed).forEach(member -> Stores.delete(stories, key(partnership, member)));
            reports.forgetBefore(partnership, needed);
        }
        return publishedAt;
    }

    private StoryWindow read(String partnership) {
        List<StoryMember> members = new ArrayList<>();
        try (KeyValueIterator<String, StoryMember> all =
                stories.prefixScan(partnership + "/", new StringSerializer())) {
            all.forEachRemaining(entry -> members.add(entry.value));
        }
        decoded += members.size();
        return StoryWindow.of(members);
    }

    private void evict(String current) {
        Iterator<Map.Entry<String, StoryWindow>> eldest = windows.entrySet().iterator();
        while (decoded > MAX_DECODED && eldest.hasNext()) {
            Map.Entry<String, StoryWindow> entry = eldest.next();
            if (!entry.getKey().equals(current)) {
                decoded -= entry.getValue().size();
                eldest.remove();
            }
        }
    }

    private static String key(String partnership, StoryMember member) {
        LocalDate day = LocalDate.ofInstant(member.publishedAt(), ZoneOffset.UTC);
        return partnership + "/" + day + "/" + member.articleId();
    }
}
