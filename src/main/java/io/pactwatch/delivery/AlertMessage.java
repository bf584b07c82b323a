package io.pactwatch.delivery;

import io.pactwatch.alert.Alert;
import io.pactwatch.alert.AlertStatus;
import io.pactwatch.serde.Json;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Header;

/**
 * A message of the alerts topic.
 *
 * @param id the alert's id, which is the key of the message
 * @param alert absent if the message deletes the alert
 * @param historical whether the alert is about what was old when it was read
 * @param json the message as it stands on the topic
 * @param cloudEvent attributes of the CloudEvent by their names in HTTP, such as {@code ce-id}
 */
record AlertMessage(
        TopicPartition partition,
        String id,
        Optional<Alert> alert,
        boolean historical,
        byte[] json,
        Map<String, String> cloudEvent) {
    private static final String KAFKA_PREFIX = "ce_";
    private static final String HTTP_PREFIX = "ce-";

    /** The one field that older messages lack. */
    private record Marks(boolean historical) {}

    /** @throws IllegalArgumentException with the reason if the record is no alert */
    static AlertMessage of(ConsumerRecord<byte[], byte[]> record) {
        TopicPartition partition = new TopicPartition(record.topic(), record.partition());
        String id = record.key() == null ? "" : new String(record.key(), StandardCharsets.UTF_8);
        if (record.value() == null) {
            return new AlertMessage(partition, id, Optional.empty(), false, new byte[0], Map.of());
        }
        Alert alert = Json.read(record.value(), Alert.class);
        boolean historical = Json.read(record.value(), Marks.class).historical();
        return new AlertMessage(partition, alert.id(), Optional.of(alert), historical, record.value(), headers(record));
    }

    /** Whether the alert is over. */
    static boolean isClosed(Alert alert) {
        return alert.status() == AlertStatus.RESOLVED || alert.status() == AlertStatus.RETRACTED;
    }

    private static Map<String, String> headers(ConsumerRecord<byte[], byte[]> record) {
        Map<String, String> headers = new TreeMap<>();
        for (Header header : record.headers()) {
            String name = header.key();
            if (name.matches(KAFKA_PREFIX + "[a-z0-9]{1,20}") && header.value() != null) {
                String value = new String(header.value(), StandardCharsets.UTF_8);
                if (value.chars().allMatch(c -> c >= ' ' && c <= '~')) {
                    headers.put(HTTP_PREFIX + name.substring(KAFKA_PREFIX.length()), value);
                }
            }
        }
        return headers;
    }
}
