package io.pactwatch.topology;

import io.pactwatch.config.MonitorConfig;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.Config;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.config.TopicConfig;
import org.apache.kafka.common.errors.TopicExistsException;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;

/** Creates the topics that are missing and refuses those that do not fit. */
final class TopicAdmin {
    private static final Duration LEADER_LIMIT = Duration.ofSeconds(10);
    private static final long POLL_MILLIS = 50;

    private final Admin admin;

    TopicAdmin(Admin admin) {
        this.admin = admin;
    }

    /** @throws TopicMismatchException naming every topic that does not fit, and why */
    void ensure(MonitorConfig config) {
        List<NewTopic> plan = TopicPlan.topics(config);
        try {
            Set<String> listed = admin.listTopics().names().get();
            Set<String> existing = new HashSet<>(listed);
            existing.addAll(create(plan.stream()
                    .filter(topic -> !listed.contains(topic.name()))
                    .toList()));
            Map<String, TopicDescription> descriptions =
                    awaitLeaders(plan.stream().map(NewTopic::name).toList());
            check(plan.stream().filter(topic -> existing.contains(topic.name())).toList(), descriptions);
        } catch (ExecutionException e) {
            throw new KafkaException(
                    "topics on " + config.bootstrapServers() + ": "
                            + e.getCause().getMessage(),
                    e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new KafkaException("interrupted while creating topics", e);
        }
    }

    /** Creates topics; returns the names of those that somebody else has created meanwhile. */
    private Set<String> create(List<NewTopic> missing) throws ExecutionException, InterruptedException {
        Set<String> existing = new HashSet<>();
        for (var created : admin.createTopics(missing).values().entrySet()) {
            try {
                created.getValue().get();
            } catch (ExecutionException e) {
                if (!(e.getCause() instanceof TopicExistsException)) {
                    throw e;
                }
                existing.add(created.getKey());
            }
        }
        return existing;
    }

    /** Describes topics once their leaders serve: what was created a moment ago may have none yet. */
    private Map<String, TopicDescription> awaitLeaders(List<String> names)
            throws ExecutionException, InterruptedException {
        long end = System.nanoTime() + LEADER_LIMIT.toNanos();
        while (true) {
            try {
                Map<String, TopicDescription> descriptions =
                        admin.describeTopics(names).allTopicNames().get();
                if (descriptions.values().stream().allMatch(TopicAdmin::hasLeaders)) {
                    awaitAnswers(descriptions.values());
                    return descriptions;
                }
            } catch (ExecutionException e) {
                if (!(e.getCause() instanceof UnknownTopicOrPartitionException)) {
                    throw e;
                }
            }
            if (System.nanoTime() > end) {
                throw new KafkaException("topics " + names + ": no leader within " + LEADER_LIMIT.toSeconds()
                        + " s; check the state of the brokers");
            }
            Thread.sleep(POLL_MILLIS);
        }
    }

    /**
     * Asks every leader for an offset, again until it answers: a broker that has yet to take up its leadership would refuse
     * the first batch of a producer and take the second, and the two could never be put in order again.
     */
    private void awaitAnswers(Collection<TopicDescription> topics) throws ExecutionException, InterruptedException {
        Map<TopicPartition, OffsetSpec> ends = new HashMap<>();
        for (TopicDescription topic : topics) {
            topic.partitions()
                    .forEach(partition ->
                            ends.put(new TopicPartition(topic.name(), partition.partition()), OffsetSpec.latest()));
        }
        admin.listOffsets(ends).all().get();
    }

    private static boolean hasLeaders(TopicDescription topic) {
        return topic.partitions().stream()
                .allMatch(partition ->
                        partition.leader() != null && !partition.leader().isEmpty());
    }

    private void check(List<NewTopic> wanted, Map<String, TopicDescription> descriptions)
            throws ExecutionException, InterruptedException {
        Map<String, Config> configs = configs(wanted);
        List<String> problems = new ArrayList<>();
        for (NewTopic topic : wanted) {
            problems.addAll(problems(topic, descriptions.get(topic.name()), configs.get(topic.name())));
        }
        if (!problems.isEmpty()) {
            throw new TopicMismatchException(String.join("; ", problems)
                    + ". Change the topic, or the setting, or choose another topics.prefix");
        }
    }

    private Map<String, Config> configs(List<NewTopic> topics) throws ExecutionException, InterruptedException {
        Set<ConfigResource> resources = topics.stream()
                .map(topic -> new ConfigResource(ConfigResource.Type.TOPIC, topic.name()))
                .collect(Collectors.toSet());
        Map<String, Config> configs = new HashMap<>();
        admin.describeConfigs(resources)
                .all()
                .get()
                .forEach((resource, config) -> configs.put(resource.name(), config));
        return configs;
    }

    private static List<String> problems(NewTopic wanted, TopicDescription found, Config config) {
        List<String> problems = new ArrayList<>();
        String name = "topic " + wanted.name() + ": ";
        int partitions = found.partitions().size();
        if (partitions < wanted.numPartitions()) {
            problems.add(name + "has " + partitions + " partitions, topics.partitions is " + wanted.numPartitions());
        }
        int replicas = found.partitions().get(0).replicas().size();
        if (replicas < wanted.replicationFactor()) {
            problems.add(
                    name + "has " + replicas + " replicas, topics.replicationFactor is " + wanted.replicationFactor());
        }
        String cleanup = config.get(TopicConfig.CLEANUP_POLICY_CONFIG).value();
        String wantedCleanup = wanted.configs().get(TopicConfig.CLEANUP_POLICY_CONFIG);
        if (!cleanup.equals(wantedCleanup)) {
            problems.add(name + "has cleanup.policy=" + cleanup + ", needs " + wantedCleanup);
        }
        int bytes = Integer.parseInt(
                config.get(TopicConfig.MAX_MESSAGE_BYTES_CONFIG).value());
        int wantedBytes = Integer.parseInt(wanted.configs().get(TopicConfig.MAX_MESSAGE_BYTES_CONFIG));
        if (bytes < wantedBytes) {
            problems.add(name + "has max.message.bytes=" + bytes + ", limits.articleBytes needs " + wantedBytes);
        }
        return problems;
    }
}
