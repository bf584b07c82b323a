package io.pactwatch.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.pactwatch.article.InvalidInputException;
import io.pactwatch.config.MonitorConfig;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.Socket;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ConsoleAccessTest {
    private static final String TOKEN = "0123456789abcdef0123";
    private static final MonitorConfig.Console WITH_TOKEN =
            new MonitorConfig.Console("127.0.0.1", 0, Optional.of(TOKEN), false);

    private final OutputView view = Outputs.view();

    @ParameterizedTest
    @ValueSource(strings = {"/api/partnerships", "/api/alerts", "/api/events", "/api/openapi.yaml", "/metrics"})
    void answersOnlyWithTheTokenWhereOneIsSet(String path) throws Exception {
        try (ConsoleHarness harness = new ConsoleHarness(WITH_TOKEN, view)) {
            assertThat(harness.get(path).statusCode()).isEqualTo(401);
            assertThat(harness.get(path).headers().firstValue("WWW-Authenticate"))
                    .contains("Bearer");
            assertThat(with("Bearer " + TOKEN + "x", path, harness)).isEqualTo(401);
            assertThat(with("Bearer ", path, harness)).isEqualTo(401);
            assertThat(with("Basic " + TOKEN, path, harness)).isEqualTo(401);
            assertThat(with("Bearer " + TOKEN, path, harness)).isEqualTo(200);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"/health/live", "/health/ready", "/", "/web/page.js"})
    void needsNoTokenForHealthAndForThePageThatAsksForIt(String path) throws Exception {
        try (ConsoleHarness harness = new ConsoleHarness(WITH_TOKEN, view)) {
            assertThat(harness.get(path).statusCode()).isEqualTo(200);
        }
    }

    @Test
    void refusesToBeReadByTheNetworkUnlessThatIsWanted() {
        MonitorConfig.Console open = new MonitorConfig.Console("0.0.0.0", 0);

        assertThatThrownBy(() -> new ConsoleHarness(open, view))
                .isInstanceOf(InvalidInputException.class)
                .hasMessage("console: 0.0.0.0 is no loopback address, so everybody in the network could read: set"
                        + " console.token or console.tokenFile, or console.openAccess: true if that is wanted");
    }

    @Test
    void bindsAnyAddressWithATokenOrWithOpenAccess() throws Exception {
        try (ConsoleHarness harness =
                new ConsoleHarness(new MonitorConfig.Console("0.0.0.0", 0, Optional.of(TOKEN), false), view)) {
            assertThat(harness.get("/api/alerts").statusCode()).isEqualTo(401);
        }
        try (ConsoleHarness harness =
                new ConsoleHarness(new MonitorConfig.Console("0.0.0.0", 0, Optional.empty(), true), view)) {
            assertThat(harness.get("/api/alerts").statusCode()).isEqualTo(200);
            assertThat(status(harness, "Host: monitor.example")).startsWith("HTTP/1.1 200");
        }
    }

    @Test
    void refusesAForeignNameThatPointsHere() throws Exception {
        try (ConsoleHarness harness = new ConsoleHarness(ConsoleHarness.ANY_PORT, view)) {
            assertThat(status(harness, "Host: evil.example:8080")).startsWith("HTTP/1.1 403");
            assertThat(status(harness, "Host: localhost:8080")).startsWith("HTTP/1.1 200");
            assertThat(status(harness, "Host: [::1]")).startsWith("HTTP/1.1 200");
        }
    }

    @Test
    void sendsNothingThatLetsOtherOriginsRead() throws Exception {
        try (ConsoleHarness harness = new ConsoleHarness(ConsoleHarness.ANY_PORT, view)) {
            HttpRequest.Builder foreign = harness.request("/api/alerts").header("Origin", "https://evil.example");

            assertThat(harness.send(foreign).headers().map().keySet())
                    .noneMatch(name -> name.toLowerCase(java.util.Locale.ROOT).startsWith("access-control"));
        }
    }

    @Test
    void refusesABodyAndOverlongHeaders() throws Exception {
        try (ConsoleHarness harness = new ConsoleHarness(ConsoleHarness.ANY_PORT, view)) {
            assertThat(status(harness, "Host: localhost\r\nContent-Length: 9")).startsWith("HTTP/1.1 413");
            assertThat(Optional.ofNullable(status(harness, "Host: localhost\r\nX: " + "x".repeat(500_000))))
                    .satisfiesAnyOf(answer -> assertThat(answer).isEmpty(), answer -> assertThat(answer.orElseThrow())
                            .startsWith("HTTP/1.1 4"));
            assertThat(harness.get("/health/ready").statusCode()).isEqualTo(200);
        }
    }

    @Test
    void keepsTheTokenOutOfItsText() {
        assertThat(WITH_TOKEN.toString()).doesNotContain(TOKEN).contains("token=set");
        assertThatThrownBy(() -> new MonitorConfig.Console("127.0.0.1", 0, Optional.of("too short"), false))
                .hasMessageStartingWith("console.token: not 16 to 1000 visible ASCII characters")
                .hasMessageNotContaining("too short");
    }

    private static int with(String authorization, String path, ConsoleHarness harness)
            throws IOException, InterruptedException {
        HttpRequest.Builder head = harness.request(path)
                .header("Authorization", authorization)
                .method("HEAD", HttpRequest.BodyPublishers.noBody());
        return harness.send(head).statusCode();
    }

    /** The status line for headers as they stand; nothing if the server hangs up. */
    private static String status(ConsoleHarness harness, String headers) throws IOException {
        try (Socket socket = new Socket("127.0.0.1", harness.console.port())) {
            socket.getOutputStream()
                    .write(("GET /api/partnerships HTTP/1.1\r\n" + headers + "\r\n\r\n")
                            .getBytes(StandardCharsets.US_ASCII));
            return new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8))
                    .readLine();
        } catch (java.net.SocketException e) {
            return null;
        }
    }
}
