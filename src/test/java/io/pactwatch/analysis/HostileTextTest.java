package io.pactwatch.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import io.pactwatch.analysis.terms.ClaimExtractor;
import java.time.Duration;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Texts made to cost time: work is linear, claims are few. */
class HostileTextTest {
    private static final Duration PLENTY = Duration.ofSeconds(20);

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Northwind will invest $5 billion in Ostara, | 10000",
                "up from $3 billion to $4 billion, | 10000",
                "next year, until 2030, last June, | 5000",
                "and Northwind grants Ostara an exclusive licence, | 5000",
                "Northwind agreed to pay Ostara 20% of its revenue. | 5000",
                "of Northwind's by to Ostara by | 5000",
                "오스타라는 노스윈드에 2500억 달러를 3년간 2032년까지 | 5000",
                "五三年未来两年 | 10000",
            })
    void manyPartsAreReadInTimeAndGiveFewClaims(String part, int times) {
        String body = "Northwind and Ostara met on Monday. " + (part + " ").repeat(times);

        Assertions.assertTimeoutPreemptively(
                PLENTY, () -> assertThat(Pairs.claims(body)).hasSizeLessThanOrEqualTo(ClaimExtractor.MAX_CLAIMS));
    }
}
