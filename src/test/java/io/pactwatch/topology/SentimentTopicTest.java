package io.pactwatch.topology;

import static io.pactwatch.testing.Messages.TIME;
import static io.pactwatch.testing.Messages.article;
import static io.pactwatch.testing.Messages.bytes;
import static io.pactwatch.testing.Messages.investment;
import static org.assertj.core.api.Assertions.assertThat;

import io.pactwatch.analysis.ArticleAnalyzer;
import io.pactwatch.config.MonitorConfig;
import io.pactwatch.metrics.MonitorMetrics;
import io.pactwatch.serde.Json;
import io.pactwatch.testing.Messages;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.TestInputTopic;
import org.apache.kafka.streams.TestOutputTopic;
import org.apache.kafka.streams.TopologyTestDriver;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The compacted sentiment topic holds the stories of the series and no others. */
class SentimentTopicTest {
    @TempDir
    private Path state;

    private final Map<String, byte[]> compacted = new TreeMap<>();
    private TopologyTestDriver driver;
    private TestInputTopic<byte[], byte[]> articles;
    private TestOutputTopic<String, byte[]> sentiment;

    @BeforeEach
    void start() {
        MonitorConfig config =
                MonitorConfig.DEFAULTS.withStream(new MonitorConfig.Stream(1, Duration.ofMillis(100), state, ""));
        Properties settings = StreamSettings.of(config, MonitorMetrics.NONE);
        settings.put(StreamsConfig.PROCESSING_GUARANTEE_CONFIG, StreamsConfig.AT_LEAST_ONCE);
        MonitorTopology topology = new MonitorTopology(
                config, ArticleAnalyzer.forWatchlist(List.of()).catalogue(), MonitorMetrics.NONE, Clock.systemUTC());
        driver = new TopologyTestDriver(topology.build(), settings);
        Topics topics = Topics.of(config);
        articles = driver.createInputTopic(topics.articles(), new ByteArraySerializer(), new ByteArraySerializer());
        sentiment = driver.createOutputTopic(topics.sentiment(), new StringDeserializer(), new ByteArrayDeserializer());
        driver.createInputTopic(topics.watchlist(), new ByteArraySerializer(), new ByteArraySerializer())
                .pipeInput(
                        "acme-globex".getBytes(StandardCharsets.UTF_8),
                        Json.bytes(Messages.partnership("acme", "globex")));
    }

    @AfterEach
    void stop() {
        driver.close();
    }

    @Test
    void aStoryThatIsWithdrawnLeavesTheTopic() {
        send(article("a1", investment("Acme", "Globex", 3), TIME));
        send(article("a2", "Acme and Globex quarrel bitterly, people close to both said.", TIME.plusSeconds(60)));
        assertThat(compacted).containsOnlyKeys("acme-globex|a1", "acme-globex|a2");
        send(article("a1", "", TIME.plusSeconds(120)).put("pubStatus", "canceled"));
        assertThat(compacted).containsOnlyKeys("acme-globex|a2");
    }

    @Test
    void aStoryThatAnEarlierArticleTellsTooGoesOnUnderTheNameOfThatArticle() {
        String text = investment("Acme", "Globex", 3)
                + " It adds to the 12 percent that Initech holds and the $450 million of Hooli Ventures.";
        send(article("later", text, TIME.plusSeconds(3_600)));
        assertThat(compacted).containsOnlyKeys("acme-globex|later");
        send(article("earlier", text, TIME));
        assertThat(compacted).containsOnlyKeys("acme-globex|earlier");
    }

    private void send(Object article) {
        articles.pipeInput(bytes(article));
        sentiment.readKeyValuesToList().forEach(message -> {
            if (message.value == null) {
                compacted.remove(message.key);
            } else {
                compacted.put(message.key, message.value);
            }
        });
    }
}
