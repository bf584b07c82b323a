package io.pactwatch.topology;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.pactwatch.broker.EmbeddedBroker;
import io.pactwatch.config.MonitorConfig;
import io.pactwatch.testing.Kafka;
import java.nio.file.Path;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TopicAdminIT {
    @TempDir
    static Path folder;

    private static EmbeddedBroker broker;

    @BeforeAll
    static void startBroker() {
        broker = EmbeddedBroker.start(folder, 0);
    }

    @AfterAll
    static void stopBroker() {
        broker.close();
    }

    @Test
    void createsWhatIsMissingAndAcceptsItTheNextTime() throws Exception {
        ensure(config("fresh."));
        try (Admin admin = admin()) {
            assertThat(admin.describeTopics(java.util.List.of("fresh.alerts"))
                            .allTopicNames()
                            .get()
                            .get("fresh.alerts")
                            .partitions())
                    .hasSize(3);
        }
        assertThatCode(() -> ensure(config("fresh."))).doesNotThrowAnyException();
    }

    @Test
    void acceptsMorePartitionsThanConfigured() throws Exception {
        Kafka.createTopic(
                broker.bootstrapServers(),
                new NewTopic("wide.articles", 12, (short) 1).configs(Map.of("max.message.bytes", "2000000")));
        assertThatCode(() -> ensure(config("wide."))).doesNotThrowAnyException();
    }

    @Test
    void refusesTopicsThatDoNotFitAndSaysWhy() throws Exception {
        Kafka.createTopic(broker.bootstrapServers(), "odd.alerts", 1);
        assertThatThrownBy(() -> ensure(config("odd.")))
                .isInstanceOf(TopicMismatchException.class)
                .hasMessageContaining("topic odd.alerts: has 1 partitions, topics.partitions is 3")
                .hasMessageContaining("topic odd.alerts: has cleanup.policy=delete, needs compact")
                .hasMessageContaining(
                        "topic odd.alerts: has max.message.bytes=1048588, limits.articleBytes needs 1100000")
                .hasMessageContaining("choose another topics.prefix")
                .hasMessageNotContaining("\n");
    }

    private static void ensure(MonitorConfig config) {
        try (Admin admin = admin()) {
            new TopicAdmin(admin).ensure(config);
        }
    }

    private static Admin admin() {
        return Admin.create(Map.of("bootstrap.servers", broker.bootstrapServers()));
    }

    private static MonitorConfig config(String prefix) {
        return MonitorConfig.DEFAULTS
                .withBootstrapServers(broker.bootstrapServers())
                .withTopics(new MonitorConfig.Topics(prefix, 3, (short) 1));
    }
}
