package io.pactwatch.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.pactwatch.Pactwatch;
import io.pactwatch.testing.ChildJvm;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * The monitor on its embedded broker, Prometheus and Alertmanager as processes of this machine, with the configuration files
 * of the repository: only the names of the services are replaced, by addresses of this machine.
 */
final class MonitoringStack implements AutoCloseable {
    private static final Duration LIMIT = Duration.ofSeconds(90);
    private static final ObjectMapper JSON = new ObjectMapper();

    private final HttpClient client = HttpClient.newHttpClient();
    private final List<AutoCloseable> parts = new ArrayList<>();
    private final Path folder;
    private final int prometheus = freePort();
    private final int alertmanager = freePort();
    private final int console = freePort();
    private final int broker = freePort();

    private MonitoringStack(Path folder) throws IOException {
        this.folder = folder;
    }

    static MonitoringStack start(Path folder) throws IOException {
        MonitoringStack stack = new MonitoringStack(folder);
        try {
            stack.start();
        } catch (IOException | RuntimeException | Error e) {
            stack.close();
            throw e;
        }
        return stack;
    }

    private void start() throws IOException {
        startProgram(
                "prometheus-alertmanager",
                "--config.file=" + GrafanaFiles.FOLDER.resolve("alertmanager.yml"),
                "--storage.path=" + folder.resolve("alertmanager"),
                "--web.listen-address=127.0.0.1:" + alertmanager,
                "--cluster.listen-address=");
        parts.add(startMonitor());
        Path config = Files.createDirectories(folder.resolve("config"));
        copy(GrafanaFiles.FOLDER.resolve("prometheus/prometheus.yml"), config.resolve("prometheus.yml"));
        Files.createSymbolicLink(config.resolve("rules"), GrafanaFiles.RULES);
        startProgram(
                "prometheus",
                "--config.file=" + config.resolve("prometheus.yml"),
                "--storage.tsdb.path=" + folder.resolve("prometheus"),
                "--web.listen-address=127.0.0.1:" + prometheus);
        for (String ready : List.of(
                "http://127.0.0.1:" + alertmanager + "/-/ready",
                "http://127.0.0.1:" + console + "/health/ready",
                "http://127.0.0.1:" + prometheus + "/-/ready")) {
            await().atMost(LIMIT).ignoreExceptions().until(() -> get(ready).statusCode() == 200);
        }
    }

    private ChildJvm startMonitor() throws IOException {
        Path settings = folder.resolve("pactwatch.yaml");
        copy(Path.of("compose", "pactwatch.yaml"), settings);
        Files.writeString(
                settings,
                Files.readString(settings) + "console:\n  port: " + console + "\nstream:\n  stateDirectory: "
                        + folder.resolve("state") + "\n");
        return ChildJvm.start(
                Pactwatch.class,
                "run",
                "--embedded-broker",
                "--data",
                folder.resolve("data").toString(),
                "--broker-port",
                Integer.toString(broker),
                "--config",
                settings.toString(),
                "--watchlist",
                Path.of("src/main/resources/io/pactwatch/samples/watchlist.yaml")
                        .toAbsolutePath()
                        .toString());
    }

    /** Copies a configuration file, with addresses of this machine for the names of the services. */
    private void copy(Path from, Path to) throws IOException {
        String text = Files.readString(from);
        for (Map.Entry<String, Integer> service : Map.of(
                        "pactwatch:8080", console, "alertmanager:9093", alertmanager, "localhost:9090", prometheus)
                .entrySet()) {
            text = text.replace(service.getKey(), "127.0.0.1:" + service.getValue());
        }
        Files.writeString(to, text);
    }

    private void startProgram(String program, String... arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of(program));
        command.addAll(List.of(arguments));
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve(program + ".log").toFile())
                .start();
        parts.add(() -> process.destroyForcibly().onExit().join());
    }

    String bootstrapServers() {
        return "127.0.0.1:" + broker;
    }

    /** The answer of Prometheus to a path with parameters, which must be a success. */
    JsonNode prometheus(String path, Map<String, String> parameters) throws IOException, InterruptedException {
        String query = parameters.entrySet().stream()
                .map(each -> each.getKey() + "=" + URLEncoder.encode(each.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        HttpResponse<String> answer = get("http://127.0.0.1:" + prometheus + "/api/v1/" + path + "?" + query);
        JsonNode body = JSON.readTree(answer.body());
        assertThat(body.path("status").asText()).as(parameters + ": " + body).isEqualTo("success");
        return body.path("data");
    }

    /** The alertnames that Alertmanager has been sent. */
    List<String> alertsAtAlertmanager() throws IOException, InterruptedException {
        List<String> names = new ArrayList<>();
        JSON.readTree(get("http://127.0.0.1:" + alertmanager + "/api/v2/alerts").body())
                .forEach(alert -> names.add(alert.at("/labels/alertname").asText()));
        return names;
    }

    @Override
    public void close() {
        for (AutoCloseable part : parts) {
            try {
                part.close();
            } catch (Exception e) {
                throw new IllegalStateException(e);
            }
        }
    }

    private HttpResponse<String> get(String uri) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create(uri))
                .timeout(Duration.ofSeconds(20))
                .build();
        return client.send(request, HttpResponse.BodyHandlers.ofString());
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
