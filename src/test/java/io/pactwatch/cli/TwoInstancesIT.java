package io.pactwatch.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.Counter;
import io.pactwatch.broker.EmbeddedBroker;
import io.pactwatch.config.MonitorConfig;
import io.pactwatch.feed.SampleArticles;
import io.pactwatch.metrics.MeterName;
import io.pactwatch.testing.Kafka;
import io.pactwatch.topology.Topics;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The metrics of two instances that share the partitions, before and after one of them leaves. */
@Timeout(240)
class TwoInstancesIT {
    private static final Duration LIMIT = Duration.ofSeconds(90);
    private static final Pattern STANDING =
            Pattern.compile("^(pactwatch_signal_(?:sentiment|term)_[a-z_]+\\{.*})", Pattern.MULTILINE);
    private static final Pattern PARTNERSHIP = Pattern.compile("partnership=\"([^\"]+)\"");

    private final HttpClient client = HttpClient.newHttpClient();

    @Test
    void everyPartnershipIsShownByTheOneInstanceThatProcessesIt(@TempDir Path folder) throws Exception {
        try (EmbeddedBroker broker = EmbeddedBroker.start(folder.resolve("kafka"), 0);
                MonitorProcess first = start(broker, folder, "1", "INFO")) {
            feed(broker);
            await().atMost(LIMIT).until(() -> hasReadAll(first));
            Set<String> all = partnerships(first);
            // What is counted is told with the next commit.
            await().atMost(LIMIT).untilAsserted(() -> assertThat(told(broker)).isEqualTo(all));
            Map<String, String> values = standing(first);

            try (MonitorProcess second = start(broker, folder, "2", "DEBUG")) {
                await().atMost(LIMIT).untilAsserted(() -> {
                    assertThat(partnerships(second)).isNotEmpty().doesNotContainAnyElementsOf(partnerships(first));
                    assertThat(union(partnerships(first), partnerships(second))).isEqualTo(all);
                });
                Map<String, String> together = standing(first);
                together.putAll(standing(second));
                assertThat(together).isEqualTo(values);
            }
            await().atMost(LIMIT)
                    .untilAsserted(() -> assertThat(partnerships(first)).isEqualTo(all));
            assertThat(standing(first)).isEqualTo(values);
        }
    }

    private static MonitorProcess start(EmbeddedBroker broker, Path folder, String instance, String recordingLevel)
            throws InterruptedException {
        MonitorConfig defaults = MonitorConfig.DEFAULTS;
        MonitorConfig config = new MonitorConfig(
                broker.bootstrapServers(),
                defaults.applicationId(),
                defaults.topics(),
                new MonitorConfig.Stream(
                        2, defaults.stream().commitInterval(), folder.resolve("state-" + instance), instance),
                defaults.limits(),
                defaults.analysis(),
                defaults.signal(),
                defaults.alert(),
                new MonitorConfig.Console("127.0.0.1", 0),
                defaults.delivery(),
                Map.of("metrics.recording.level", recordingLevel));
        MonitorProcess process = MonitorProcess.start(config, SampleArticles.watchlist());
        assertThat(process.runner().awaitRunning(LIMIT)).isTrue();
        return process;
    }

    private static void feed(EmbeddedBroker broker) throws Exception {
        List<String> articles = SampleArticles.all().stream()
                .map(sample -> new String(sample.message(), StandardCharsets.UTF_8))
                .toList();
        Kafka.send(broker.bootstrapServers(), Topics.of(MonitorConfig.DEFAULTS).articles(), articles);
    }

    /** Whether all articles are analyzed, and each analysis has found its story. */
    private static boolean hasReadAll(MonitorProcess process) {
        return count(process, MeterName.ARTICLE_INPUTS) == SampleArticles.all().size()
                && count(process, MeterName.SIGNAL_STORIES) == count(process, MeterName.ANALYSIS_RESULTS);
    }

    private static double count(MonitorProcess process, MeterName name) {
        return process.meters().registry().get(name.id()).counters().stream()
                .mapToDouble(Counter::count)
                .sum();
    }

    /** Ids of the partnerships of which something is in the ledger or in the sentiment series. */
    private static Set<String> told(EmbeddedBroker broker) {
        Topics topics = Topics.of(MonitorConfig.DEFAULTS);
        return List.of(topics.ledger(), topics.sentiment()).stream()
                .flatMap(topic -> Kafka.records(broker.bootstrapServers(), topic).stream())
                .map(record -> new String(record.key(), StandardCharsets.UTF_8).replaceFirst("\\|.*", ""))
                .collect(Collectors.toSet());
    }

    private Set<String> partnerships(MonitorProcess process) throws IOException, InterruptedException {
        Set<String> partnerships = new TreeSet<>();
        standing(process).keySet().forEach(series -> {
            Matcher partnership = PARTNERSHIP.matcher(series);
            assertThat(partnership.find()).as(series).isTrue();
            partnerships.add(partnership.group(1));
        });
        return partnerships;
    }

    /** The gauges that tell where a partnership stands, with their values; every scrape must be answered. */
    private Map<String, String> standing(MonitorProcess process) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(
                        URI.create("http://127.0.0.1:" + process.consolePort() + "/metrics"))
                .build();
        HttpResponse<String> answer = client.send(request, HttpResponse.BodyHandlers.ofString());
        assertThat(answer.statusCode()).isEqualTo(200);
        Map<String, String> series = new HashMap<>();
        answer.body()
                .lines()
                .filter(line -> STANDING.matcher(line).find() && !line.contains("_total"))
                .forEach(line -> {
                    int end = line.lastIndexOf(' ');
                    series.put(line.substring(0, end), line.substring(end + 1));
                });
        return series;
    }

    private static Set<String> union(Set<String> one, Set<String> other) {
        Set<String> union = new TreeSet<>(one);
        union.addAll(other);
        return union;
    }
}
