package io.pactwatch.topology;

import io.pactwatch.signal.Activity;
import io.pactwatch.signal.Signal;
import io.pactwatch.signal.SilenceDetector;
import io.pactwatch.signal.StoryReport;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;

/**
 * Keeps the days on which each partnership had input, and notices a silence when the event time of any input of the partition
 * shows that it has lasted.
 */
final class SilenceProcessor implements Processor<String, Detection, String, Detection> {
    private static final int MOST_DECODED = 1_000;

    private final SilenceDetector detector;
    private ProcessorContext<String, Detection> context;
    private DecodedValues<Activity> activities;
    private DueTimes due;

    SilenceProcessor(SilenceDetector detector) {
        this.detector = detector;
    }

    @Override
    public void init(ProcessorContext<String, Detection> processorContext) {
        context = processorContext;
        activities = new DecodedValues<>(context.getStateStore(Stores.ACTIVITY), MOST_DECODED);
        due = new DueTimes(context.getStateStore(Stores.QUIET));
    }

    @Override
    public void process(Record<String, Detection> record) {
        Instant now = Instant.ofEpochMilli(context.currentStreamTimeMs());
        for (DueTimes.Due silent : due.take(now)) {
            Activity activity = activities.get(silent.key()).orElseThrow();
            List<Signal> signals = detector.elapse(activity, silent.at().minusMillis(1), now);
            if (!signals.isEmpty()) {
                context.forward(record.withKey(silent.key()).withValue(Detection.ofTime(signals)));
            }
        }
        Detection detection = record.value();
        context.forward(record.withValue(detection
                .report()
                .map(report -> detection.withSignals(observe(record.key(), report, now)))
                .orElse(detection)));
    }

    private List<Signal> observe(String partnership, StoryReport report, Instant now) {
        Activity before = activities
                .get(partnership)
                .orElseGet(() -> Activity.none(report.analysis().partnership()));
        SilenceDetector.Observation observation = detector.observe(before, report, now);
        if (!observation.activity().equals(before)) {
            activities.put(partnership, observation.activity());
            Optional<Instant> dueBefore = detector.dueTime(before);
            Optional<Instant> dueAfter = detector.dueTime(observation.activity());
            if (!dueBefore.equals(dueAfter)) {
                dueBefore.ifPresent(time -> due.remove(time, partnership));
                dueAfter.filter(now::isBefore).ifPresent(time -> due.add(time, partnership));
            }
        }
        return observation.signals();
    }
}
