package io.pactwatch.topology;

import io.pactwatch.config.MonitorConfig;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.config.TopicConfig;

/** The topics that a monitor needs, with what must hold for each. */
final class TopicPlan {
    /** Room for keys and headers above the largest input value. */
    private static final int OVERHEAD_BYTES = 100_000;

    private static final String COMPACT = TopicConfig.CLEANUP_POLICY_COMPACT;
    private static final String DELETE = TopicConfig.CLEANUP_POLICY_DELETE;

    private TopicPlan() {}

    /** Largest message of any topic: an input of the largest size, or the dead letter that holds it. */
    static int maxMessageBytes(MonitorConfig config) {
        return config.limits().articleBytes() + OVERHEAD_BYTES;
    }

    static List<NewTopic> topics(MonitorConfig config) {
        Topics names = Topics.of(config);
        return List.of(
                topic(config, names.articles(), DELETE),
                topic(config, names.events(), DELETE),
                topic(config, names.watchlist(), COMPACT),
                topic(config, names.alerts(), COMPACT),
                topic(config, names.ledger(), COMPACT),
                topic(config, names.sentiment(), COMPACT),
                byArrival(topic(config, names.decisions(), DELETE)),
                byArrival(topic(config, names.deadLetters(), DELETE)));
    }

    private static NewTopic topic(MonitorConfig config, String name, String cleanup) {
        Map<String, String> settings = new TreeMap<>();
        settings.put(TopicConfig.CLEANUP_POLICY_CONFIG, cleanup);
        settings.put(TopicConfig.MAX_MESSAGE_BYTES_CONFIG, Integer.toString(maxMessageBytes(config)));
        return new NewTopic(name, config.topics().partitions(), config.topics().replicationFactor()).configs(settings);
    }

    /** Records about articles of past years must outlive the retention counted from now. */
    private static NewTopic byArrival(NewTopic topic) {
        Map<String, String> settings = new TreeMap<>(topic.configs());
        settings.put(TopicConfig.MESSAGE_TIMESTAMP_TYPE_CONFIG, "LogAppendTime");
        return topic.configs(settings);
    }
}
