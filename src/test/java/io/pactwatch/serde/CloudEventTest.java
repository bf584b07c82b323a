package io.pactwatch.serde;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.pactwatch.article.InvalidInputException;
import io.pactwatch.article.PartnershipEvent;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CloudEventTest {
    private static final String CLAIMS =
            "\"partnership\":\"a-b\",\"claims\":[{\"term\":\"MERGER\",\"status\":\"new\",\"evidence\":\"x\"}]";
    private static final Map<String, String> ATTRIBUTES = Map.of(
            "ce_specversion", "1.0",
            "ce_id", "17",
            "ce_source", "/filings",
            "ce_type", "com.example.filing",
            "ce_time", "2025-12-05T10:00:00+02:00",
            "content-type", "application/json; charset=utf-8");

    @Test
    void readsTheStructuredMode() {
        PartnershipEvent event = read(
                new RecordHeaders(),
                """
                {"specversion":"1.0","id":"17","source":"/filings","type":"com.example.filing","time":"2025-12-05T08:00:00Z",
                 "datacontenttype":"application/vnd.filing+json","data":{%s}}"""
                        .formatted(CLAIMS));
        isTheFiling(event);
    }

    @Test
    void readsTheBinaryMode() {
        isTheFiling(read(headers(ATTRIBUTES), "{" + CLAIMS + "}"));
    }

    @Test
    void whatTheEventSaysOfItselfCountsBeforeTheEnvelope() {
        PartnershipEvent event = read(
                headers(ATTRIBUTES),
                "{\"id\":\"e1\",\"source\":\"8-K\",\"kind\":\"filing\",\"occurredAt\":\"2025-12-01\"," + CLAIMS + "}");
        assertThat(event.id()).isEqualTo("e1");
        assertThat(event.source()).isEqualTo("8-K");
        assertThat(event.kind()).isEqualTo("filing");
        assertThat(event.occurredAt()).contains(Instant.parse("2025-12-01T00:00:00Z"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"specversion\":\"0.3\"}|specversion: '0.3' is not 1.0",
                "{\"specversion\":1.0}|specversion: expected text, found number",
                "{\"specversion\":\"1.0\",\"source\":\"s\",\"type\":\"t\",\"data\":{}}|id: missing",
                "{\"specversion\":\"1.0\",\"id\":\"1\",\"source\":\"s\",\"type\":\"t\",\"data\":[]}|data: expected an object, found array",
                "{\"specversion\":\"1.0\",\"id\":\"1\",\"source\":\"s\",\"type\":\"t\",\"data_base64\":\"e30=\"}|data: missing; expected the event as a JSON object (data_base64 is not read)",
                "{\"specversion\":\"1.0\",\"datacontenttype\":\"text/xml\"}|datacontenttype: 'text/xml' is not JSON; expected application/json"
            })
    void namesTheAttributeThatIsWrong(String json, String message) {
        assertThatThrownBy(() -> read(new RecordHeaders(), json))
                .isInstanceOf(InvalidInputException.class)
                .hasMessage(message);
    }

    @Test
    void namesTheHeaderThatIsMissing() {
        assertThatThrownBy(() -> read(headers(Map.of("ce_specversion", "1.0")), "{" + CLAIMS + "}"))
                .isInstanceOf(InvalidInputException.class)
                .hasMessage("ce_id (header): missing");
    }

    private static void isTheFiling(PartnershipEvent event) {
        assertThat(event.id()).isEqualTo("/filings#17");
        assertThat(event.source()).isEqualTo("/filings");
        assertThat(event.kind()).isEqualTo("com.example.filing");
        assertThat(event.occurredAt()).contains(Instant.parse("2025-12-05T08:00:00Z"));
        assertThat(event.partnership()).isEqualTo("a-b");
    }

    private static Headers headers(Map<String, String> attributes) {
        Headers headers = new RecordHeaders();
        attributes.forEach((name, value) -> headers.add(name, value.getBytes(StandardCharsets.UTF_8)));
        return headers;
    }

    private static PartnershipEvent read(Headers headers, String json) {
        return EventReader.read(headers, json.getBytes(StandardCharsets.UTF_8), 1_000_000);
    }
}
