package io.pactwatch.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.pactwatch.serde.Json;
import java.io.File;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Alertmanager itself, on a free port of the loopback address, forwarding to a webhook. */
final class RealAlertmanager implements AutoCloseable {
    private static final Duration LIMIT = Duration.ofSeconds(30);

    private final HttpClient client = HttpClient.newHttpClient();
    private final Path folder;
    private final Path config;
    private final int port;
    private Process process;

    private RealAlertmanager(Path folder, Path config, int port) {
        this.folder = folder;
        this.config = config;
        this.port = port;
    }

    /** Skips the test if a program is missing. */
    static void require(String... programs) {
        for (String program : programs) {
            boolean installed = Stream.of(
                            System.getenv().getOrDefault("PATH", "").split(File.pathSeparator))
                    .anyMatch(place -> Files.isExecutable(Path.of(place, program)));
            assumeTrue(installed, program + " is not on the PATH: install it to run this check");
        }
    }

    static RealAlertmanager start(Path folder, String webhook) throws IOException {
        Path config = Files.writeString(
                folder.resolve("alertmanager.yml"),
                """
                route:
                  receiver: hook
                  group_by: [partnership]
                  group_wait: 1s
                  group_interval: 1s
                receivers:
                  - name: hook
                    webhook_configs:
                      - url: %s
                        send_resolved: true
                """
                        .formatted(webhook));
        RealAlertmanager alertmanager = new RealAlertmanager(folder, config, freePort());
        alertmanager.start();
        return alertmanager;
    }

    void start() throws IOException {
        process = new ProcessBuilder(
                        "prometheus-alertmanager",
                        "--config.file=" + config,
                        "--storage.path=" + folder.resolve("alertmanager"),
                        "--web.listen-address=127.0.0.1:" + port,
                        "--cluster.listen-address=")
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("alertmanager.log").toFile())
                .start();
        await().atMost(LIMIT).ignoreExceptions().until(() -> get("/-/ready").statusCode() == 200);
    }

    void kill() {
        process.destroyForcibly().onExit().join();
    }

    String url() {
        return "http://127.0.0.1:" + port;
    }

    /** Active alerts as the API tells them. */
    List<JsonNode> alerts() throws IOException, InterruptedException {
        byte[] body = get("/api/v2/alerts").body().getBytes(StandardCharsets.UTF_8);
        List<JsonNode> alerts = new ArrayList<>();
        Json.read(body, JsonNode.class).forEach(alerts::add);
        return alerts;
    }

    /** The output of amtool, which must end with 0. */
    String amtool(String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of("amtool", "--alertmanager.url=" + url()));
        command.addAll(List.of(arguments));
        Process tool = new ProcessBuilder(command).redirectErrorStream(true).start();
        String output = new String(tool.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(tool.waitFor()).as(output).isZero();
        return output;
    }

    @Override
    public void close() {
        kill();
    }

    private HttpResponse<String> get(String path) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create(url() + path))
                .timeout(Duration.ofSeconds(5))
                .build();
        return client.send(request, HttpResponse.BodyHandlers.ofString());
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
