package io.pactwatch.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.sun.net.httpserver.HttpServer;
import io.pactwatch.Pactwatch;
import io.pactwatch.alert.Alert;
import io.pactwatch.alert.AlertKind;
import io.pactwatch.broker.EmbeddedBroker;
import io.pactwatch.config.ConfigReader;
import io.pactwatch.config.MonitorConfig;
import io.pactwatch.feed.SampleArticles;
import io.pactwatch.serde.Json;
import io.pactwatch.testing.ChildJvm;
import io.pactwatch.testing.Kafka;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Delivery as commands do it: in a process of its own that is killed, and within the monitor. */
class DeliverCommandIT {
    private static final Duration LIMIT = Duration.ofSeconds(60);
    private static final int ALERTS = 40;

    @TempDir
    Path folder;

    private final Set<String> received = ConcurrentHashMap.newKeySet();
    private EmbeddedBroker broker;
    private HttpServer hook;
    private Path file;

    @BeforeEach
    void start() throws IOException {
        broker = EmbeddedBroker.start(folder.resolve("kafka"), 0);
        hook = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        hook.createContext("/", exchange -> {
            byte[] body = exchange.getRequestBody().readAllBytes();
            received.add(Json.read(body, Alert.class).id());
            exchange.sendResponseHeaders(204, -1);
            exchange.close();
        });
        hook.start();
        file = Files.writeString(
                folder.resolve("pactwatch.yaml"),
                "bootstrapServers: " + broker.bootstrapServers() + "\nconsole.port: 0\nstream.stateDirectory: "
                        + folder.resolve("state") + "\ndelivery.targets:\n"
                        + "- {name: hook, type: json, historical: true, fromBeginning: true, url: 'http://127.0.0.1:"
                        + hook.getAddress().getPort() + "'}\n");
    }

    @AfterEach
    void stop() {
        hook.stop(0);
        broker.close();
    }

    @Test
    void losesNothingWhenItIsKilledInTheMiddle() throws Exception {
        Kafka.createTopic(broker.bootstrapServers(), "pactwatch.alerts", 3);
        send(0, ALERTS / 2);
        try (ChildJvm first = ChildJvm.start(Pactwatch.class, "deliver", "--config", file.toString())) {
            await().atMost(LIMIT).until(() -> !received.isEmpty());
            send(ALERTS / 2, ALERTS);
            first.kill();
        }
        try (ChildJvm second = ChildJvm.start(Pactwatch.class, "deliver", "--config", file.toString())) {
            await().atMost(LIMIT).until(() -> received.size() == ALERTS);
            second.kill();
        }
        assertThat(received)
                .isEqualTo(IntStream.range(0, ALERTS)
                        .mapToObj(number -> "alert-" + number)
                        .collect(Collectors.toSet()));
    }

    @Test
    void sendsTheAlertsOfTheMonitorThatRunsIt() throws Exception {
        MonitorConfig config = ConfigReader.read(Optional.of(file), Map.of(), Map.of());
        try (MonitorProcess monitor = MonitorProcess.start(config, SampleArticles.watchlist())) {
            assertThat(monitor.runner().awaitRunning(LIMIT)).isTrue();
            Kafka.send(
                    broker.bootstrapServers(),
                    "pactwatch.articles",
                    List.of(new String(SampleArticles.all().get(1).message(), StandardCharsets.UTF_8)));

            await().atMost(LIMIT).until(() -> !received.isEmpty());
            assertThat(ids(Kafka.readAll(broker.bootstrapServers(), "pactwatch.alerts")))
                    .containsAll(received);
            assertThat(monitor.meters().registry().scrape()).contains("pactwatch_delivery_sent_total{target=\"hook\"}");
        }
    }

    @Test
    void saysWhatIsMissing() {
        CapturedCommandLine commandLine = new CapturedCommandLine();

        assertThat(commandLine.execute("deliver", "--bootstrap-servers", broker.bootstrapServers()))
                .isEqualTo(1);
        assertThat(commandLine.execute("deliver", "--config", file.toString())).isEqualTo(1);
        assertThat(commandLine.err().lines().toList())
                .satisfiesExactly(
                        line -> assertThat(line)
                                .isEqualTo("pactwatch: nothing to deliver to: give delivery.targets in the file of"
                                        + " --config"),
                        line -> assertThat(line).contains("a topic is missing"));
    }

    private void send(int from, int to) throws Exception {
        Kafka.sendRecords(
                broker.bootstrapServers(),
                IntStream.range(from, to)
                        .mapToObj(number -> "alert-" + number)
                        .map(id -> new ProducerRecord<>(
                                "pactwatch.alerts",
                                id.getBytes(StandardCharsets.UTF_8),
                                Json.bytes(Alerts.term(id, AlertKind.TERM_CHANGE, "REVENUE_SHARE", "a-1"))))
                        .toList());
    }

    private static Set<String> ids(Collection<String> messages) {
        return messages.stream()
                .map(json -> Json.read(json.getBytes(StandardCharsets.UTF_8), Alert.class)
                        .id())
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
