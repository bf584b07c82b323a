package io.pactwatch.article;

import io.pactwatch.contract.Claim;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * A structured message about one partnership (filing, amendment, notice) that states its claims directly and so skips the
 * text analysis.
 *
 * @param id identity of the event; the same id is the same event
 * @param partnership id of the watched partnership
 * @param occurredAt when it happened; without it the time of the message counts
 * @param source who states it
 * @param kind what it is, such as {@code filing}
 * @param claims what it states, each with the words that state it
 * @param text the whole text, if the sender gives it
 */
public record PartnershipEvent(
        String id,
        String partnership,
        Optional<Instant> occurredAt,
        String source,
        String kind,
        List<Claim> claims,
        Optional<String> text) {

    public PartnershipEvent {
        if (Objects.requireNonNull(id, "id").isBlank()) {
            throw new IllegalArgumentException("id: blank");
        }
        if (Objects.requireNonNull(partnership, "partnership").isBlank()) {
            throw new IllegalArgumentException("partnership: blank");
        }
        Objects.requireNonNull(occurredAt, "occurredAt");
        Objects.requireNonNull(source, "source");
        Objects.requireNonNull(kind, "kind");
        claims = List.copyOf(claims);
        Objects.requireNonNull(text, "text");
    }
}
