package io.pactwatch.analysis.value;

import static org.assertj.core.api.Assertions.assertThat;

import io.pactwatch.analysis.text.Folding;
import io.pactwatch.analysis.text.Span;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DateScannerTest {
    private static final Instant PUBLISHED = Instant.parse("2025-10-28T09:00:00Z");

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "en | in force until 30 June 2030 | UNTIL 2030-06-30",
                "en | runs through 2030 | UNTIL 2030",
                "en | must be delivered by 2032 | UNTIL 2032",
                "en | until at least March 31, 2027 | UNTIL 2027-03-31",
                "en | from January 2026 | FROM 2026-01",
                "en | effective 2026-04-01 | FROM 2026-04-01",
                "en | as of today | FROM 2025-10-28",
                "en | with immediate effect | FROM 2025-10-28",
                "en | signed last June | AT 2025-06",
                "en | signed last December | AT 2024-12",
                "en | to be renewed next March | AT 2026-03",
                "en | ends on 4 March | UNTIL 2026-03-04",
                "en | starts next year | AT 2026",
                "en | over the next three years | UNTIL 2028",
                "en | within six months | UNTIL 2026-04",
                "en | has five more years to run | UNTIL 2030",
                "en | has three years left | UNTIL 2028",
                "en | for another four and a half years | UNTIL 2030-04",
                "en | until the end of the decade | UNTIL 2030",
                "en | the accord of last September is valid for three years | UNTIL 2028-09",
                "en | the deal, which would have ended in 2029, was extended by three years | UNTIL 2032",
                "en | must not sell for twelve months | LASTING 2026-10",
                "de | läuft noch drei Jahre | UNTIL 2028",
                "de | bis Ende des Jahrzehnts | UNTIL 2030",
                "fr | il reste trois ans | UNTIL 2028",
                "fr | jusqu'à la fin de la décennie | UNTIL 2030",
                "es | le quedan tres años | UNTIL 2028",
                "es | hasta el final de la década | UNTIL 2030",
                "ko | 계약이 3년 남았다 | UNTIL 2028",
                "ko | 2030년이면 끝난다 | UNTIL 2030",
                "ja | 32年まで | UNTIL 2032",
                "zh | 合同还有三年 | UNTIL 2028",
                "de | bis Ende 2032 | UNTIL 2032",
                "de | ab dem 1. Januar 2026 | FROM 2026-01-01",
                "de | im vergangenen Juni | AT 2025-06",
                "de | in den kommenden drei Jahren | UNTIL 2028",
                "de | läuft bis 30.06.2027 | UNTIL 2027-06-30",
                "fr | jusqu'en juin 2030 | UNTIL 2030-06",
                "fr | à partir du 1er janvier 2026 | FROM 2026-01-01",
                "fr | en juin dernier | AT 2025-06",
                "fr | dans les trois prochaines années | UNTIL 2028",
                "fr | l'an prochain | AT 2026",
                "es | hasta finales de 2032 | UNTIL 2032",
                "es | a partir del 1 de junio de 2026 | FROM 2026-06-01",
                "es | el pasado junio | AT 2025-06",
                "es | en los próximos cinco años | UNTIL 2030",
                "ko | 2032년 6월까지 | UNTIL 2032-06",
                "ko | 2026년 1월 1일부터 | FROM 2026-01-01",
                "ko | 다음 달 | AT 2025-11",
                "ko | 지난해 12월 | AT 2024-12",
                "ko | 올해 1월 | AT 2025-01",
                "ko | 지난 1월 | AT 2025-01",
                "ko | 지난 12월 | AT 2024-12",
                "zh | 今年1月 | AT 2025-01",
                "ko | 향후 3년간 | UNTIL 2028",
                "ja | 2030年まで | UNTIL 2030",
                "ja | 2026年4月1日から | FROM 2026-04-01",
                "ja | 来月 | AT 2025-11",
                "ja | 昨年12月 | AT 2024-12",
                "ja | 今後5年間 | UNTIL 2030",
                "zh | 2032年底 | UNTIL 2032",
                "zh | 自2026年1月1日起 | FROM 2026-01-01",
                "zh | 去年6月 | AT 2024-06",
                "zh | 未来三年 | UNTIL 2028",
                "zh | 下个月 | AT 2025-11",
            })
    void resolvesDatesAgainstTheDayOfTheArticle(String language, String text, String expected) {
        assertThat(dates(language, text)).contains(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "the two may part",
        "$2030 a unit",
        "2030 MW",
        "a march on the market",
        "in the second quarter",
        "room 2.5",
        "paid 1.2025 euros",
        "32 June 2030 is no day of June"
    })
    void otherNumbersAndWordsAreNoDays(String text) {
        assertThat(dates("en", text)).noneMatch(date -> date.matches(".*-\\d\\d-\\d\\d"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "extended by three years until 2030 | 2033",
                "the deal until 2029 costs more by three years | 2032",
                "it took three years | 2028",
                "three years ago | 2028",
            })
    void otherSpansOfTimeTellNoEnd(String text, String year) {
        assertThat(dates("en", text)).noneMatch(date -> date.contains(year));
    }

    @Test
    void aLongLineOfDatesIsReadOnce() {
        String text = "until 2030, ".repeat(10_000);

        assertThat(dates("en", text)).hasSize(10_000);
    }

    private static List<String> dates(String language, String text) {
        char[] folded = Folding.fold(text);
        Span all = new Span(0, text.length());
        return new DateScanner(language, PUBLISHED)
                .scan(folded, all, new ValueScanner(language).scan(folded, all)).stream()
                        .map(found -> found.part() + " " + found.date().text())
                        .toList();
    }
}
