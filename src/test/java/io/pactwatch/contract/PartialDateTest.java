package io.pactwatch.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.pactwatch.contract.PartialDate.Precision;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PartialDateTest {
    @ParameterizedTest
    @CsvSource({
        "2026, YEAR, 2026-01-01T00:00:00Z, 2027-01-01T00:00:00Z",
        "2026-06, MONTH, 2026-06-01T00:00:00Z, 2026-07-01T00:00:00Z",
        "2026-06-30, DAY, 2026-06-30T00:00:00Z, 2026-07-01T00:00:00Z",
        "2026-06-30T09:30:00Z, TIME, 2026-06-30T09:30:00Z, 2026-06-30T09:30:00Z"
    })
    void keepsWhatTheSourceGives(String text, Precision precision, Instant start, Instant end) {
        PartialDate date = PartialDate.of(text);

        assertThat(date).isEqualTo(new PartialDate(start, precision));
        assertThat(date.end()).isEqualTo(end);
        assertThat(date.text()).isEqualTo(text);
    }

    @Test
    void midnightIsADay() {
        assertThat(PartialDate.of("2026-06-30T02:00:00+02:00")).isEqualTo(PartialDate.of("2026-06-30"));
    }

    @Test
    void refusesWhatIsNoDate() {
        assertThatThrownBy(() -> PartialDate.of("soon"))
                .hasMessageContaining("'soon' is no year, month, date or ISO 8601 time");
        assertThatThrownBy(() -> new PartialDate(Instant.parse("2026-06-30T00:00:00Z"), Precision.YEAR))
                .hasMessage("start: 2026-06-30T00:00:00Z is not the start of a year");
    }
}
