package io.pactwatch.topology;

import io.pactwatch.alert.Alert;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;

/** The attributes of an alert as a CloudEvent 1.0 in binary mode (Kafka protocol binding): {@code ce_*} headers. */
final class CloudEventHeaders {
    private CloudEventHeaders() {}

    /** The headers of the input with those of the alert added. */
    static Headers of(Alert alert, Headers input) {
        Headers headers = new RecordHeaders(input);
        add(headers, "ce_specversion", "1.0");
        add(headers, "ce_id", alert.id() + "/" + alert.detectedAt().toEpochMilli());
        add(headers, "ce_type", "io.pactwatch.alert." + alert.kind().name().toLowerCase(Locale.ROOT));
        add(headers, "ce_source", "/partnerships/" + alert.partnership().id());
        add(headers, "ce_subject", alert.id());
        add(headers, "ce_time", alert.detectedAt().toString());
        add(headers, "content-type", "application/json");
        return headers;
    }

    private static void add(Headers headers, String name, String value) {
        headers.add(name, value.getBytes(StandardCharsets.UTF_8));
    }
}
