package io.pactwatch.topology;

import io.pactwatch.analysis.ArticleAnalysis;
import io.pactwatch.analysis.Decision;
import io.pactwatch.metrics.MonitorMetrics;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.processor.PunctuationType;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;

/**
 * Lets a {@link Reading} into the signal stage, or gives the {@link Decision} why not: what is under embargo is held until
 * the clock releases it, and what was withdrawn before it came stays out.
 */
final class AdmissionProcessor implements Processor<String, Reading, String, Object> {
    private static final Duration RELEASE_EVERY = Duration.ofSeconds(1);
    private static final Duration FORGET_EVERY = Duration.ofHours(1);

    /** How long an article that comes after its withdrawal is kept out, in processing time. */
    private static final Duration WITHDRAWN_FOR = Duration.ofDays(90);

    private final Duration longestEmbargo;
    private final MonitorMetrics metrics;
    private ProcessorContext<String, Object> context;
    private KeyValueStore<String, HeldReading> embargoed;
    private KeyValueStore<String, Long> withdrawn;

    AdmissionProcessor(Duration longestEmbargo, MonitorMetrics metrics) {
        this.longestEmbargo = longestEmbargo;
        this.metrics = metrics;
    }

    @Override
    public void init(ProcessorContext<String, Object> processorContext) {
        context = processorContext;
        embargoed = context.getStateStore(Stores.EMBARGOED);
        withdrawn = context.getStateStore(Stores.WITHDRAWN);
        context.schedule(RELEASE_EVERY, PunctuationType.WALL_CLOCK_TIME, this::release);
        context.schedule(FORGET_EVERY, PunctuationType.WALL_CLOCK_TIME, this::forget);
    }

    @Override
    public void process(Record<String, Reading> record) {
        Reading reading = record.value();
        if (reading.isWithdrawal()) {
            withdrawn.put(reading.articleId(), context.currentSystemTimeMs());
            dropHeld(reading.articleId());
            context.forward(record.withValue((Object) reading));
            return;
        }
        Optional<Decision> refusal = refusal(record);
        if (refusal.isPresent()) {
            metrics.decided(refusal.get());
            context.forward(record.withKey(reading.articleId()).withValue((Object) refusal.get()));
        } else {
            context.forward(record.withValue((Object) reading));
        }
    }

    /** Why a reading is not let in now; one under embargo is held. */
    private Optional<Decision> refusal(Record<String, Reading> record) {
        Reading reading = record.value();
        Instant now = Instant.ofEpochMilli(context.currentSystemTimeMs());
        ArticleAnalysis analysis = reading.analysis().orElseThrow();
        if (withdrawn.get(reading.articleId()) != null) {
            return Optional.of(Decision.withdrawn(analysis));
        }
        Optional<Instant> until = reading.embargoedUntil().filter(now::isBefore);
        if (until.isEmpty()) {
            return Optional.empty();
        }
        if (until.get().isAfter(now.plus(longestEmbargo))) {
            return Optional.of(Decision.embargoedTooLong(analysis, until.get()));
        }
        embargoed.put(key(until.get(), analysis), new HeldReading(reading, InputHeaders.trace(record.headers())));
        return Optional.of(Decision.embargoed(analysis, until.get()));
    }

    private void release(long nowMillis) {
        List<KeyValue<String, HeldReading>> due = new ArrayList<>();
        try (KeyValueIterator<String, HeldReading> held = embargoed.range(null, time(nowMillis + 1))) {
            held.forEachRemaining(due::add);
        }
        for (KeyValue<String, HeldReading> held : due) {
            embargoed.delete(held.key);
            Reading reading = held.value.reading();
            ArticleAnalysis analysis = reading.analysis().orElseThrow();
            context.forward(new Record<>(
                    analysis.partnership().id(),
                    (Object) reading,
                    analysis.publishedAt().toEpochMilli(),
                    InputHeaders.released(nowMillis, held.value.trace())));
        }
    }

    private void dropHeld(String articleId) {
        try (KeyValueIterator<String, HeldReading> held = embargoed.all()) {
            held.forEachRemaining(entry -> {
                if (entry.value.reading().articleId().equals(articleId)) {
                    embargoed.delete(entry.key);
                }
            });
        }
    }

    private void forget(long nowMillis) {
        try (KeyValueIterator<String, Long> all = withdrawn.all()) {
            all.forEachRemaining(entry -> {
                if (entry.value < nowMillis - WITHDRAWN_FOR.toMillis()) {
                    withdrawn.delete(entry.key);
                }
            });
        }
    }

    /** Keys of held readings are in the order of their release. */
    private static String key(Instant until, ArticleAnalysis analysis) {
        return time(until.toEpochMilli()) + "/" + analysis.partnership().id() + "/" + analysis.articleId();
    }

    private static String time(long millis) {
        return String.format(Locale.ROOT, "%019d", millis);
    }
}
