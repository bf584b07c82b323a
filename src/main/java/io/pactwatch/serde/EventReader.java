package io.pactwatch.serde;

import com.fasterxml.jackson.databind.JsonNode;
import io.pactwatch.article.InvalidInputException;
import io.pactwatch.article.PartnershipEvent;
import io.pactwatch.contract.Claim;
import io.pactwatch.contract.ClaimStatus;
import io.pactwatch.contract.Evidence;
import io.pactwatch.contract.PartialDate;
import io.pactwatch.contract.Stage;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;

/**
 * Reads partnership events: {@code id}, {@code partnership}, {@code occurredAt}, {@code source}, {@code kind}, {@code text}
 * and {@code claims}, each with {@code term}, {@code scope}, {@code holder}, {@code payer}, {@code value}, {@code status},
 * {@code stage}, {@code validFrom}, {@code validUntil} and {@code evidence}, the words that state it: a part of {@code text} where that is given.
 */
public final class EventReader {
    private static final int MAX_CLAIMS = 100;

    private EventReader() {}

    /** Reads an event whose record has no headers. */
    public static PartnershipEvent read(byte[] json, int maxBytes) {
        return read(new RecordHeaders(), json, maxBytes);
    }

    /**
     * Reads an event that is alone in its message, or the data of a CloudEvent 1.0 in structured mode (one JSON object with
     * {@code data}) or in binary mode (attributes in {@code ce_} headers). Where the event has no {@code id},
     * {@code occurredAt}, {@code source} or {@code kind}, the CloudEvent's source and id, time, source and type count.
     *
     * @throws InvalidInputException if the message is too large, is no JSON object, or a field is missing or wrong
     */
    public static PartnershipEvent read(Headers headers, byte[] json, int maxBytes) {
        InputJson message = InputJson.parse(json, maxBytes);
        try {
            Optional<CloudEvent> envelope = CloudEvent.of(message, headers);
            InputJson event = envelope.map(CloudEvent::data).orElse(message);
            Optional<String> text = event.text("text");
            return new PartnershipEvent(
                    id(event, envelope, json),
                    event.requiredText("partnership"),
                    event.instant("occurredAt").or(() -> envelope.flatMap(CloudEvent::time)),
                    event.text("source")
                            .or(() -> envelope.map(CloudEvent::source))
                            .orElse("event"),
                    event.text("kind").or(() -> envelope.map(CloudEvent::type)).orElse("event"),
                    claims(event, text),
                    text);
        } catch (IllegalArgumentException | InvalidInputException e) {
            throw new InvalidInputException(InputJson.oneLine(e.getMessage()), e);
        }
    }

    private static String id(InputJson event, Optional<CloudEvent> envelope, byte[] json) {
        String id = event.text("id")
                .or(() -> envelope.map(CloudEvent::identity))
                .orElseGet(() -> InputJson.hash(new String(json, StandardCharsets.UTF_8)));
        if (id.length() > ArticleFields.MAX_ID) {
            throw new InvalidInputException("id: longer than " + ArticleFields.MAX_ID + " characters");
        }
        return id;
    }

    private static List<Claim> claims(InputJson message, Optional<String> text) {
        JsonNode array = message.field("claims").orElseThrow(() -> new InvalidInputException("claims: missing"));
        if (!array.isArray() || array.isEmpty() || array.size() > MAX_CLAIMS) {
            throw new InvalidInputException("claims: expected a list of 1 to " + MAX_CLAIMS + " claims");
        }
        List<Claim> claims = new ArrayList<>();
        for (int i = 0; i < array.size(); i++) {
            try {
                claims.add(claim(InputJson.of(array.get(i), "claims[" + i + "]"), text));
            } catch (IllegalArgumentException | InvalidInputException e) {
                throw new InvalidInputException("claims[" + i + "]: " + e.getMessage(), e);
            }
        }
        return claims;
    }

    private static Claim claim(InputJson claim, Optional<String> text) {
        return new Claim(
                claim.requiredText("term"),
                claim.text("scope"),
                claim.text("holder"),
                claim.text("payer"),
                claim.field("value").map(TermValueJson::of),
                constant(ClaimStatus.class, claim.requiredText("status"), "status"),
                constant(Stage.class, claim.text("stage").orElse(Stage.ANNOUNCED.name()), "stage"),
                date(claim, "validFrom"),
                date(claim, "validUntil"),
                evidence(claim.requiredText("evidence"), text));
    }

    private static Optional<PartialDate> date(InputJson claim, String field) {
        return claim.text(field).map(text -> {
            try {
                return PartialDate.of(text.strip());
            } catch (IllegalArgumentException e) {
                throw new InvalidInputException(field + ": " + e.getMessage(), e);
            }
        });
    }

    private static Evidence evidence(String exact, Optional<String> text) {
        String whole = text.orElse(exact);
        int start = whole.indexOf(exact);
        if (start < 0) {
            throw new InvalidInputException("evidence: is not a part of the text of the event");
        }
        return Evidence.of(whole, start, start + exact.length());
    }

    private static <E extends Enum<E>> E constant(Class<E> type, String name, String field) {
        try {
            return Enum.valueOf(type, name.toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException e) {
            throw new InvalidInputException(
                    field + ": '" + name + "' is none of " + List.of(type.getEnumConstants()), e);
        }
    }
}
