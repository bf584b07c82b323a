package io.pactwatch.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import io.pactwatch.broker.EmbeddedBroker;
import io.pactwatch.config.ConfigReader;
import io.pactwatch.config.MonitorConfig;
import io.pactwatch.delivery.Receiver.Behaviour;
import io.pactwatch.testing.Kafka;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;

/** Alerts on a real broker, over three partitions, reach targets that behave badly. */
class DeliveryIT {
    private static final Duration LIMIT = Duration.ofSeconds(60);
    private static final int ALERTS = 6;
    private static final int VERSIONS = 4;

    @TempDir
    static Path folder;

    private static EmbeddedBroker broker;

    private MeterRegistry registry = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
    private String prefix;

    @BeforeAll
    static void startBroker() {
        broker = EmbeddedBroker.start(folder.resolve("kafka"), 0);
    }

    @AfterAll
    static void stopBroker() {
        broker.close();
    }

    @BeforeEach
    void createTopic(TestInfo test) throws Exception {
        prefix = test.getTestMethod().orElseThrow().getName() + ".";
        Kafka.createTopic(broker.bootstrapServers(), prefix + "alerts", 3);
    }

    @Test
    void everyAlertArrivesInOrderAndNobodyWaitsForABadTarget() throws Exception {
        try (Receiver bad = Receiver.start()
                        .first(
                                Behaviour.status(500),
                                Behaviour.retryAfter(429, "1"),
                                Behaviour.closeTheConnection(),
                                Behaviour.status(200),
                                Behaviour.hang(),
                                Behaviour.hangAfterTheHeaders(),
                                Behaviour.status(200),
                                Behaviour.status(401))
                        .then(Behaviour.slow(50));
                Receiver good = Receiver.start();
                Receiver stuck = Receiver.start().then(Behaviour.hang());
                Deliveries deliveries = start(config(
                        target("stuck", stuck.url()) + "}",
                        target("bad", bad.url()) + ", requestTimeout: 2s}",
                        target("good", good.url()) + "}"))) {
            awaitReading(deliveries);
            Set<String> sent = new LinkedHashSet<>();
            for (int version = 0; version < VERSIONS; version++) {
                for (int id = 0; id < ALERTS; id++) {
                    send(SampleAlerts.of("alert-" + id).titled("version " + version));
                    sent.add("alert-" + id + " version " + version);
                }
            }

            await().atMost(LIMIT).until(() -> names(good.taken()).size() == sent.size());
            await().atMost(LIMIT).until(() -> names(bad.taken()).containsAll(sent));

            assertThat(names(good.taken())).containsExactlyInAnyOrderElementsOf(sent);
            assertThat(stuck.asked()).isNotEmpty();
            assertThat(stuck.taken()).isEmpty();
            for (int id = 0; id < ALERTS; id++) {
                String alert = "alert-" + id + " ";
                assertThat(names(bad.taken()).stream()
                                .filter(name -> name.startsWith(alert))
                                .distinct())
                        .containsExactlyElementsOf(IntStream.range(0, VERSIONS)
                                .mapToObj(version -> alert + "version " + version)
                                .toList());
            }
            Receiver.Received throttled = bad.asked().get(1);
            assertThat(Duration.ofNanos(bad.asked().get(2).nanos() - throttled.nanos()))
                    .isGreaterThanOrEqualTo(Duration.ofSeconds(1));
            assertThat(count("failed", "bad", "server")).isEqualTo(1);
            assertThat(count("failed", "bad", "throttled")).isEqualTo(1);
            assertThat(count("failed", "bad", "connection")).isEqualTo(1);
            assertThat(count("failed", "bad", "timeout")).isEqualTo(2);
            assertThat(count("failed", "bad", "client")).isEqualTo(1);
            assertThat(count("failed", "bad", "kafka")).isZero();
            assertThat(registry.get("pactwatch.delivery.sent")
                            .tag("target", "bad")
                            .counter()
                            .count())
                    .isEqualTo(sent.size());
        }
    }

    @Test
    void aTargetThatIsDownFindsItsAlertsWhenItIsBackAfterARestart() throws Exception {
        try (Receiver good = Receiver.start();
                Receiver down = Receiver.start().then(Behaviour.status(503))) {
            MonitorConfig config = config(target("down", down.url()) + "}", target("good", good.url()) + "}");
            try (Deliveries deliveries = start(config)) {
                awaitReading(deliveries);
                for (int id = 0; id < ALERTS; id++) {
                    send(SampleAlerts.of("alert-" + id));
                }
                await().atMost(LIMIT).until(() -> good.taken().size() == ALERTS);
                await().atMost(LIMIT).until(() -> pending("down") == ALERTS && pending("good") == 0);
            }
            assertThat(down.taken()).isEmpty();

            down.then(Behaviour.status(200));
            send(SampleAlerts.of("while-away"));
            try (Deliveries deliveries = start(config)) {
                awaitReading(deliveries);
                await().atMost(LIMIT).until(() -> names(down.taken()).size() == ALERTS + 1);
                await().atMost(LIMIT).until(() -> good.taken().size() == ALERTS + 1);
            }
            assertThat(names(down.taken())).doesNotHaveDuplicates();
            assertThat(names(good.taken())).doesNotHaveDuplicates();
        }
    }

