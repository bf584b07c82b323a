package io.pactwatch.evaluate;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PassageSplitTest {
    private static final LocalDate MAY = LocalDate.of(2024, 5, 3);

    @Test
    void passagesOnOnePairStayTogetherWhateverTheOrderTheCaseAndTheDate() {
        assertThat(PassageSplit.key("Renault", "Nissan", MAY)).isEqualTo("nissan|renault");
        assertThat(PassageSplit.of("Renault", "Nissan", MAY))
                .isEqualTo(PassageSplit.of(" nissan", "RENAULT", MAY.plusYears(1)));
    }

    @Test
    void theReferencePairStaysTogetherByMonthInEveryLanguage() {
        assertThat(PassageSplit.key("Microsoft", "OpenAI", MAY)).isEqualTo("microsoft|openai|2024-05");
        assertThat(PassageSplit.key("오픈AI", "MS", MAY.plusDays(20))).isEqualTo("microsoft|openai|2024-05");
        assertThat(PassageSplit.key("OpenAI", "微软", MAY)).isEqualTo("microsoft|openai|2024-05");
        assertThat(PassageSplit.key("マイクロソフト", "オープンAI", MAY)).isEqualTo("microsoft|openai|2024-05");
        assertThat(PassageSplit.key("Microsoft", "OpenAI", MAY.plusMonths(1))).isEqualTo("microsoft|openai|2024-06");
    }

    @Test
    void aFifthIsMeasuredOnAndAFifthChooses() {
        Map<PassageSplit, Long> parts = IntStream.range(0, 5_000)
                .mapToObj(i -> PassageSplit.of("Company " + i, "Partner", MAY))
                .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));

        assertThat(parts.get(PassageSplit.TEST)).isBetween(900L, 1_100L);
        assertThat(parts.get(PassageSplit.VALIDATION)).isBetween(900L, 1_100L);
    }

    @Test
    void thePartOfAPassageNeverChanges() {
        assertThat(PassageSplit.of("Microsoft", "OpenAI", LocalDate.of(2025, 10, 28)))
                .isEqualTo(PassageSplit.of("OpenAI", "Microsoft", LocalDate.of(2025, 10, 1)));
        assertThat(IntStream.rangeClosed(1, 6)
                        .mapToObj(month -> PassageSplit.of("Microsoft", "OpenAI", LocalDate.of(2025, month, 1)))
                        .map(Enum::name)
                        .collect(Collectors.joining(" ")))
                .isEqualTo("TEST VALIDATION VALIDATION TRAIN TEST VALIDATION");
    }
}
