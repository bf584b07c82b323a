package io.pactwatch.topology;

import io.pactwatch.metrics.MonitorMetrics;
import io.pactwatch.signal.SentimentChart;
import io.pactwatch.signal.SentimentShiftDetector;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;

/** Enters the tone of a story into the series of its partnership, or takes that of a withdrawn article out. */
final class SentimentProcessor implements Processor<String, Detection, String, Detection> {
    private final SentimentShiftDetector detector;
    private final MonitorMetrics metrics;
    private ProcessorContext<String, Detection> context;
    private OpenSeries series;

    SentimentProcessor(SentimentShiftDetector detector, MonitorMetrics metrics) {
        this.detector = detector;
        this.metrics = metrics;
    }

    @Override
    public void init(ProcessorContext<String, Detection> processorContext) {
        context = processorContext;
        series = new OpenSeries(context.getStateStore(Stores.SENTIMENT), context.getStateStore(Stores.OBSERVATIONS));
    }

    @Override
    public void process(Record<String, Detection> record) {
        Detection detection = record.value();
        if (detection.report().isEmpty() && detection.retraction().isEmpty()) {
            context.forward(record);
            return;
        }
        SentimentChart before = series.get(record.key());
        SentimentShiftDetector.Observation observation = detection
                .report()
                .map(report ->
                        detector.observe(before, report, detection.watermark().orElseThrow()))
                .orElseGet(() -> detector.retract(before, detection.retraction().orElseThrow()));
        if (observation.chart() != before) {
            series.put(record.key(), observation.chart());
        }
        observation.points().forEach(metrics::sentiment);
        context.forward(record.withValue(
                detection.withSentiment(observation.shifts(), observation.points(), observation.gone())));
    }
}
