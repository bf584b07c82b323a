package io.pactwatch.topology;

import static io.pactwatch.testing.Messages.TIME;
import static io.pactwatch.testing.Messages.bytes;
import static org.assertj.core.api.Assertions.assertThat;

import io.pactwatch.alert.Alert;
import io.pactwatch.alert.AlertStatus;
import io.pactwatch.config.MonitorConfig;
import io.pactwatch.signal.LedgerLine;
import io.pactwatch.testing.Messages;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The whole topology over the same events, shuffled within the lateness, repeated, and split over one or three partitions,
 * leaves the same ledger and the same alerts. A partition is a topology of its own: partitions share nothing.
 */
class PartitionsTest {
    private static final int PARTNERSHIPS = 4;

    /** An event with the hours after which it arrives in each of two runs. */
    private record Event(String json, int partnership, Instant at, int[] delays) {}

    @ParameterizedTest
    @ValueSource(longs = {1, 2})
    void leaveTheSameLedgerAndAlerts(long seed) {
        List<Event> events = events(new Random(seed));
        Outcome one = new Outcome(events, 0, 1);
        Outcome other = new Outcome(events, 1, 3);
        assertThat(other.lines).isEqualTo(one.lines);
        assertThat(other.standing()).isEqualTo(one.standing()).hasSizeGreaterThan(10);
        assertThat(other.deadLetters).isEqualTo(one.deadLetters).isEmpty();
    }

    private static List<Event> events(Random random) {
        List<Event> events = new ArrayList<>();
        for (int i = 0; i < 80; i++) {
            Instant at = TIME.plus(Duration.ofDays(30L * random.nextInt(15)).plusHours(random.nextInt(72)));
            int partnership = random.nextInt(PARTNERSHIPS);
            String status = List.of("changed", "new", "negotiating", "in_force", "historical")
                    .get(random.nextInt(5));
            String stage = List.of("announced", "filed", "anonymous_report").get(random.nextInt(3));
            String value =
                    random.nextInt(4) == 0 ? "" : ",\"value\":{\"percent\":" + (20 + 5 * random.nextInt(4)) + "}";
            String end = random.nextInt(4) == 0 ? ",\"validUntil\":\"2025-12-31\"" : "";
            String json =
                    """
                    {"id":"e%d","partnership":"%s","occurredAt":"%s","source":"wire %d",
                     "claims":[{"term":"REVENUE_SHARE","status":"%s","stage":"%s"%s%s,"evidence":"the share"}]}"""
                            .formatted(i, id(partnership), at, random.nextInt(4), status, stage, value, end);
            int hours = (int) MonitorConfig.DEFAULTS.signal().lateness().toHours();
            events.add(new Event(json, partnership, at, new int[] {random.nextInt(hours), random.nextInt(hours)}));
        }
        return events;
    }

    private static String id(int partnership) {
        return "acme" + partnership + "-globex" + partnership;
    }

    /** What the partitions have told together. */
    private static final class Outcome {
        private final Map<String, Alert> alerts = new TreeMap<>();
        private final Map<String, LedgerLine> lines = new TreeMap<>();
        private final List<Backtest.DeadLetter> deadLetters = new ArrayList<>();

        private Outcome(List<Event> events, int run, int partitions) {
            Backtest.Sink sink = new Backtest.Sink(
                    alert -> alerts.put(alert.id(), alert),
                    line -> lines.put(line.partnership().id() + line.key().text(), line),
                    point -> {},
                    decision -> {},
                    deadLetters::add);
            for (int partition = 0; partition < partitions; partition++) {
                try (Backtest backtest = new Backtest(
                        MonitorConfig.DEFAULTS,
                        IntStream.range(0, PARTNERSHIPS)
                                .mapToObj(i -> Messages.partnership("acme" + i, "globex" + i))
                                .toList())) {
                    for (Event event : arriving(events, run)) {
                        if (event.partnership() % partitions == partition) {
                            backtest.event(bytes(event.json()), sink);
                            if (event.delays()[run] % 5 == 0) {
                                backtest.event(bytes(event.json()), sink);
                            }
                        }
                    }
                    for (int i = partition; i < PARTNERSHIPS; i += partitions) {
                        backtest.event(bytes(end(i)), sink);
                    }
                    backtest.advance(Duration.ofDays(2), sink);
                }
            }
        }

        private static List<Event> arriving(List<Event> events, int run) {
            return events.stream()
                    .sorted(Comparator.comparing(event -> event.at().plus(Duration.ofHours(event.delays()[run]))))
                    .toList();
        }

        /** With it, time has come equally far in all partitions. */
        private static String end(int partnership) {
            return """
                    {"id":"end-%1$s","partnership":"%1$s","occurredAt":"%2$s","claims":[{"term":"BOARD_SEAT","status":"in_force",
                     "stage":"announced","evidence":"the seat"}]}"""
                    .formatted(id(partnership), TIME.plus(Duration.ofDays(600)));
        }

        /** The alerts that were told and are not replaced by others, and whether they are over. */
        private Set<String> standing() {
            Set<String> standing = new TreeSet<>();
            alerts.values().stream()
                    .filter(alert -> alert.status() != AlertStatus.RETRACTED)
                    .filter(alert -> !alert.reasons().contains("REPLACED"))
                    .forEach(alert ->
                            standing.add(alert.id() + (alert.status() == AlertStatus.RESOLVED ? " over" : "")));
            return standing;
        }
    }
}
