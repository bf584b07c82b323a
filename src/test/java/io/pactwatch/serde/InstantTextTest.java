package io.pactwatch.serde;

import static org.assertj.core.api.Assertions.assertThat;

import io.pactwatch.article.InvalidInputException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Locale;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

class InstantTextTest {
    /** Days, hours and minutes that do not exist among them. */
    @Property
    void theUsualFormIsReadAsTheFormatterReadsIt(
            @ForAll @IntRange(max = 9999) int year,
            @ForAll @IntRange(max = 14) int month,
            @ForAll @IntRange(max = 33) int day,
            @ForAll @IntRange(max = 26) int hour,
            @ForAll @IntRange(max = 62) int minute) {
        String text =
                String.format(Locale.ROOT, "%04d-%02d-%02dT%02d:%02d:%02dZ", year, month, day, hour, minute, minute);
        assertThat(read(text)).isEqualTo(parsed(text));
    }

    private static Optional<Instant> read(String text) {
        try {
            return Optional.of(InputJson.instantOf(text, "field"));
        } catch (InvalidInputException e) {
            return Optional.empty();
        }
    }

    private static Optional<Instant> parsed(String text) {
        try {
            return Optional.of(OffsetDateTime.parse(text).toInstant());
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
