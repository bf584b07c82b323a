package io.pactwatch.delivery;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.pactwatch.alert.Alert;
import io.pactwatch.config.DeliveryTarget;
import io.pactwatch.serde.Json;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.common.TopicPartition;

/**
 * Keeps an Alertmanager up to date. News has no condition that could be seen to end, so an open alert stays open for the
 * lifetime of the target after its latest message: that is its {@code endsAt}, which outlasts any restart of this
 * process. Alertmanager keeps alerts in memory only, so all open ones are sent again at intervals; one that was
 * restarted has them back after the next.
 *
 * <p>When an update changes a label, such as the severity, the alert has a new identity there: the old one is ended in
 * the same request. At most {@link #MOST_OPEN} alerts are remembered, about 4 KB each; the oldest are dropped, which
 * then end by their {@code endsAt}. For one thread.
 */
final class AlertmanagerOutput implements Output {
    static final int MOST_OPEN = 10_000;
    private static final int MOST_AT_ONCE = 64;

    private final DeliveryTarget target;
    private final AlertFilter filter;
    private final ConsoleLinks links;
    private final Map<String, Open> open = new LinkedHashMap<>();
    private Instant nextResend = Instant.MIN;

    private record Open(TopicPartition partition, AlertmanagerAlert alert) {}

    AlertmanagerOutput(DeliveryTarget target, ConsoleLinks links) {
        this.target = target;
        filter = AlertFilter.of(target.filter());
        this.links = links;
    }

    @Override
    public Optional<Payload> next(AlertMessage message, Instant now) {
        Duration lifetime = target.timing().lifetime();
        List<AlertmanagerAlert> closing = new ArrayList<>();
        Optional<AlertmanagerAlert> opening = take(message, now, now.plus(lifetime), closing);
        if (closing.isEmpty() && opening.isEmpty()) {
            return Optional.empty();
        }
        // A message that was held back for longer than the lifetime must not arrive as one that is over.
        return Optional.of(new Payload(message.id(), Map.of(), attempt -> {
            ArrayNode body = JsonNodeFactory.instance.arrayNode();
            closing.forEach(alert -> body.add(alert.json()));
            opening.ifPresent(alert ->
                    body.add(alert.json().put("endsAt", attempt.plus(lifetime).toString())));
            return Json.bytes(body);
        }));
    }

    @Override
    public boolean remembers() {
        return true;
    }

    @Override
    public void restore(AlertMessage message, Instant now) {
        Instant end = message.alert()
                .map(alert -> alert.detectedAt().plus(target.timing().lifetime()))
                .orElse(now);
        take(message, now, end, new ArrayList<>());
        if (!end.isAfter(now)) {
            open.remove(message.id());
        }
    }

    @Override
    public void forget(Collection<TopicPartition> partitions) {
        open.values().removeIf(each -> partitions.contains(each.partition()));
        nextResend = Instant.MIN;
    }

    @Override
    public List<Payload> due(Instant now) {
        if (now.isBefore(nextResend)) {
            return List.of();
        }
        nextResend = now.plus(target.timing().resend());
        open.values().removeIf(each -> !each.alert().endsAt().isAfter(now));
        List<Payload> payloads = new ArrayList<>();
        Iterator<Open> rest = open.values().iterator();
        while (rest.hasNext()) {
            ArrayNode body = JsonNodeFactory.instance.arrayNode();
            while (rest.hasNext() && body.size() < MOST_AT_ONCE) {
                body.add(rest.next().alert().json());
            }
            byte[] bytes = Json.bytes(body);
            payloads.add(new Payload(body.size() + " open alerts", Map.of(), attempt -> bytes));
        }
        return payloads;
    }

    /** Enters a message: adds what it ends to {@code closing}, and returns what it opens or keeps open. */
    private Optional<AlertmanagerAlert> take(
            AlertMessage message, Instant now, Instant end, List<AlertmanagerAlert> closing) {
        Optional<Open> before = Optional.ofNullable(open.remove(message.id()));
        Optional<Alert> wanted = message.alert().filter(alert -> isWanted(message, alert));
        if (wanted.isEmpty() || AlertMessage.isClosed(wanted.get())) {
            Instant closed = wanted.map(Alert::detectedAt).orElse(now);
            before.map(known -> known.alert().ended(closed)).ifPresent(closing::add);
            wanted.filter(alert -> before.isEmpty())
                    .map(alert -> AlertmanagerAlert.of(alert, closed, links.to(alert)))
                    .ifPresent(closing::add);
            return Optional.empty();
        }
        AlertmanagerAlert alert = AlertmanagerAlert.of(wanted.get(), end, links.to(wanted.get()));
        Optional<AlertmanagerAlert> same =
                before.map(Open::alert).filter(known -> known.labels().equals(alert.labels()));
        if (same.isEmpty()) {
            before.map(known -> known.alert().ended(now)).ifPresent(closing::add);
        }
        AlertmanagerAlert current =
                same.map(known -> alert.startedAt(known.startsAt())).orElse(alert);
        remember(message, current);
        return Optional.of(current);
    }

    private void remember(AlertMessage message, AlertmanagerAlert alert) {
        open.put(message.id(), new Open(message.partition(), alert));
        if (open.size() > MOST_OPEN) {
            open.remove(open.keySet().iterator().next());
        }
    }

    private boolean isWanted(AlertMessage message, Alert alert) {
        return filter.matches(alert) && (target.filter().historical() || !message.historical());
    }
}
