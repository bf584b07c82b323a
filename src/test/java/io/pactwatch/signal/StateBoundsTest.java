package io.pactwatch.signal;

import static org.assertj.core.api.Assertions.assertThat;

import io.pactwatch.contract.ClaimStatus;
import io.pactwatch.contract.Stage;
import io.pactwatch.serde.Json;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** The state that one article reads and writes: it survives storage, and does not grow with the history. */
class StateBoundsTest {
    @Test
    void survivesStorage() {
        for (int seed = 0; seed < 20; seed++) {
            Monitor monitor = new Monitor().readAll(new Histories(seed).anything());
            assertThat(Json.read(Json.bytes(monitor.series), SentimentSeries.class))
                    .isEqualTo(monitor.series);
            for (LedgerLine line : monitor.lines.values()) {
                assertThat(Json.read(Json.bytes(line), LedgerLine.class)).isEqualTo(line);
                assertThat(LedgerLine.ofParts(parts(line))).isEqualTo(line);
            }
            for (StoryMember member : monitor.window.members()) {
                assertThat(Json.read(Json.bytes(member), StoryMember.class)).isEqualTo(member);
            }
        }
    }

    @Test
    void doesNotGrowWithTheHistory() {
        Monitor monitor = new Monitor();
        int afterOneYear = 0;
        for (int year = 1; year <= 6; year++) {
            readYear(monitor, year);
            monitor.forget();
            assertThat(monitor.window.size()).isLessThan(60);
            int size = Json.bytes(monitor.series).length
                    + monitor.lines.values().stream()
                            .mapToInt(line -> Json.bytes(line).length)
                            .sum();
            monitor.lines.values().forEach(line -> assertThat(LedgerLine.ofParts(parts(line)))
                    .isEqualTo(line));
            afterOneYear = year == 1 ? size : afterOneYear;
            assertThat(size).isLessThan(afterOneYear * 2).isLessThan(300_000);
        }
    }

    /** As they are stored, in the order of nothing. */
    private static List<LedgerLine> parts(LedgerLine line) {
        List<LedgerLine> parts = new ArrayList<>();
        line.changes().forEach(change -> parts.add(line.part(change)));
        parts.add(line.head());
        Collections.shuffle(parts, new Random(parts.size()));
        return parts;
    }

    private static void readYear(Monitor monitor, int year) {
        Random random = new Random(year);
        List<ClaimStatus> statuses = List.of(ClaimStatus.values());
        for (int i = 0; i < 365; i++) {
            String value = "value-" + random.nextInt(40);
            monitor.read(Articles.article(year + "-" + i, (year * 365.0 + i) * 24)
                    .features("name " + i, "fact " + i, Integer.toString(i))
                    .tone(random.nextDouble() * 2 - 1)
                    .claims(Articles.claim(
                            "EXCLUSIVITY", statuses.get(random.nextInt(statuses.size())), Stage.ANNOUNCED, value)));
        }
    }
}
