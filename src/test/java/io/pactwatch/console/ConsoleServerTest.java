package io.pactwatch.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.pactwatch.config.MonitorConfig;
import io.pactwatch.metrics.Meters;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ConsoleServerTest {
    private static final MonitorConfig.Console ANY_PORT = new MonitorConfig.Console("127.0.0.1", 0);

    private final Meters meters = new Meters();
    private final AtomicReference<Health> health = new AtomicReference<>(new Health(true, true, "RUNNING"));
    private final ConsoleApi api = ConsoleHarness.api(new OutputView());
    private final ConsoleServer console = ConsoleServer.start(ANY_PORT, meters.registry(), health::get, api);
    private final HttpClient client = HttpClient.newHttpClient();

    @AfterEach
    void stop() {
        console.close();
        meters.close();
    }

    @Test
    void servesMetricsAsPrometheusText() throws Exception {
        HttpResponse<String> response = get("/metrics");

        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.headers().firstValue("Content-Type")).contains("text/plain; version=0.0.4; charset=utf-8");
        assertThat(response.body())
                .contains("# TYPE pactwatch_dead_letters_total counter")
                .doesNotContain("# EOF");
    }

    @Test
    void servesOpenMetricsToAClientThatAsksForIt() throws Exception {
        HttpResponse<String> response = client.send(
                request("/metrics")
                        .header("Accept", "application/openmetrics-text;version=1.0.0;q=0.5,text/plain;q=0.3")
                        .build(),
                BodyHandlers.ofString());

        assertThat(response.headers().firstValue("Content-Type"))
                .contains("application/openmetrics-text; version=1.0.0; charset=utf-8");
        assertThat(response.body()).endsWith("# EOF\n");
    }

    @Test
    void tellsLiveAndReadyWithTheState() throws Exception {
        assertThat(get("/health/live").statusCode()).isEqualTo(200);
        HttpResponse<String> ready = get("/health/ready");
        assertThat(ready.statusCode()).isEqualTo(200);
        assertThat(ready.headers().firstValue("Content-Type")).contains("application/json");
        assertThat(ready.body()).isEqualTo("{\"live\":true,\"ready\":true,\"state\":\"RUNNING\"}");
    }

    @Test
    void answers503WhereTheMonitorIsNotReady() throws Exception {
        health.set(new Health(true, false, "REBALANCING"));

        assertThat(get("/health/live").statusCode()).isEqualTo(200);
        assertThat(get("/health/ready").statusCode()).isEqualTo(503);
        assertThat(get("/health/ready").body()).contains("\"REBALANCING\"");
    }

    @Test
    void answers503WhereTheMonitorIsDead() throws Exception {
        health.set(new Health(false, false, "ERROR: \"disk full\""));

        assertThat(get("/health/live").statusCode()).isEqualTo(503);
        assertThat(get("/health/live").body()).contains("\\\"disk full\\\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/metrics/", "/metricsx", "/health", "/health/../metrics", "/%2e%2e/etc/passwd"})
    void answers404ForAnyOtherPath(String path) throws Exception {
        assertThat(get(path).statusCode()).isEqualTo(404);
    }

    @ParameterizedTest
    @ValueSource(strings = {"POST", "PUT", "DELETE", "OPTIONS"})
    void answers405ForAnyOtherMethod(String method) throws Exception {
        HttpResponse<String> response = client.send(
                request("/metrics").method(method, BodyPublishers.ofString("x")).build(), BodyHandlers.ofString());

        assertThat(response.statusCode()).isEqualTo(405);
        assertThat(response.headers().firstValue("Allow")).contains("GET, HEAD");
    }

    @Test
    void answersHeadWithoutABody() throws Exception {
        HttpResponse<String> response = client.send(
                request("/health/ready").method("HEAD", BodyPublishers.noBody()).build(), BodyHandlers.ofString());

        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.body()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/metrics", "/health/live", "/nothing"})
    void sendsSecurityHeadersWithEveryAnswer(String path) throws Exception {
        HttpResponse<String> response = get(path);

        assertThat(response.headers().firstValue("X-Content-Type-Options")).contains("nosniff");
        assertThat(response.headers().firstValue("Cache-Control")).contains("no-store");
        assertThat(response.headers().firstValue("Content-Security-Policy"))
                .contains("default-src 'none'; frame-ancestors 'none'");
    }

    @Test
    void answers500WithoutDetailsWhenAResourceFails() throws Exception {
        ConsoleServer failing = ConsoleServer.start(
                ANY_PORT,
                meters.registry(),
                () -> {
                    throw new IllegalStateException("secret detail");
                },
                api);
        try (failing) {
            HttpResponse<String> response = client.send(
                    HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + failing.port() + "/health/live"))
                            .build(),
                    BodyHandlers.ofString());
            assertThat(response.statusCode()).isEqualTo(500);
            assertThat(response.body()).isEqualTo("failed, see the log\n");
        }
    }

    @Test
    void answersManyClientsAtOnce() {
        List<CompletableFuture<HttpResponse<String>>> answers = IntStream.range(0, 100)
                .mapToObj(i -> client.sendAsync(request("/health/ready").build(), BodyHandlers.ofString()))
                .toList();

        assertThat(answers)
                .allSatisfy(answer -> assertThat(answer.join().statusCode()).isEqualTo(200));
    }

    @Test
    void doesNotWaitForNaglesAlgorithm() {
        assertThat(System.getProperty("sun.net.httpserver.nodelay")).isEqualTo("true");
    }

    @Test
    void saysInOneLineThatThePortIsInUse() {
        MonitorConfig.Console taken = new MonitorConfig.Console("127.0.0.1", console.port());

        assertThatThrownBy(() -> ConsoleServer.start(taken, meters.registry(), health::get, api))
                .isInstanceOf(UncheckedIOException.class)
                .hasMessage("console: cannot listen on 127.0.0.1:" + console.port()
                        + " (Address already in use); set another console.host or console.port, port 0 for a free one");
    }

    @Test
    void saysInOneLineThatTheHostIsUnknown() {
        MonitorConfig.Console unknown = new MonitorConfig.Console("no-such-host.invalid", 0);

        assertThatThrownBy(() -> ConsoleServer.start(unknown, meters.registry(), health::get, api))
                .hasMessageStartingWith("console: cannot listen on no-such-host.invalid:0 (unknown host);");
    }

    @Test
    void refusesConnectionsOnceItIsClosedAndClosesTwice() {
        console.close();
        console.close();

        assertThatThrownBy(() -> get("/metrics")).isInstanceOf(ConnectException.class);
    }

    private HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return client.send(request(path).build(), BodyHandlers.ofString());
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + console.port() + path));
    }
}
