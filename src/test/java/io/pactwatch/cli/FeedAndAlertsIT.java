package io.pactwatch.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.pactwatch.Pactwatch;
import io.pactwatch.alert.Alert;
import io.pactwatch.alert.AlertKind;
import io.pactwatch.broker.EmbeddedBroker;
import io.pactwatch.config.MonitorConfig;
import io.pactwatch.feed.SampleArticles;
import io.pactwatch.serde.Json;
import io.pactwatch.topology.Topics;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.FutureTask;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FeedAndAlertsIT {
    private static final Duration LIMIT = Duration.ofSeconds(60);

    @TempDir
    static Path folder;

    private static EmbeddedBroker broker;
    private static MonitorConfig config;
    private static MonitorProcess monitor;

    private final CapturedCommandLine commandLine = new CapturedCommandLine();

    @BeforeAll
    static void startMonitor() throws InterruptedException {
        broker = EmbeddedBroker.start(folder.resolve("kafka"), 0);
        MonitorConfig defaults = MonitorConfig.DEFAULTS;
        config = defaults.withBootstrapServers(broker.bootstrapServers())
                .withStream(
                        new MonitorConfig.Stream(2, defaults.stream().commitInterval(), folder.resolve("state"), ""))
                .withConsole(new MonitorConfig.Console("127.0.0.1", 0));
        monitor = MonitorProcess.start(config, SampleArticles.watchlist());
        assertThat(monitor.runner().awaitRunning(LIMIT)).isTrue();
    }

    @AfterAll
    static void stopMonitor() {
        monitor.close();
        broker.close();
    }

    @Test
    void turnsAnArticleFromAFileIntoAnAlert() throws IOException {
        Path file = Files.write(
                folder.resolve("article.jsonl"), SampleArticles.all().get(1).message());
        String id = SampleArticles.all().get(1).article().id();

        assertThat(execute("feed", file.toString())).isZero();
        assertThat(commandLine.out()).isEqualTo("sent to pactwatch.articles: 1, refused: 0\n");

        await().atMost(LIMIT).until(() -> alerts().stream()
                .filter(alert -> alert.kind() == AlertKind.TERM_CHANGE)
                .anyMatch(alert -> alert.evidence().stream()
                        .anyMatch(quote -> quote.articleId().equals(id))));
    }

    @Test
    void saysWhyAnArticleRaisedNoAlertAndWhichAlertsQuoteIt() throws IOException {
        Path file = Files.writeString(
                folder.resolve("why.jsonl"),
                """
                {"id":"why-1","title":"Weather","body":"It rained in the mountains all day and the harvest was late."}
                {"id":"why-2","title":"Withdrawn","pubStatus":"canceled"}
                """);
        byte[] sample = SampleArticles.all().get(2).message();
        String told = SampleArticles.all().get(2).article().id();
        Path withAlert = Files.write(folder.resolve("told.jsonl"), sample);
        assertThat(execute("feed", file.toString(), withAlert.toString())).isZero();

        await().atMost(LIMIT).until(() -> execute("why", "why-1") == 0 && execute("why", told) == 0);

        commandLine.clear();
        assertThat(execute("why", "why-1")).isZero();
        assertThat(commandLine.out()).isEqualTo("no partnership: IRRELEVANT, not about a watched partnership\n");
        commandLine.clear();
        assertThat(execute("why", "--json", told)).isZero();
        assertThat(commandLine.out()).contains("\"articleId\":\"" + told + "\"").hasLineCount(1);
        await().atMost(LIMIT).until(() -> execute("why", "why-2") == 0);
        assertThat(commandLine.out()).contains("RETRACTION");
    }

    @Test
    void saysOfEverySampleArticleWhatHasBecomeOfIt() throws IOException {
        Path file = folder.resolve("samples.jsonl");
        Files.write(
                file,
                SampleArticles.all().stream()
                        .map(sample -> new String(sample.message(), StandardCharsets.UTF_8))
                        .toList());
        assertThat(execute("feed", "--in-order", file.toString())).isZero();

        int quiet = 0;
        for (SampleArticles.Sample sample : SampleArticles.all()) {
            String id = sample.article().id();
            await().atMost(LIMIT).until(() -> {
                commandLine.clear();
                return execute("why", "--json", id) == 0;
            });
            JsonNode outcome = Json.read(commandLine.out().getBytes(StandardCharsets.UTF_8), JsonNode.class);
            assertThat(outcome.path("deadLetters")).isEmpty();
            if (outcome.path("alerts").isEmpty()) {
                quiet++;
                assertThat(outcome.path("decisions")).as(id).isNotEmpty().allSatisfy(decision -> {
                    assertThat(decision.path("reason").asText()).isNotBlank();
                    assertThat(decision.path("detail").asText()).isNotBlank();
                });
            }
        }
        assertThat(quiet).as("sample articles that raise no alert").isPositive();
    }

    @Test
    void followsNewAlertsUntilItsReaderHasSeenEnough() throws Exception {
        FewLines reader = new FewLines(1);
        FutureTask<Integer> following = new FutureTask<>(() -> Pactwatch.commandLine()
                .setOut(new PrintWriter(reader, true))
                .execute("alerts", "--follow", "--json", "--bootstrap-servers", broker.bootstrapServers()));
        new Thread(following, "alerts-follow").start();

        // It starts at the present end, which is reached at a time of its own: so news goes on coming.
        AtomicInteger sent = new AtomicInteger();
        await().atMost(LIMIT).pollInterval(Duration.ofSeconds(1)).until(() -> {
            int number = sent.incrementAndGet();
            Path file = Files.writeString(
                    folder.resolve("follow.jsonl"),
                    """
                    {"id":"follow-%d","title":"Deal","body":"Kroger and Ocado announced that Kroger will invest $%d billion in Ocado."}
                    """
                            .formatted(number, 20 + number));
            execute("feed", file.toString());
            return following.isDone();
        });

        assertThat(following.get()).isZero();
        Alert alert = Json.read(reader.lines().get(0).getBytes(StandardCharsets.UTF_8), Alert.class);
        assertThat(alert.partnership().id()).isEqualTo("kroger-ocado");
    }

    /** Takes so many lines and then refuses, as the next program of a pipe does that has ended. */
    private static final class FewLines extends Writer {
        private final StringBuilder text = new StringBuilder();
        private final int most;

        private FewLines(int most) {
            this.most = most;
        }

        @Override
        public synchronized void write(char[] buffer, int offset, int length) throws IOException {
            if (lines().size() > most) {
                throw new IOException("the reader is gone");
            }
            text.append(buffer, offset, length);
        }

        private synchronized List<String> lines() {
            return text.toString().lines().toList();
        }

        @Override
        public void flush() throws IOException {
            if (lines().size() >= most) {
                throw new IOException("the reader is gone");
            }
        }

        @Override
        public void close() {
            // There is nothing to close.
        }
    }

    @Test
    void saysInOneLineThatAnArticleIsUnknown() {
        assertThat(execute("why", "nobody-knows")).isEqualTo(1);

        assertThat(commandLine.err())
                .startsWith("pactwatch: article 'nobody-knows': neither alert, decision nor dead letter names it")
                .hasLineCount(1);
    }

    @Test
    void namesTheTopicThatIsMissing() {
        assertThat(execute("feed", "--topic", "nowhere", folder.toString())).isEqualTo(1);

        assertThat(commandLine.err())
                .startsWith("pactwatch: " + broker.bootstrapServers() + ": a topic is missing")
                .hasLineCount(1);
    }

    @Test
    void readsATopicToItsPresentEnd() {
        try (TopicReader reader =
                TopicReader.open(config, List.of(Topics.of(config).watchlist()), true)) {
            int[] count = {0};
            reader.readToEnd(record -> count[0]++);

            assertThat(count[0])
                    .isGreaterThanOrEqualTo(SampleArticles.watchlist().size());
        }
    }

    private List<Alert> alerts() {
        commandLine.clear();
        assertThat(execute("alerts", "--json")).isZero();
        return commandLine.lines().stream()
                .map(line -> Json.read(line.getBytes(StandardCharsets.UTF_8), Alert.class))
                .toList();
    }

    private int execute(String command, String... arguments) {
        String[] all = new String[arguments.length + 3];
        all[0] = command;
        all[1] = "--bootstrap-servers";
        all[2] = broker.bootstrapServers();
        System.arraycopy(arguments, 0, all, 3, arguments.length);
        return commandLine.execute(all);
    }
}
