package io.pactwatch.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.clients.producer.MockProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.errors.AuthorizationException;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;

class ArticleSenderTest {
    private static final int MAX_BYTES = 1_000;

    private final List<String> refusals = new ArrayList<>();
    private final MockProducer<String, byte[]> producer =
            new MockProducer<>(false, null, new StringSerializer(), new ByteArraySerializer());
    private final ArticleSender sender = new ArticleSender(
            Optional.of(producer),
            "articles",
            Optional.empty(),
            MAX_BYTES,
            (place, reason) -> refusals.add(place + ": " + reason));

    @Test
    void keepsTheOrderInOnePartitionWhenAskedTo() {
        MockProducer<String, byte[]> ordered =
                new MockProducer<>(true, null, new StringSerializer(), new ByteArraySerializer());
        ArticleSender inOrder = new ArticleSender(
                Optional.of(ordered), "articles", Optional.of(0), MAX_BYTES, (place, reason) -> refusals.add(place));
        inOrder.article("file:1", bytes("{\"id\":\"b\",\"body\":\"text\"}"));
        inOrder.article("file:2", bytes("{\"id\":\"a\",\"body\":\"text\"}"));
        assertThat(ordered.history()).extracting(ProducerRecord::partition).containsExactly(0, 0);
        assertThat(ordered.history()).extracting(ProducerRecord::key).containsExactly("b", "a");
    }

    @Test
    void sendsTheMessageAsItIsUnderTheIdOfTheArticle() {
        byte[] message = bytes("{\"id\":\"a-1\",\"body\":\"text\",\"unknown\":1}");

        sender.article("file:1", message);

        assertThat(producer.history()).hasSize(1);
        ProducerRecord<String, byte[]> sent = producer.history().get(0);
        assertThat(sent.topic()).isEqualTo("articles");
        assertThat(sent.key()).isEqualTo("a-1");
        assertThat(sent.value()).isEqualTo(message);
    }

    @Test
    void countsAnArticleAsSentWhenKafkaHasAcknowledgedIt() {
        sender.article("file:1", bytes("{\"body\":\"text\"}"));
        assertThat(sender.sent()).isZero();

        producer.completeNext();

        assertThat(sender.sent()).isEqualTo(1);
        assertThat(sender.refused()).isZero();
    }

    @Test
    void refusesWhatIsNoArticleAndGoesOn() {
        sender.article("file:1", bytes("{\"body\": "));
        sender.article("file:2", bytes("[]"));
        sender.article("file:3", bytes("{\"body\":\"text\",\"publishedAt\":\"yesterday\"}"));
        sender.article("file:4", bytes("{\"body\":\"text\"}"));

        assertThat(producer.history()).hasSize(1);
        assertThat(sender.refused()).isEqualTo(3);
        assertThat(refusals).hasSize(3);
        assertThat(refusals.get(0)).startsWith("file:1: ").contains("not valid JSON");
        assertThat(refusals.get(1)).startsWith("file:2: ").contains("expected a JSON object");
        assertThat(refusals.get(2)).startsWith("file:3: ").contains("publishedAt");
    }

    @Test
    void refusesWhatTheBrokerFindsTooLarge() {
        sender.article("file:1", bytes("{\"body\":\"text\"}"));

        producer.errorNext(new RecordTooLargeException("too large"));
        sender.flush();

        assertThat(refusals).containsExactly("file:1: larger than the topic or the broker allows (max.message.bytes)");
        assertThat(sender.sent()).isZero();
    }

    @Test
    void stopsWhenTheClusterRefusesToTakeArticles() {
        sender.article("file:1", bytes("{\"body\":\"text\"}"));
        producer.errorNext(new AuthorizationException("not authorized"));

        assertThatThrownBy(() -> sender.article("file:2", bytes("{\"body\":\"text\"}")))
                .isInstanceOf(AuthorizationException.class);
        assertThat(producer.history()).hasSize(1);
    }

    @Test
    void onlyChecksWithoutAProducer() {
        ArticleSender check = new ArticleSender(
                Optional.empty(), "articles", Optional.empty(), MAX_BYTES, (place, reason) -> refusals.add(place));

        check.article("file:1", bytes("{\"body\":\"text\"}"));
        check.article("file:2", bytes("no"));
        check.flush();

        assertThat(check.sent()).isEqualTo(1);
        assertThat(refusals).containsExactly("file:2");
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
