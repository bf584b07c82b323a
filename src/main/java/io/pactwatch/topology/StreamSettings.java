package io.pactwatch.topology;

import io.pactwatch.config.MonitorConfig;
import io.pactwatch.metrics.MonitorMetrics;
import java.util.HashMap;
import java.util.Map;
import java.util.Properties;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.config.TopicConfig;
import org.apache.kafka.streams.StreamsConfig;

/**
 * The Kafka Streams properties of a monitor. In order of precedence: what the user passes on under {@code kafka}, then the
 * settings of {@link MonitorConfig}, then the tuning here (the reasons stand in DECISIONS.md).
 */
public final class StreamSettings {
    private StreamSettings() {}

    /** All properties, with the metrics port and the bounds that the dead-letter handler and the sources need. */
    public static Properties of(MonitorConfig config, MonitorMetrics metrics) {
        Map<String, Object> settings = new HashMap<>();
        settings.putAll(tuning());
        settings.putAll(configured(config));
        settings.putAll(deadLetters(config, metrics));
        settings.putAll(config.kafka());
        Properties properties = new Properties();
        properties.putAll(settings);
        return properties;
    }

    private static Map<String, Object> tuning() {
        Map<String, Object> settings = new HashMap<>();
        settings.put(StreamsConfig.PROCESSING_GUARANTEE_CONFIG, StreamsConfig.EXACTLY_ONCE_V2);
        settings.put(StreamsConfig.ENSURE_EXPLICIT_INTERNAL_RESOURCE_NAMING_CONFIG, true);
        // Nothing depends on the order between two topics, so no record waits for a topic that is empty, nor pays for
        // asking.
        settings.put(StreamsConfig.MAX_TASK_IDLE_MS_CONFIG, StreamsConfig.MAX_TASK_IDLE_MS_DISABLED);
        settings.put(StreamsConfig.STATESTORE_CACHE_MAX_BYTES_CONFIG, 50L * 1024 * 1024);
        settings.put(StreamsConfig.producerPrefix(ProducerConfig.BATCH_SIZE_CONFIG), 131_072);
        settings.put(StreamsConfig.producerPrefix(ProducerConfig.LINGER_MS_CONFIG), 50);
        settings.put(StreamsConfig.producerPrefix(ProducerConfig.TRANSACTION_TIMEOUT_CONFIG), 15_000);
        settings.put(StreamsConfig.mainConsumerPrefix(ConsumerConfig.MAX_PARTITION_FETCH_BYTES_CONFIG), 8_388_608);
        settings.put(StreamsConfig.mainConsumerPrefix(ConsumerConfig.MAX_POLL_RECORDS_CONFIG), 2_000);
        settings.put(StreamsConfig.mainConsumerPrefix(ConsumerConfig.SESSION_TIMEOUT_MS_CONFIG), 6_000);
        settings.put(StreamsConfig.mainConsumerPrefix(ConsumerConfig.HEARTBEAT_INTERVAL_MS_CONFIG), 2_000);
        settings.put(StreamsConfig.consumerPrefix(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG), "earliest");
        // The internal topics live as long as their state; the broker's retention by time must not cut articles of past
        // years.
        settings.put(StreamsConfig.topicPrefix(TopicConfig.MESSAGE_TIMESTAMP_TYPE_CONFIG), "CreateTime");
        return settings;
    }

    private static Map<String, Object> configured(MonitorConfig config) {
        Map<String, Object> settings = new HashMap<>();
        settings.put(StreamsConfig.APPLICATION_ID_CONFIG, config.applicationId());
        // A fixed client id keeps random names out of the metrics; instances differ by their instance id.
        String instance = config.stream().instanceId();
        settings.put(
                StreamsConfig.CLIENT_ID_CONFIG, config.applicationId() + (instance.isEmpty() ? "" : "-" + instance));
        if (!instance.isEmpty()) {
            settings.put(StreamsConfig.mainConsumerPrefix(ConsumerConfig.GROUP_INSTANCE_ID_CONFIG), instance);
        }
        settings.put(StreamsConfig.BOOTSTRAP_SERVERS_CONFIG, config.bootstrapServers());
        settings.put(StreamsConfig.NUM_STREAM_THREADS_CONFIG, config.stream().threads());
        settings.put(
                StreamsConfig.COMMIT_INTERVAL_MS_CONFIG,
                config.stream().commitInterval().toMillis());
        settings.put(
                StreamsConfig.STATE_DIR_CONFIG, config.stream().stateDirectory().toString());
        settings.put(
                StreamsConfig.REPLICATION_FACTOR_CONFIG, (int) config.topics().replicationFactor());
        settings.put(
                StreamsConfig.producerPrefix(ProducerConfig.MAX_REQUEST_SIZE_CONFIG),
                TopicPlan.maxMessageBytes(config));
        return settings;
    }

    private static Map<String, Object> deadLetters(MonitorConfig config, MonitorMetrics metrics) {
        Map<String, Object> settings = new HashMap<>();
        settings.put(
                StreamsConfig.ERRORS_DEAD_LETTER_QUEUE_TOPIC_NAME_CONFIG,
                Topics.of(config).deadLetters());
        settings.put(StreamsConfig.DESERIALIZATION_EXCEPTION_HANDLER_CLASS_CONFIG, DeadLetterHandler.class);
        settings.put(StreamsConfig.PROCESSING_EXCEPTION_HANDLER_CLASS_CONFIG, DeadLetterHandler.class);
        settings.put(StreamsConfig.PRODUCTION_EXCEPTION_HANDLER_CLASS_CONFIG, DeadLetterHandler.class);
        settings.put(DeadLetterHandler.METRICS, metrics);
        settings.put(DeadLetterHandler.MAX_VALUE_BYTES, config.limits().articleBytes());
        return settings;
    }
}
