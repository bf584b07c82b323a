package io.pactwatch.topology;

import static io.pactwatch.testing.Messages.TIME;
import static io.pactwatch.testing.Messages.article;
import static io.pactwatch.testing.Messages.bytes;
import static org.assertj.core.api.Assertions.assertThat;

import io.pactwatch.alert.Alert;
import io.pactwatch.alert.AlertKind;
import io.pactwatch.alert.AlertSettings;
import io.pactwatch.alert.AlertStatus;
import io.pactwatch.article.Partnership;
import io.pactwatch.contract.Stage;
import io.pactwatch.contract.TermValue;
import io.pactwatch.serde.Json;
import io.pactwatch.signal.LedgerLine;
import io.pactwatch.signal.Root;
import io.pactwatch.testing.Messages;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;

/**
 * The life of alerts under random reports, retellings, talks, denials and kill notices. The model is the monitor itself on
 * what was not withdrawn: a kill notice must leave what there would be if the article had never come.
 */
class AlertLifeTest {
    private static final int TRIES = 200;
    private static final int SEQUENCES = 3 * TRIES;

    private static final AlertSettings PROMPT = new AlertSettings(
            Duration.ZERO,
            Duration.ZERO,
            Duration.ZERO,
            100_000,
            AlertSettings.DEFAULTS.historicalAfter(),
            AlertSettings.DEFAULTS.longestEmbargo());

    /**
     * What an alert tells, whatever its id and the words about its life. Quotes are left out: a retelling that teaches nothing
     * is quoted with the next message, whenever that comes.
     */
    private record Told(
            AlertKind kind,
            Optional<Alert.Term> term,
            Optional<TermValue> before,
            Optional<TermValue> after,
            Optional<Stage> stage,
            List<Root> roots,
            boolean resolved) {
        static Told of(Alert alert) {
            return new Told(
                    alert.kind(),
                    alert.term(),
                    alert.before(),
                    alert.after(),
                    alert.stage(),
                    alert.roots(),
                    alert.status() == AlertStatus.RESOLVED);
        }
    }

    /** One monitor for all tries: each sequence is about a partnership of its own. */
    private static Backtest backtest;

    private static int sequences;

    @BeforeContainer
    static void start() {
        List<Partnership> watchlist = IntStream.range(0, SEQUENCES)
                .mapToObj(i -> Messages.partnership("acme" + i, "globex" + i))
                .toList();
        backtest = new Backtest(Messages.FAST.withAlert(PROMPT), watchlist);
    }

    @AfterContainer
    static void stop() {
        backtest.close();
    }

    /** A message with the id of its event; a kill notice if it has no JSON. */
    private record Message(String id, Instant at, Optional<String> event) {}

    @Property(tries = TRIES)
    void retractedIsFinalAndEveryIdOpensOnce(@ForAll Random random) {
        Run run = new Run(messages(random));
        run.byId.values().forEach(life -> {
            List<AlertStatus> statuses = life.stream().map(Alert::status).toList();
            assertThat(statuses.get(0)).isEqualTo(AlertStatus.OPEN);
            assertThat(statuses.subList(1, statuses.size())).doesNotContain(AlertStatus.OPEN);
            assertThat(statuses.subList(0, statuses.size() - 1)).doesNotContain(AlertStatus.RETRACTED);
        });
        assertThat(run.deadLetters).isEmpty();
    }

    @Property(tries = TRIES)
    void aKillNoticeLeavesWhatThereWouldBeWithoutTheArticle(@ForAll Random random) {
        List<Message> messages = messages(random);
        Set<String> killed = messages.stream()
                .filter(message -> message.event().isEmpty())
                .map(Message::id)
                .collect(Collectors.toCollection(TreeSet::new));
        Run run = new Run(messages);
        Run model = new Run(messages.stream()
                .filter(message -> !killed.contains(message.id()))
                .toList());
        assertThat(run.ledger()).isEqualTo(model.ledger());
        assertThat(run.living()).isEqualTo(model.living());
        run.alerts.stream()
                .filter(alert -> run.isLast(alert) && alert.status() != AlertStatus.RETRACTED)
                .flatMap(alert -> alert.evidence().stream())
                .forEach(quote ->
                        assertThat(killed).doesNotContain(quote.articleId().substring(run.partnership.length() + 1)));
    }

    /** Sixty days with a message every day or two, in the order of their times. */
    private static List<Message> messages(Random random) {
        List<Message> messages = new ArrayList<>();
        int size = 5 + random.nextInt(20);
        for (int i = 0; i < size; i++) {
            Instant at = TIME.plus(Duration.ofHours(6L * i + random.nextInt(6)));
            if (i > 1 && random.nextInt(4) == 0) {
                messages.add(new Message("e" + random.nextInt(i), at, Optional.empty()));
            } else {
                messages.add(new Message("e" + i, at, Optional.of(event(at, random))));
            }
        }
        return messages;
    }

    private static String event(Instant at, Random random) {
        String status = List.of("changed", "changed", "changed", "negotiating", "denied", "historical")
                .get(random.nextInt(6));
        String stage = List.of("anonymous_report", "in_talks", "announced", "filed")
                .get(status.equals("denied") ? 2 : random.nextInt(4));
        return """
                {"id":"ARTICLE","partnership":"PARTNERSHIP","occurredAt":"%s","source":"wire %d",
                 "claims":[{"term":"REVENUE_SHARE","status":"%s","stage":"%s","value":{"percent":%d},
                  "evidence":"the share of the revenue"}]}"""
                .formatted(at, random.nextInt(4), status, stage, 10 + 10 * random.nextInt(2));
    }

    /** The outputs of a monitor. */
    private static final class Run {
        private final List<Alert> alerts = new ArrayList<>();
        private final Map<String, List<Alert>> byId = new TreeMap<>();
        private final Map<String, LedgerLine> lines = new TreeMap<>();
        private final List<Backtest.DeadLetter> deadLetters = new ArrayList<>();

        private final String partnership = "acme" + sequences + "-globex" + sequences++;

        private Run(List<Message> messages) {
            Backtest.Sink sink = new Backtest.Sink(
                    alerts::add,
                    line -> lines.put(line.key().text(), line),
                    point -> {},
                    decision -> {},
                    deadLetters::add);
            for (Message message : messages) {
                String id = partnership + "/" + message.id();
                if (message.event().isPresent()) {
                    String event = message.event().get().replace("PARTNERSHIP", partnership);
                    backtest.event(bytes(event.replace("ARTICLE", id)), sink);
                } else {
                    backtest.article(bytes(article(id, "", message.at()).put("pubStatus", "canceled")), sink);
                }
            }
            alerts.forEach(alert ->
                    byId.computeIfAbsent(alert.id(), id -> new ArrayList<>()).add(alert));
        }

        private boolean isLast(Alert alert) {
            List<Alert> life = byId.get(alert.id());
            return life.get(life.size() - 1) == alert;
        }

        private Set<String> living() {
            Set<String> living = new HashSet<>();
            alerts.stream()
                    .filter(alert -> isLast(alert) && alert.status() != AlertStatus.RETRACTED)
                    .filter(alert -> !alert.reasons().contains("REPLACED"))
                    .forEach(alert -> living.add(comparable(Told.of(alert))));
            return living;
        }

        private Set<String> ledger() {
            Set<String> changes = new HashSet<>();
            lines.values().forEach(line -> line.changes().forEach(change -> changes.add(comparable(change))));
            return changes;
        }

        private String comparable(Object told) {
            return Json.write(told).replace(partnership, "PARTNERSHIP");
        }
    }
}
