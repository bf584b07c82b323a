package io.pactwatch.cli;

import io.pactwatch.config.MonitorConfig;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.CommonClientConfigs;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;

/** Looks whether a cluster answers and has what a command needs, before the command starts. */
final class Brokers {
    private static final int TIMEOUT_MILLIS = 10_000;

    private Brokers() {}

    /** Properties of every client of the configured cluster. */
    static Map<String, Object> client(MonitorConfig config) {
        Map<String, Object> properties = new HashMap<>(config.kafka());
        properties.put(CommonClientConfigs.BOOTSTRAP_SERVERS_CONFIG, config.bootstrapServers());
        return properties;
    }

    /** @throws CommandFailure if the cluster does not answer within ten seconds */
    static void requireCluster(MonitorConfig config) {
        ask(config, admin -> admin.describeCluster().nodes().get());
    }

    /**
     * The partitions of topics.
     *
     * @throws CommandFailure if the cluster does not answer within ten seconds or lacks a topic
     */
    static List<TopicPartition> partitions(MonitorConfig config, Collection<String> topics) {
        Map<String, TopicDescription> found = ask(
                config, admin -> admin.describeTopics(topics).allTopicNames().get());
        return found.values().stream()
                .flatMap(topic -> topic.partitions().stream()
                        .map(partition -> new TopicPartition(topic.name(), partition.partition())))
                .toList();
    }

    @FunctionalInterface
    private interface Question<T> {
        T ask(Admin admin) throws ExecutionException, InterruptedException;
    }

    private static <T> T ask(MonitorConfig config, Question<T> question) {
        Map<String, Object> properties = client(config);
        properties.put(AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, TIMEOUT_MILLIS);
        properties.put(AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG, TIMEOUT_MILLIS / 2);
        try (Admin admin = Admin.create(properties)) {
            return question.ask(admin);
        } catch (ExecutionException e) {
            throw failure(config, e.getCause());
        } catch (KafkaException e) {
            throw failure(config, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CommandFailure("interrupted while asking " + config.bootstrapServers(), e);
        }
    }

    private static CommandFailure failure(MonitorConfig config, Throwable problem) {
        String servers = config.bootstrapServers();
        if (problem instanceof TimeoutException) {
            return new CommandFailure(
                    "no Kafka broker answers at " + servers + " within " + TIMEOUT_MILLIS / 1_000
                            + " s: check --bootstrap-servers, and that the broker runs",
                    problem);
        }
        if (problem instanceof UnknownTopicOrPartitionException) {
            return new CommandFailure(
                    servers + ": a topic is missing (" + problem.getMessage()
                            + "): start the monitor first (pactwatch run), which makes its topics, or check"
                            + " topics.prefix",
                    problem);
        }
        return new CommandFailure("Kafka at " + servers + ": " + OneLineErrors.describe(problem), problem);
    }
}
