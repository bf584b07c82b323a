package io.pactwatch.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.pactwatch.alert.Severity;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class EventStreamsTest {
    private final OutputView view = Outputs.view();
    private final ConsoleHarness harness = new ConsoleHarness(ConsoleHarness.ANY_PORT, view, Duration.ofMillis(200));
    private final List<Socket> sockets = new ArrayList<>();

    @AfterEach
    void stop() throws IOException {
        for (Socket socket : sockets) {
            socket.close();
        }
        harness.close();
    }

    @Test
    void tellsAlertsPointsAndLedgerLinesAsTheyCome() throws Exception {
        BufferedReader events = follow();
        awaitLine(events, "event: open");

        view.enter(Outputs.alert("new", 300));
        awaitLine(events, "event: alert");
        assertThat(events.readLine()).startsWith("data: {\"id\":\"new\"").endsWith("}");
        view.enter(Outputs.point("s9", 301, 0.2));
        awaitLine(events, "event: sentiment");
        assertThat(events.readLine()).contains("\"story\":\"s9\"");
        view.enter(Outputs.shares());
        awaitLine(events, "event: ledger");
        assertThat(events.readLine()).contains("\"partnership\":\"acme-bolt\"", "\"term\":\"REVENUE_SHARE\"");
        view.complete();
        awaitLine(events, "event: complete");
        assertThat(events.readLine()).isEqualTo("data: {}");
    }

    @Test
    void tellsNothingWhileTheViewFills() throws Exception {
        OutputView filling = new OutputView();
        try (ConsoleHarness other = new ConsoleHarness(ConsoleHarness.ANY_PORT, filling)) {
            BufferedReader events = follow(other);
            awaitLine(events, "event: open");
            await().until(() -> other.console.followers() == 1);
            filling.enter(Outputs.alert("old", 1));
            filling.complete();
            String next = events.readLine();
            while (!next.startsWith("event: ")) {
                next = events.readLine();
            }
            assertThat(next).isEqualTo("event: complete");
        }
    }

    @Test
    void keepsASilentStreamAlive() throws Exception {
        BufferedReader events = follow();

        awaitLine(events, ": still here");
        awaitLine(events, ": still here");
    }

    @Test
    void cutsAClientThatDoesNotReadAndServesTheOthersMeanwhile() throws Exception {
        connect();
        BufferedReader reading = follow();
        await().until(() -> harness.console.followers() == 2);
        int sent = 0;
        while (harness.console.followers() == 2 && sent < 100_000) {
            String id = "flood-" + sent++;
            view.enter(Outputs.alert(id, Outputs.PAIR, Severity.INFO, 400, "x".repeat(900)));
            String line = reading.readLine();
            while (!line.startsWith("data: {\"id\":\"" + id + "\"")) {
                line = reading.readLine();
            }
        }

        assertThat(harness.console.followers()).isEqualTo(1);
        assertThat(harness.get("/api/alerts?limit=1").statusCode()).isEqualTo(200);
    }

    @Test
    void refusesTheClientAfterTheLastPlaceAndTakesItWhenOneLeaves() throws Exception {
        for (int i = 0; i < EventStreams.MAX_CLIENTS; i++) {
            connect();
        }
        await().until(() -> harness.console.followers() == EventStreams.MAX_CLIENTS);

        assertThat(status(connect())).startsWith("HTTP/1.1 503");
        assertThat(IntStream.range(0, 20).mapToObj(i -> ok())).containsOnly(200);

        sockets.get(0).close();
        await().until(() -> harness.console.followers() < EventStreams.MAX_CLIENTS);
        assertThat(status(connect())).startsWith("HTTP/1.1 200");
    }

    private int ok() {
        try {
            return harness.get("/health/ready").statusCode();
        } catch (IOException | InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    private static String status(Socket socket) throws IOException {
        return new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8)).readLine();
    }

    private BufferedReader follow() throws IOException {
        return follow(harness);
    }

    private BufferedReader follow(ConsoleHarness console) throws IOException {
        return new BufferedReader(new InputStreamReader(connect(console).getInputStream(), StandardCharsets.UTF_8));
    }

    private Socket connect() throws IOException {
        return connect(harness);
    }

    private Socket connect(ConsoleHarness console) throws IOException {
        Socket socket = new Socket("127.0.0.1", console.console.port());
        sockets.add(socket);
        OutputStream out = socket.getOutputStream();
        out.write("GET /api/events HTTP/1.1\r\nHost: localhost\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
        out.flush();
        return socket;
    }

    private static void awaitLine(BufferedReader events, String wanted) throws IOException {
        String line = events.readLine();
        while (line != null && !line.equals(wanted)) {
            line = events.readLine();
        }
        assertThat(line).isEqualTo(wanted);
    }
}
