package io.pactwatch.topology;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;

/** The headers that travel with a record from input to alert; others are dropped at the first stage. */
final class InputHeaders {
    private static final String RECEIVED_AT = "pactwatch_received_at";
    private static final String TRACE_PARENT = "traceparent";
    private static final int TRACE_PARENT_LENGTH = 55;

    private InputHeaders() {}

    /** Headers for what was held back and is released now, with the trace context of the input that caused it. */
    static Headers released(long nowMillis, Optional<String> trace) {
        Headers input = new RecordHeaders();
        trace.ifPresent(context -> input.add(TRACE_PARENT, context.getBytes(StandardCharsets.US_ASCII)));
        return received(input, nowMillis);
    }

    /** The trace context of an input, if it has one. */
    static Optional<String> trace(Headers headers) {
        return Optional.ofNullable(headers.lastHeader(TRACE_PARENT))
                .map(header -> new String(header.value(), StandardCharsets.US_ASCII));
    }

    /** Headers for what an input causes: when it was received (ms), and its W3C trace context if it has one. */
    static Headers received(Headers input, long nowMillis) {
        Headers headers =
                new RecordHeaders().add(RECEIVED_AT, Long.toString(nowMillis).getBytes(StandardCharsets.US_ASCII));
        Header trace = input.lastHeader(TRACE_PARENT);
        if (trace != null && trace.value() != null && trace.value().length == TRACE_PARENT_LENGTH) {
            headers.add(trace);
        }
        return headers;
    }

    /** Time since the input was received. */
    static Optional<Duration> age(Headers headers, long nowMillis) {
        return Optional.ofNullable(headers.lastHeader(RECEIVED_AT))
                .map(header -> new String(header.value(), StandardCharsets.US_ASCII))
                .map(text -> Duration.ofMillis(Math.max(0, nowMillis - Long.parseLong(text))));
    }
}