    @Test
    void aRestartInTheMiddleLosesNothing() throws Exception {
        int alerts = 60;
        int before = 11;
        try (Receiver receiver =
                Receiver.start().first(before, Behaviour.slow(20)).then(Behaviour.hang())) {
            MonitorConfig config = config(target("slow", receiver.url()) + "}");
            try (Deliveries deliveries = start(config)) {
                awaitReading(deliveries);
                for (int id = 0; id < alerts; id++) {
                    send(SampleAlerts.of("alert-" + id));
                }
                await().atMost(LIMIT).until(() -> receiver.taken().size() == before);
            }
            receiver.then(Behaviour.slow(20));
            try (Deliveries deliveries = start(config)) {
                awaitReading(deliveries);
                await().atMost(LIMIT)
                        .until(() -> names(receiver.taken()).stream().distinct().count() == alerts);
            }
        }
    }

    @Test
    void whatIsRefusedOrUnreadableHoldsNothingUp() throws Exception {
        try (Receiver receiver = Receiver.start().first(Behaviour.status(400));
                Deliveries deliveries = start(config(target("picky", receiver.url()) + "}"))) {
            awaitReading(deliveries);
            send("same", SampleAlerts.of("refused").json());
            send("same", "{\"no\": \"alert\"}".getBytes(StandardCharsets.UTF_8));
            send("same", null);
            send("same", SampleAlerts.of("good").json());

            await().atMost(LIMIT).until(() -> receiver.taken().size() == 1);
            assertThat(receiver.taken().get(0).name()).startsWith("good ");
            assertThat(count("failed", "picky", "refused")).isEqualTo(1);
            assertThat(count("failed", "picky", "unreadable")).isEqualTo(1);
        }
    }

    @Test
    void startsWithWhatComesUnlessToldOtherwise() throws Exception {
        send(SampleAlerts.of("old"));
        try (Receiver late = Receiver.start();
                Receiver all = Receiver.start();
                Deliveries deliveries = start(config(
                        target("late", late.url()) + "}", target("all", all.url()) + ", fromBeginning: true}"))) {
            send(SampleAlerts.of("new"));
            awaitReading(deliveries);

            await().atMost(LIMIT)
                    .until(() -> all.taken().size() == 2 && late.taken().size() == 1);
            assertThat(late.taken().get(0).name()).startsWith("new ");
        }
    }

    @Test
    void secretsStandInTheRequestAndNowhereElse() throws Exception {
        Path url = folder.resolve("url");
        ListAppender<ILoggingEvent> log = new ListAppender<>();
        Logger root = (Logger) LoggerFactory.getLogger("io.pactwatch");
        Level level = root.getLevel();
        log.start();
        root.addAppender(log);
        root.setLevel(Level.TRACE);
        try (Receiver receiver =
                Receiver.start().first(Behaviour.status(500), Behaviour.closeTheConnection(), Behaviour.status(403))) {
            Files.writeString(url, receiver.url() + "/hook/url-secret\n");
            MonitorConfig config = config("{name: team, type: json, urlFile: " + url
                    + ", tokenEnv: TOKEN, signingKeyEnv: KEY, headers: {X-Api: header-secret}}");
            Map<String, String> environment = Map.of("TOKEN", "token-secret", "KEY", "key-secret");
            try (Deliveries deliveries = Deliveries.start(config, environment, registry)) {
                awaitReading(deliveries);
                send(SampleAlerts.of("alert-1"));
                await().atMost(LIMIT).until(() -> receiver.taken().size() == 1);
            }
            Receiver.Received taken = receiver.taken().get(0);
            assertThat(taken.path()).isEqualTo("/hook/url-secret");
            assertThat(taken.headers().getFirst("Authorization")).isEqualTo("Bearer token-secret");
            assertThat(taken.headers().getFirst("X-Api")).isEqualTo("header-secret");
            assertThat(taken.headers().getFirst(Signature.HEADER))
                    .isEqualTo(Signature.of(
                            "key-secret",
                            Long.parseLong(taken.headers().getFirst(Signature.TIME_HEADER)),
                            taken.body().getBytes(StandardCharsets.UTF_8)));
            String seen = log.list + ((PrometheusMeterRegistry) registry).scrape() + config;
            assertThat(seen).contains("delivery target 'team': attempt 1 failed (status 500)");
            assertThat(seen).doesNotContain("-secret");
        } finally {
            root.setLevel(level);
            root.detachAppender(log);
        }
    }

    private Deliveries start(MonitorConfig config) {
        registry = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
        return Deliveries.start(config, Map.of(), registry);
    }

    private static void awaitReading(Deliveries deliveries) {
        await().atMost(LIMIT).until(deliveries::isReading);
    }

    private MonitorConfig config(String... targets) throws IOException {
        Path file = Files.writeString(
                folder.resolve(prefix + "yaml"),
                "topics.prefix: " + prefix + "\napplicationId: " + prefix + "app\ndelivery.targets:\n- "
                        + String.join("\n- ", targets) + "\n");
        return ConfigReader.read(Optional.of(file), Map.of(), Map.of("bootstrapServers", broker.bootstrapServers()));
    }

    private static String target(String name, String url) {
        return "{name: " + name + ", type: json, url: '" + url + "'";
    }

    private void send(SampleAlerts alert) throws Exception {
        send(alert.id(), alert.json());
    }

    private void send(String key, byte[] value) throws Exception {
        Kafka.sendRecords(
                broker.bootstrapServers(),
                List.of(new ProducerRecord<>(prefix + "alerts", key.getBytes(StandardCharsets.UTF_8), value)));
    }

    private double pending(String target) {
        return registry.get("pactwatch.delivery.pending")
                .tag("target", target)
                .gauge()
                .value();
    }

    private double count(String meter, String target, String reason) {
        return registry.get("pactwatch.delivery." + meter)
                .tag("target", target)
                .tag("reason", reason)
                .counter()
                .count();
    }

    private static List<String> names(List<Receiver.Received> received) {
        return received.stream().map(Receiver.Received::name).toList();
    }
}
