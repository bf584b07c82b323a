package io.pactwatch.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import io.pactwatch.metrics.DeliveryMetrics.Failure;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HttpReplyTest {
    private static final Instant NOW = Instant.parse("2026-03-02T12:00:00Z");

    @ParameterizedTest
    @CsvSource({
        "301, CLIENT, true", "400, REFUSED, false", "401, CLIENT, true", "404, CLIENT, true", "408, THROTTLED, true",
        "413, REFUSED, false", "422, REFUSED, false", "429, THROTTLED, true", "500, SERVER, true", "503, SERVER, true"
    })
    void triesAgainUnlessTheMessageIsAtFault(int status, Failure failure, boolean again) {
        HttpReply reply = new HttpReply(status, Optional.empty());

        assertThat(reply.failure()).contains(failure);
        assertThat(reply.isToBeRetried()).isEqualTo(again);
    }

    @ParameterizedTest
    @ValueSource(ints = {200, 202, 204})
    void takesEverySuccessForOne(int status) {
        assertThat(new HttpReply(status, Optional.empty()).failure()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "0 | 0",
                "120 | 120",
                "999999999 | 3600",
                "Mon, 02 Mar 2026 12:00:30 GMT | 30",
                "Mon, 02 Mar 2026 11:00:00 GMT | 0",
                "Fri, 01 Jan 2100 00:00:00 GMT | 3600"
            })
    void readsSecondsAndDatesWithinAnHour(String text, long seconds) {
        assertThat(RetryAfter.parse(text, NOW)).contains(Duration.ofSeconds(seconds));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "-1", "soon", "9999999999", "1.5", "١٢"})
    void ignoresWhatIsNeither(String text) {
        assertThat(RetryAfter.parse(text, NOW)).isEmpty();
    }

    /** Expected value by {@code printf '1700000000.{}' | openssl dgst -sha256 -hmac key}. */
    @Test
    void signsTimeAndBody() {
        assertThat(Signature.of("key", 1_700_000_000, "{}".getBytes(StandardCharsets.UTF_8)))
                .isEqualTo("sha256=9d713ed406bb7076d4123f0dc2c39d2df5c654ed4b0cd56b52c8b4c940bd63ae");
    }
}
