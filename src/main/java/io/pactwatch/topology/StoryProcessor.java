package io.pactwatch.topology;

import io.pactwatch.analysis.ArticleAnalysis;
import io.pactwatch.metrics.MonitorMetrics;
import io.pactwatch.signal.SignalSettings;
import io.pactwatch.signal.StoryClusters;
import io.pactwatch.signal.StoryDay;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;

/** Finds the story of an analysis; keeps the articles of recent days and the watermark of the partnership. */
final class StoryProcessor implements Processor<String, ArticleAnalysis, String, Detection> {
    private final StoryClusters clusters;
    private final Duration retention;
    private final MonitorMetrics metrics;
    private ProcessorContext<String, Detection> context;
    private KeyValueStore<String, Long> watermarks;
    private KeyValueStore<String, StoryDay> stories;

    StoryProcessor(SignalSettings settings, MonitorMetrics metrics) {
        this.clusters = new StoryClusters(settings);
        this.retention = settings.lateness().plus(settings.storyWindow().multipliedBy(2));
        this.metrics = metrics;
    }

    @Override
    public void init(ProcessorContext<String, Detection> processorContext) {
        context = processorContext;
        watermarks = context.getStateStore(Stores.WATERMARKS);
        stories = context.getStateStore(Stores.STORIES);
    }

    @Override
    public void process(Record<String, ArticleAnalysis> record) {
        ArticleAnalysis analysis = record.value();
        String partnership = record.key();
        Instant watermark = advance(partnership, analysis.publishedAt());
        StoryClusters.Assignment assignment =
                clusters.assign(window(partnership, analysis.publishedAt()), analysis, watermark);
        assignment.changed().forEach((day, story) -> stories.put(key(partnership, day), story));
        metrics.story(assignment.report().retelling());
        context.forward(record.withValue(Detection.of(assignment.report())));
    }

    /** Moves the watermark of the partnership, and forgets the days that no article can reach any more. */
    private Instant advance(String partnership, Instant publishedAt) {
        Optional<Instant> before =
                Optional.ofNullable(watermarks.get(partnership)).map(Instant::ofEpochMilli);
        if (before.isPresent() && !publishedAt.isAfter(before.get())) {
            return before.get();
        }
        watermarks.put(partnership, publishedAt.toEpochMilli());
        LocalDate oldest = day(publishedAt.minus(retention));
        if (before.map(instant -> day(instant.minus(retention)).isBefore(oldest))
                .orElse(false)) {
            forget(partnership, oldest);
        }
        return publishedAt;
    }

    private void forget(String partnership, LocalDate oldest) {
        try (KeyValueIterator<String, StoryDay> days =
                stories.range(key(partnership, LocalDate.EPOCH), key(partnership, oldest.minusDays(1)))) {
            days.forEachRemaining(entry -> stories.delete(entry.key));
        }
    }

    private NavigableMap<LocalDate, StoryDay> window(String partnership, Instant publishedAt) {
        NavigableMap<LocalDate, StoryDay> window = new TreeMap<>();
        try (KeyValueIterator<String, StoryDay> days = stories.range(
                key(partnership, clusters.firstDay(publishedAt)), key(partnership, clusters.lastDay(publishedAt)))) {
            days.forEachRemaining(
                    entry -> window.put(LocalDate.parse(entry.key.substring(partnership.length() + 1)), entry.value));
        }
        return window;
    }

    private static String key(String partnership, LocalDate day) {
        return partnership + "/" + day;
    }

    private static LocalDate day(Instant instant) {
        return LocalDate.ofInstant(instant, ZoneOffset.UTC);
    }
}
