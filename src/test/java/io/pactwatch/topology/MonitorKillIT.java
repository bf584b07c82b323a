package io.pactwatch.topology;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.pactwatch.alert.Alert;
import io.pactwatch.analysis.Decision;
import io.pactwatch.article.Partnership;
import io.pactwatch.broker.EmbeddedBroker;
import io.pactwatch.config.MonitorConfig;
import io.pactwatch.metrics.MonitorMetrics;
import io.pactwatch.serde.Json;
import io.pactwatch.signal.Citation;
import io.pactwatch.testing.ChildJvm;
import io.pactwatch.testing.Kafka;
import io.pactwatch.testing.Messages;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A monitor over three partitions, killed in the middle of its work, tells what an undisturbed one tells, and nothing twice. */
class MonitorKillIT {
    private static final int ARTICLES = 300;
    private static final int FIRST_BATCH = 150;
    private static final List<String> PARTIES = List.of("acme", "globex", "initech", "umbra", "tyrell", "vandelay");

    /** Every pair of the parties: 15, so that a line of the ledger has 20 changes. */
    private static final List<Partnership> WATCHLIST = PARTIES.stream()
            .flatMap(first -> PARTIES.stream()
                    .filter(second -> first.compareTo(second) < 0)
                    .map(second -> Messages.partnership(first, second)))
            .toList();

    /** Partitions are read side by side, so which article comes first differs from run to run, and these with it. */
    private static final String[] ORDER_OF_ARRIVAL = {"detectedAt", "status"};

    @TempDir
    static Path folder;

    private static EmbeddedBroker broker;

    @BeforeAll
    static void startBroker() {
        broker = EmbeddedBroker.start(folder.resolve("broker"), 0);
    }

    @AfterAll
    static void stopBroker() {
        broker.close();
    }

    @Test
    void losesNothingAndTellsNothingTwiceWhenItIsKilled() throws Exception {
        Map<String, Alert> undisturbed = undisturbed();
        Map<String, Alert> killed = killed();
        assertThat(undisturbed).hasSizeGreaterThan(100);
        assertThat(onlyIn(killed, undisturbed)).isEmpty();
        assertThat(onlyIn(undisturbed, killed)).isEmpty();
        assertThat(killed.values())
                .usingRecursiveFieldByFieldElementComparatorIgnoringFields(ORDER_OF_ARRIVAL)
                .containsExactlyInAnyOrderElementsOf(undisturbed.values());
    }

    private static List<Alert> onlyIn(Map<String, Alert> one, Map<String, Alert> other) {
        return one.values().stream()
                .filter(alert -> !other.containsKey(alert.id()))
                .toList();
    }

    private Map<String, Alert> undisturbed() throws Exception {
        MonitorConfig config = config(broker.bootstrapServers(), "calm.", folder);
        try (MonitorRunner runner = MonitorRunner.start(config, WATCHLIST, MonitorMetrics.NONE, streams -> {})) {
            send(config, 0, ARTICLES);
            awaitAllOutcomes(config);
            assertThat(runner.failure()).isEmpty();
        }
        return alerts(config);
    }

    private Map<String, Alert> killed() throws Exception {
        MonitorConfig config = config(broker.bootstrapServers(), "killed.", folder);
        String[] arguments = {broker.bootstrapServers(), "killed.", folder.toString()};
        try (ChildJvm monitor = ChildJvm.start(MonitorProcess.class, arguments)) {
            monitor.awaitLine("RUNNING", Duration.ofSeconds(60));
            send(config, 0, FIRST_BATCH);
            await().atMost(Duration.ofSeconds(60)).until(() -> !outcomes(config).isEmpty());
            send(config, FIRST_BATCH, ARTICLES);
            monitor.kill();
        }
        assertThat(outcomes(config)).as("the kill came in the middle").hasSizeLessThan(ARTICLES);
        try (ChildJvm monitor = ChildJvm.start(MonitorProcess.class, arguments)) {
            monitor.awaitLine("RUNNING", Duration.ofSeconds(60));
            awaitAllOutcomes(config);
        }
        return alerts(config);
    }

