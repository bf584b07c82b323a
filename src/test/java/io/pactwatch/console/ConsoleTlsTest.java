package io.pactwatch.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.pactwatch.article.InvalidInputException;
import io.pactwatch.config.MonitorConfig;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLHandshakeException;
import javax.net.ssl.TrustManagerFactory;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class ConsoleTlsTest {
    private static final String TOKEN = "0123456789abcdef0123";
    private static final String PASSWORD = "correct horse";

    @TempDir
    static Path folder;

    private static MonitorConfig.Tls tls;
    private static HttpClient client;

    private final OutputView view = Outputs.view();

    @BeforeAll
    static void makeKey() throws Exception {
        Path keyStore = folder.resolve("console.p12");
        Process keytool = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "keytool")
                                .toString(),
                        "-genkeypair",
                        "-alias",
                        "console",
                        "-keyalg",
                        "EC",
                        "-dname",
                        "CN=console",
                        "-ext",
                        "san=ip:127.0.0.1",
                        "-storetype",
                        "PKCS12",
                        "-keystore",
                        keyStore.toString(),
                        "-storepass",
                        PASSWORD)
                .redirectErrorStream(true)
                .start();
        String output = new String(keytool.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(keytool.waitFor()).as(output).isZero();
        tls = new MonitorConfig.Tls(keyStore, Files.writeString(folder.resolve("password"), PASSWORD + "\n"));
        client = HttpClient.newBuilder().sslContext(trusting(keyStore)).build();
    }

    @Test
    void answersOverTlsAloneAndAsksForTheTokenThere() throws Exception {
        try (ConsoleHarness harness = new ConsoleHarness(console("127.0.0.1"), view)) {
            assertThat(get("https", harness, "/api/partnerships", TOKEN).statusCode())
                    .isEqualTo(200);
            assertThat(get("https", harness, "/api/partnerships", "wrong").statusCode())
                    .isEqualTo(401);
            assertThat(get("https", harness, "/api/partnerships", TOKEN)
                            .sslSession()
                            .orElseThrow()
                            .getProtocol())
                    .isEqualTo("TLSv1.3");
            assertThatThrownBy(() -> get("http", harness, "/health/live", TOKEN))
                    .isInstanceOf(IOException.class);
            assertThatThrownBy(() ->
                            HttpClient.newHttpClient().send(request("https", harness, "/health/live", TOKEN), lines()))
                    .isInstanceOf(SSLHandshakeException.class);
        }
    }

    @Test
    void tellsEventsAsTheyCome() throws Exception {
        try (ConsoleHarness harness = new ConsoleHarness(console("127.0.0.1"), view)) {
            Iterator<String> events =
                    get("https", harness, "/api/events", TOKEN).body().iterator();
            await().until(() -> harness.console.followers() == 1);
            view.enter(Outputs.alert("new", 300));

            String line = events.next();
            while (!line.startsWith("data: {\"id\":\"new\"")) {
                line = events.next();
            }
            assertThat(line).contains("\"kind\":\"TERM_CHANGE\"");
        }
    }

    @Test
    void needsATokenBeyondLoopbackAllTheSame() {
        MonitorConfig.Console open = new MonitorConfig.Console("0.0.0.0", 0, Optional.empty(), false, Optional.of(tls));

        assertThatThrownBy(() -> new ConsoleHarness(open, view)).hasMessageContaining("set console.token");
    }

    @Test
    void saysInOneLineWhichKeyCannotBeRead() throws Exception {
        Path wrong = Files.writeString(folder.resolve("wrong"), "battery staple");

        for (MonitorConfig.Tls broken : List.of(
                new MonitorConfig.Tls(tls.keyStore(), wrong),
                new MonitorConfig.Tls(folder.resolve("absent.p12"), tls.passwordFile()),
                new MonitorConfig.Tls(wrong, tls.passwordFile()))) {
            MonitorConfig.Console console =
                    new MonitorConfig.Console("127.0.0.1", 0, Optional.of(TOKEN), false, Optional.of(broken));
            assertThatThrownBy(() -> new ConsoleHarness(console, view))
                    .isInstanceOf(InvalidInputException.class)
                    .hasMessageStartingWith("console.keyStore: " + broken.keyStore() + " cannot be read")
                    .hasMessageNotContainingAny(PASSWORD, "battery staple", "\n");
        }
    }

    private static MonitorConfig.Console console(String host) {
        return new MonitorConfig.Console(host, 0, Optional.of(TOKEN), false, Optional.of(tls));
    }

    private static HttpResponse<Stream<String>> get(String scheme, ConsoleHarness harness, String path, String token)
            throws IOException, InterruptedException {
        return client.send(request(scheme, harness, path, token), lines());
    }

    private static HttpRequest request(String scheme, ConsoleHarness harness, String path, String token) {
        return HttpRequest.newBuilder(URI.create(scheme + "://127.0.0.1:" + harness.console.port() + path))
                .header("Authorization", "Bearer " + token)
                .build();
    }

    private static HttpResponse.BodyHandler<Stream<String>> lines() {
        return HttpResponse.BodyHandlers.ofLines();
    }

    private static SSLContext trusting(Path keyStore) throws IOException, GeneralSecurityException {
        KeyStore known = KeyStore.getInstance(keyStore.toFile(), PASSWORD.toCharArray());
        TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trust.init(known);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(null, trust.getTrustManagers(), null);
        return context;
    }
}
