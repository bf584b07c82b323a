package io.pactwatch.serde;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.pactwatch.article.InvalidInputException;
import io.pactwatch.article.PartnershipEvent;
import io.pactwatch.contract.Claim;
import io.pactwatch.contract.ClaimStatus;
import io.pactwatch.contract.Stage;
import io.pactwatch.contract.TermValue;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EventReaderTest {
    @Test
    void readsClaimsWithTheirPlaceInTheText() {
        PartnershipEvent event = read(
                """
                {"id":"e1","partnership":"kroger-ocado","occurredAt":"2025-12-05","source":"8-K","kind":"filing",
                 "text":"Item 8.01. Kroger will pay Ocado $350 million.",
                 "claims":[{"term":"SETTLEMENT_PAYMENT","status":"new","stage":"filed","payer":"kroger",
                            "value":{"amount":350000000,"currency":"USD"},"evidence":"Kroger will pay Ocado $350 million"}]}""");
        Claim claim = event.claims().get(0);
        assertThat(claim.status()).isEqualTo(ClaimStatus.NEW);
        assertThat(claim.stage()).isEqualTo(Stage.FILED);
        assertThat(claim.value()).contains(new TermValue.Money(new BigDecimal("350000000"), "USD"));
        assertThat(claim.evidence().start()).isEqualTo(11);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"claims\":[]}|partnership: missing",
                "{\"partnership\":\"a-b\"}|claims: missing",
                "{\"partnership\":\"a-b\",\"claims\":[]}|claims: expected a list of 1 to 100 claims",
                "{\"partnership\":\"a-b\",\"claims\":[{\"term\":\"MERGER\"}]}|claims[0]: status: missing",
                "{\"partnership\":\"a-b\",\"claims\":[{\"term\":\"MERGER\",\"status\":\"new\"}]}|claims[0]: evidence: missing",
                "{\"partnership\":\"a-b\",\"claims\":[{\"term\":\"merger\",\"status\":\"new\",\"evidence\":\"x\"}]}|claims[0]: term: 'merger' is not a name in capitals, such as REVENUE_SHARE",
                "{\"partnership\":\"a-b\",\"text\":\"y\",\"claims\":[{\"term\":\"MERGER\",\"status\":\"new\",\"evidence\":\"x\"}]}|claims[0]: evidence: is not a part of the text of the event"
            })
    void namesThePlaceThatIsWrong(String json, String message) {
        assertThatThrownBy(() -> read(json))
                .isInstanceOf(InvalidInputException.class)
                .hasMessage(message);
    }

    @Test
    void listsTheStatusesWhenOneIsUnknown() {
        assertThatThrownBy(
                        () -> read(
                                "{\"partnership\":\"a-b\",\"claims\":[{\"term\":\"MERGER\",\"status\":\"maybe\",\"evidence\":\"x\"}]}"))
                .hasMessageContaining("status: 'maybe' is none of [NEW, CHANGED, ENDED");
    }

    private static PartnershipEvent read(String json) {
        return EventReader.read(json.getBytes(StandardCharsets.UTF_8), 1_000_000);
    }
}