    private static void awaitAllOutcomes(MonitorConfig config) {
        Set<String> ids = new TreeSet<>();
        for (int i = 0; i < ARTICLES; i++) {
            ids.add(id(i));
        }
        await().atMost(Duration.ofSeconds(90))
                .untilAsserted(() -> assertThat(outcomes(config)).isEqualTo(ids));
    }

    /** Ids of the articles that have an alert or a decision. */
    private static Set<String> outcomes(MonitorConfig config) {
        Topics topics = Topics.of(config);
        Set<String> ids = new TreeSet<>();
        alertRecords(config).forEach(record -> Json.read(record.value(), Alert.class).evidence().stream()
                .map(Citation::articleId)
                .forEach(ids::add));
        Kafka.records(config.bootstrapServers(), topics.decisions())
                .forEach(record ->
                        ids.add(Json.read(record.value(), Decision.class).inputId()));
        return ids;
    }

    /** The last alert by id; every message of an id must differ from the one before. */
    private static Map<String, Alert> alerts(MonitorConfig config) {
        Map<String, Alert> last = new TreeMap<>();
        for (ConsumerRecord<byte[], byte[]> record : alertRecords(config)) {
            Alert alert = Json.read(record.value(), Alert.class);
            assertThat(new String(record.key(), StandardCharsets.UTF_8)).isEqualTo(alert.id());
            Alert before = last.put(alert.id(), alert);
            if (before != null) {
                assertThat(alert)
                        .usingRecursiveComparison()
                        .ignoringFields("detectedAt")
                        .isNotEqualTo(before);
            }
        }
        return last;
    }

    private static Collection<ConsumerRecord<byte[], byte[]>> alertRecords(MonitorConfig config) {
        return Kafka.records(config.bootstrapServers(), Topics.of(config).alerts());
    }

    /**
     * Sends articles that tell a story each, with names of their own and amounts that double: what close values tell, or the root
     * of one story that is told piece by piece, depends on which article comes first.
     */
    private static void send(MonitorConfig config, int from, int to) throws Exception {
        List<ProducerRecord<byte[], byte[]>> records = new ArrayList<>();
        for (int i = from; i < to; i++) {
            Partnership partnership = WATCHLIST.get(i % WATCHLIST.size());
            String body = Messages.investment(
                            partnership.parties().get(0).name(),
                            partnership.parties().get(1).name(),
                            1 << i / WATCHLIST.size())
                    + " " + name(i, 'B') + " will run it from " + name(i, 'D') + ", where " + (3000 + i)
                    + " people work for "
                    + name(i, 'K') + ".";
            Object article = Messages.article(id(i), body, Messages.TIME.plus(Duration.ofMinutes(10L * i)));
            records.add(new ProducerRecord<>(
                    Topics.of(config).articles(), id(i).getBytes(StandardCharsets.UTF_8), Messages.bytes(article)));
        }
        Kafka.sendRecords(config.bootstrapServers(), records);
    }

    /** A name that no other article has. */
    private static String name(int number, char initial) {
        StringBuilder name = new StringBuilder().append(initial);
        for (int rest = number + 27; rest > 0; rest /= 26) {
            name.append("a").append((char) ('a' + rest % 26));
        }
        return name.toString();
    }

    private static String id(int number) {
        return String.format(Locale.ROOT, "article-%03d", number);
    }

    private static MonitorConfig config(String servers, String name, Path folder) {
        // A long commit interval: what is under way when the kill comes is not committed.
        return MonitorConfig.DEFAULTS
                .withBootstrapServers(servers)
                .withTopics(new MonitorConfig.Topics(name, 3, (short) 1))
                .withApplicationId(name + "monitor")
                .withStream(new MonitorConfig.Stream(
                        2, Duration.ofSeconds(1), folder.resolve(name + "state"), "instance-1"));
    }

    /** A monitor in a process of its own, to be killed. */
    static final class MonitorProcess {
        public static void main(String[] args) throws InterruptedException {
            MonitorRunner runner = MonitorRunner.start(
                    config(args[0], args[1], Path.of(args[2])), WATCHLIST, MonitorMetrics.NONE, streams -> {});
            if (runner.awaitRunning(Duration.ofSeconds(60))) {
                System.out.println("RUNNING");
            }
            runner.awaitStop();
        }
    }
}
