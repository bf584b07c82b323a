package io.pactwatch.delivery;

import io.pactwatch.alert.Alert;
import io.pactwatch.config.DeliveryTarget;
import io.pactwatch.serde.Json;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/** One message of a webhook for every alert. */
final class WebhookOutput implements Output {
    private final DeliveryTarget target;
    private final AlertFilter filter;
    private final ConsoleLinks links;

    WebhookOutput(DeliveryTarget target, ConsoleLinks links) {
        this.target = target;
        filter = AlertFilter.of(target.filter());
        this.links = links;
    }

    @Override
    public Optional<Payload> next(AlertMessage message, Instant now) {
        return message.alert()
                .filter(filter::matches)
                .filter(alert -> target.filter().historical() || !message.historical())
                .map(alert -> payload(message, alert));
    }

    private Payload payload(AlertMessage message, Alert alert) {
        if (target.type() == DeliveryTarget.Type.JSON) {
            return new Payload(alert.id(), message.cloudEvent(), now -> message.json());
        }
        byte[] body = Json.bytes(SlackMessage.of(alert, links.to(alert)));
        return new Payload(alert.id(), Map.of(), now -> body);
    }
}
