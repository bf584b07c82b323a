package io.pactwatch.delivery;

import io.micrometer.core.instrument.MeterRegistry;
import io.pactwatch.article.InvalidInputException;
import io.pactwatch.config.DeliveryTarget;
import io.pactwatch.config.MonitorConfig;
import io.pactwatch.metrics.DeliveryMetrics;
import io.pactwatch.topology.Topics;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.CommonClientConfigs;

/**
 * Delivers alerts to all configured targets, each in a thread and a consumer group of its own. Several processes with
 * the same application id share the partitions. Thread-safe.
 */
public final class Deliveries implements AutoCloseable {
    private final List<TargetDelivery> deliveries;

    private Deliveries(List<TargetDelivery> deliveries) {
        this.deliveries = deliveries;
    }

    /**
     * Starts; the alerts topic must exist. What comes after this call is delivered.
     *
     * @param environment environment variables, for secrets
     * @throws InvalidInputException naming target and place if a secret cannot be read or is of no use
     * @throws org.apache.kafka.common.KafkaException if the cluster does not answer
     */
    public static Deliveries start(MonitorConfig config, Map<String, String> environment, MeterRegistry registry) {
        List<TargetDelivery> deliveries = new ArrayList<>();
        try {
            for (DeliveryTarget target : config.delivery().targets()) {
                deliveries.add(delivery(config, target, environment, registry));
            }
            deliveries.forEach(TargetDelivery::start);
        } catch (RuntimeException e) {
            deliveries.forEach(TargetDelivery::close);
            throw e;
        }
        return new Deliveries(List.copyOf(deliveries));
    }

    /** The consumer group of a target. */
    public static String group(MonitorConfig config, DeliveryTarget target) {
        return config.applicationId() + "-delivery-" + target.name();
    }

    /** Whether every target is reading. With more processes than partitions, some of them read nothing. */
    public boolean isReading() {
        return deliveries.stream().allMatch(TargetDelivery::isReading);
    }

    /** Stops all at once, within ten seconds for each target. Idempotent. */
    @Override
    public void close() {
        deliveries.forEach(TargetDelivery::stop);
        deliveries.forEach(TargetDelivery::close);
    }

    private static TargetDelivery delivery(
            MonitorConfig config, DeliveryTarget target, Map<String, String> environment, MeterRegistry registry) {
        Clock clock = Clock.systemUTC();
        DeliveryMetrics metrics = new DeliveryMetrics(registry, target.name());
        ConsoleLinks links = new ConsoleLinks(config.delivery().consoleUrl());
        Output output = target.type() == DeliveryTarget.Type.ALERTMANAGER
                ? new AlertmanagerOutput(target, links)
                : new WebhookOutput(target, links);
        Map<String, Object> client = new HashMap<>(config.kafka());
        client.put(CommonClientConfigs.BOOTSTRAP_SERVERS_CONFIG, config.bootstrapServers());
        AlertConsumer.Source source = new AlertConsumer.Source(
                client,
                Topics.of(config).alerts(),
                group(config, target),
                target.filter().fromBeginning());
        return new TargetDelivery(
                target, source, output, new HttpSender(target, environment, metrics, clock), metrics, clock);
    }
}
