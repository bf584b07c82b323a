package io.pactwatch.console;

import com.fasterxml.jackson.databind.JsonNode;
import io.pactwatch.analysis.ArticleAnalyzer;
import io.pactwatch.config.MonitorConfig;
import io.pactwatch.metrics.Meters;
import io.pactwatch.serde.Json;
import io.pactwatch.signal.SignalSettings;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;

/** A console over a view, and a client of it. */
final class ConsoleHarness implements AutoCloseable {
    static final MonitorConfig.Console ANY_PORT = new MonitorConfig.Console("127.0.0.1", 0);

    final Meters meters = new Meters();
    final ConsoleServer console;
    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    ConsoleHarness(MonitorConfig.Console settings, OutputView view) {
        this(settings, view, Duration.ofSeconds(15));
    }

    ConsoleHarness(MonitorConfig.Console settings, OutputView view, Duration heartbeat) {
        console = ConsoleServer.start(
                settings, meters.registry(), () -> new Health(true, true, "RUNNING"), api(view), heartbeat);
    }

    static ConsoleApi api(OutputView view) {
        return new ConsoleApi(view, ArticleAnalyzer.forWatchlist(List.of()).catalogue(), SignalSettings.DEFAULTS);
    }

    HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + console.port() + path));
    }

    HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        return client.send(request.build(), BodyHandlers.ofString());
    }

    HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return send(request(path));
    }

    JsonNode json(String path) throws IOException, InterruptedException {
        HttpResponse<String> response = get(path);
        if (response.statusCode() != 200) {
            throw new AssertionError(path + ": " + response.statusCode() + " " + response.body());
        }
        return Json.read(response.body().getBytes(StandardCharsets.UTF_8), JsonNode.class);
    }

    @Override
    public void close() {
        console.close();
        meters.close();
    }
}
