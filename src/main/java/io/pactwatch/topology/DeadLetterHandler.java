package io.pactwatch.topology;

import io.pactwatch.metrics.MonitorMetrics;
import io.pactwatch.metrics.MonitorMetrics.Phase;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.errors.DeserializationExceptionHandler;
import org.apache.kafka.streams.errors.ErrorHandlerContext;
import org.apache.kafka.streams.errors.ProcessingExceptionHandler;
import org.apache.kafka.streams.errors.ProductionExceptionHandler;
import org.apache.kafka.streams.processor.api.Record;

/**
 * Sends what cannot be read, processed or written to the dead letters, in all three phases, and lets the stream go on. An
 * outage is not the fault of a record: it fails the stream thread, which keeps the input for later.
 *
 * <p>A dead letter has the key and value of the source record (values over the input limit are cut) and the headers
 * {@code __streams.errors.exception}, {@code .message}, {@code .topic}, {@code .partition}, {@code .offset}, as Kafka
 * Streams names them, and {@code __streams.errors.phase}.
 */
public final class DeadLetterHandler
        implements DeserializationExceptionHandler, ProcessingExceptionHandler, ProductionExceptionHandler {
    static final String METRICS = "pactwatch.metrics";
    static final String MAX_VALUE_BYTES = "pactwatch.dead.letter.max.bytes";
    /** Prefix of the headers of a dead letter. */
    public static final String HEADER = "__streams.errors.";

    private static final int MAX_HEADER_CHARACTERS = 1_000;

    private String topic = "";
    private MonitorMetrics metrics = MonitorMetrics.NONE;
    private int maxValueBytes = Integer.MAX_VALUE;

    @Override
    public void configure(Map<String, ?> configs) {
        topic = Optional.ofNullable(configs.get(StreamsConfig.ERRORS_DEAD_LETTER_QUEUE_TOPIC_NAME_CONFIG))
                .map(Object::toString)
                .orElseThrow(() -> new IllegalArgumentException(
                        StreamsConfig.ERRORS_DEAD_LETTER_QUEUE_TOPIC_NAME_CONFIG + ": missing"));
        metrics = configs.get(METRICS) instanceof MonitorMetrics port ? port : MonitorMetrics.NONE;
        maxValueBytes = configs.get(MAX_VALUE_BYTES) instanceof Integer bytes ? bytes : Integer.MAX_VALUE;
    }

    @Override
    public DeserializationExceptionHandler.Response handleError(
            ErrorHandlerContext context, ConsumerRecord<byte[], byte[]> record, Exception error) {
        return DeserializationExceptionHandler.Response.resume(
                letter(Phase.DESERIALIZATION, context, record.key(), record.value(), error));
    }

    @Override
    public ProcessingExceptionHandler.Response handleError(
            ErrorHandlerContext context, Record<?, ?> record, Exception error) {
        if (isOutage(error)) {
            return ProcessingExceptionHandler.Response.fail();
        }
        return ProcessingExceptionHandler.Response.resume(
                letter(Phase.PROCESSING, context, context.sourceRawKey(), context.sourceRawValue(), error));
    }

    @Override
    public ProductionExceptionHandler.Response handleError(
            ErrorHandlerContext context, ProducerRecord<byte[], byte[]> record, Exception error) {
        if (!(error instanceof RecordTooLargeException) || topic.equals(record.topic())) {
            return ProductionExceptionHandler.Response.fail();
        }
        return ProductionExceptionHandler.Response.resume(
                letter(Phase.PRODUCTION, context, record.key(), record.value(), error));
    }

    @Override
    @SuppressWarnings("rawtypes") // the interface has the raw type
    public ProductionExceptionHandler.Response handleSerializationError(
            ErrorHandlerContext context, ProducerRecord record, Exception error, SerializationExceptionOrigin origin) {
        return ProductionExceptionHandler.Response.resume(
                letter(Phase.PRODUCTION, context, context.sourceRawKey(), context.sourceRawValue(), error));
    }

    /** Errors of Kafka itself, other than about one record, mean that the cluster or the state is not reachable. */
    private static boolean isOutage(Exception error) {
        return error instanceof KafkaException && !(error instanceof SerializationException);
    }

    private List<ProducerRecord<byte[], byte[]>> letter(
            Phase phase, ErrorHandlerContext context, byte[] key, byte[] value, Exception error) {
        metrics.deadLetter(phase);
        RecordHeaders headers = new RecordHeaders();
        Throwable cause = root(error);
        header(headers, "phase", phase.name());
        header(headers, "exception", cause.getClass().getName());
        header(headers, "message", String.valueOf(cause.getMessage()));
        header(headers, "topic", String.valueOf(context.topic()));
        header(headers, "partition", Integer.toString(context.partition()));
        header(headers, "offset", Long.toString(context.offset()));
        return List.of(new ProducerRecord<>(topic, null, null, key, cut(value, headers), headers));
    }

    private byte[] cut(byte[] value, RecordHeaders headers) {
        if (value == null || value.length <= maxValueBytes) {
            return value;
        }
        header(headers, "truncated", Integer.toString(value.length));
        return Arrays.copyOf(value, maxValueBytes);
    }

    private static Throwable root(Throwable error) {
        Throwable cause = error;
        while (cause instanceof SerializationException && cause.getCause() != null) {
            cause = cause.getCause();
        }
        return cause;
    }

    private static void header(RecordHeaders headers, String name, String text) {
        String bounded = text.length() > MAX_HEADER_CHARACTERS ? text.substring(0, MAX_HEADER_CHARACTERS) : text;
        headers.add(HEADER + name, bounded.getBytes(StandardCharsets.UTF_8));
    }
}
