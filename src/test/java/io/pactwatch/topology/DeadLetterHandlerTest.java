package io.pactwatch.topology;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.pactwatch.config.MonitorConfig;
import io.pactwatch.metrics.MonitorMetrics;
import io.pactwatch.schemas.MessageSchemas;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.errors.NotLeaderOrFollowerException;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.streams.errors.DeserializationExceptionHandler;
import org.apache.kafka.streams.errors.ErrorHandlerContext;
import org.apache.kafka.streams.errors.ProcessingExceptionHandler;
import org.apache.kafka.streams.errors.ProductionExceptionHandler;
import org.apache.kafka.streams.processor.TaskId;
import org.apache.kafka.streams.processor.api.Record;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Which failures become dead letters, and which stop the stream, for each phase. */
class DeadLetterHandlerTest {
    private static final byte[] VALUE = "value".getBytes(StandardCharsets.UTF_8);

    private final DeadLetterHandler handler = new DeadLetterHandler();
    private final ErrorHandlerContext context = new Context();

    @BeforeEach
    void configure() {
        Map<String, Object> settings = new HashMap<>();
        StreamSettings.of(MonitorConfig.DEFAULTS, MonitorMetrics.NONE)
                .forEach((name, value) -> settings.put(name.toString(), value));
        settings.put(DeadLetterHandler.MAX_VALUE_BYTES, 10);
        handler.configure(settings);
    }

    @Test
    void aRecordThatCannotBeReadGoesToTheDeadLettersWithItsCauseAndPlace() {
        DeserializationExceptionHandler.Response response = handler.handleError(
                context,
                new ConsumerRecord<>("articles", 2, 7, null, VALUE),
                new SerializationException("outer", new IllegalArgumentException("title: expected text")));
        ProducerRecord<byte[], byte[]> letter = only(response.deadLetterQueueRecords());
        assertThat(letter.topic()).isEqualTo("pactwatch.dead-letters");
        assertThat(letter.value()).isEqualTo(VALUE);
        assertThat(header(letter, "phase")).isEqualTo("DESERIALIZATION");
        assertThat(header(letter, "exception")).isEqualTo(IllegalArgumentException.class.getName());
        assertThat(header(letter, "message")).isEqualTo("title: expected text");
        assertThat(header(letter, "topic")).isEqualTo("articles");
        assertThat(header(letter, "partition")).isEqualTo("2");
        assertThat(header(letter, "offset")).isEqualTo("7");
        assertHeadersAsDescribed(letter);
    }

    @Test
    void aRecordThatCannotBeProcessedGoesToTheDeadLettersAsItArrived() {
        ProcessingExceptionHandler.Response response =
                handler.handleError(context, new Record<>("key", "parsed", 0), new IllegalStateException("broken"));
        ProducerRecord<byte[], byte[]> letter = only(response.deadLetterQueueRecords());
        assertThat(response.result()).isEqualTo(ProcessingExceptionHandler.Result.RESUME);
        assertThat(letter.value()).isEqualTo(VALUE);
        assertThat(header(letter, "phase")).isEqualTo("PROCESSING");
    }

    @Test
    void anOutageDuringProcessingStopsTheStreamAndLosesNothing() {
        ProcessingExceptionHandler.Response response =
                handler.handleError(context, new Record<>("key", "parsed", 0), new TimeoutException("no broker"));
        assertThat(response.result()).isEqualTo(ProcessingExceptionHandler.Result.FAIL);
        assertThat(response.deadLetterQueueRecords()).isEmpty();
    }

    @Test
    void anOutputThatIsTooLargeGoesToTheDeadLettersCut() {
        byte[] large = "0123456789ABCDEF".getBytes(StandardCharsets.UTF_8);
        ProductionExceptionHandler.Response response = handler.handleError(
                context, new ProducerRecord<>("alerts", VALUE, large), new RecordTooLargeException("16 bytes"));
        ProducerRecord<byte[], byte[]> letter = only(response.deadLetterQueueRecords());
        assertThat(new String(letter.value(), StandardCharsets.UTF_8)).isEqualTo("0123456789");
        assertThat(header(letter, "truncated")).isEqualTo("16");
        assertHeadersAsDescribed(letter);
        assertThat(header(letter, "phase")).isEqualTo("PRODUCTION");
    }

    @Test
    void anOutputThatCannotBeWrittenAsJsonGoesToTheDeadLetters() {
        ProductionExceptionHandler.Response response = handler.handleSerializationError(
                context,
                new ProducerRecord<>("alerts", "key", "value"),
                new SerializationException("no JSON"),
                ProductionExceptionHandler.SerializationExceptionOrigin.VALUE);
        assertThat(only(response.deadLetterQueueRecords()).value()).isEqualTo(VALUE);
    }

    @Test
    void anOutageDuringProductionStopsTheStream() {
        ProductionExceptionHandler.Response response = handler.handleError(
                context, new ProducerRecord<>("alerts", VALUE, VALUE), new NotLeaderOrFollowerException("moved"));
        assertThat(response.result()).isEqualTo(ProductionExceptionHandler.Result.FAIL);
    }

    @Test
    void aDeadLetterThatIsItselfTooLargeDoesNotGoRoundInCircles() {
        ProductionExceptionHandler.Response response = handler.handleError(
                context,
                new ProducerRecord<>("pactwatch.dead-letters", VALUE, VALUE),
                new RecordTooLargeException("too large"));
        assertThat(response.result()).isEqualTo(ProductionExceptionHandler.Result.FAIL);
    }

    private static ProducerRecord<byte[], byte[]> only(List<ProducerRecord<byte[], byte[]>> letters) {
        assertThat(letters).hasSize(1);
        return letters.get(0);
    }

    private static String header(ProducerRecord<byte[], byte[]> letter, String name) {
        return Optional.ofNullable(letter.headers().lastHeader(DeadLetterHandler.HEADER + name))
                .map(header -> new String(header.value(), StandardCharsets.UTF_8))
                .orElse("");
    }

    private static void assertHeadersAsDescribed(ProducerRecord<byte[], byte[]> letter) {
        ObjectNode headers = JsonNodeFactory.instance.objectNode();
        letter.headers()
                .forEach(header -> headers.put(header.key(), new String(header.value(), StandardCharsets.UTF_8)));
        assertThat(MessageSchemas.closed().problems("dead-letter-headers", headers))
                .isEmpty();
    }

    /** A record at offset 7 of partition 2. */
    private static final class Context implements ErrorHandlerContext {
        @Override
        public String topic() {
            return "articles";
        }

        @Override
        public int partition() {
            return 2;
        }

        @Override
        public long offset() {
            return 7;
        }

        @Override
        public Headers headers() {
            return new RecordHeaders();
        }

        @Override
        public String processorNodeId() {
            return "analysis-article";
        }

        @Override
        public TaskId taskId() {
            return new TaskId(0, 2);
        }

        @Override
        public long timestamp() {
            return 0;
        }

        @Override
        public byte[] sourceRawKey() {
            return VALUE;
        }

        @Override
        public byte[] sourceRawValue() {
            return VALUE;
        }
    }
}
