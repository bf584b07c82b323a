package io.pactwatch.analysis.model;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.pactwatch.contract.ClaimStatus;
import io.pactwatch.contract.Stage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntFunction;

/**
 * What is read from the vectors of an encoder. A head that the file lacks is not read.
 *
 * @param hidden length of the encoder's vectors
 * @param languages BCP 47 tags of the languages that the encoder reads
 * @param maxTokens pieces that are read of a passage, both ends included
 * @param target tone of a text towards the marked words
 * @param tie tone towards the tie of the two parties whose names are marked
 * @param terms contract terms of a sentence
 */
record EncoderHeads(
        int hidden,
        int maxTokens,
        Set<String> languages,
        Optional<LinearHead<Tone>> target,
        Optional<LinearHead<Tone>> tie,
        Optional<TermHeads> terms) {
    private static final int VERSION = 2;
    private static final int MOST_TOKENS = 512;

    EncoderHeads {
        if (hidden < 1) {
            throw new IllegalArgumentException("hidden: " + hidden + " is not positive");
        }
        if (maxTokens < 3 || maxTokens > MOST_TOKENS) {
            throw new IllegalArgumentException("maxTokens: " + maxTokens + " is not between 3 and " + MOST_TOKENS);
        }
    }

    /**
     * Reads the file {@code heads.json}.
     *
     * @throws IllegalArgumentException with the field that is wrong
     */
    static EncoderHeads read(byte[] json) {
        try {
            JsonNode root = new ObjectMapper().readTree(json);
            if (root.path("version").asInt() != VERSION) {
                throw new IllegalArgumentException(
                        "version: '" + root.path("version").asText() + "' is not " + VERSION);
            }
            int hidden = root.path("hidden").asInt();
            return new EncoderHeads(
                    hidden,
                    root.path("maxTokens").asInt(),
                    Set.copyOf(texts(root, "languages")),
                    head(root, "target", Tone.class, Tone[]::new, 2 * hidden),
                    head(root, "tie", Tone.class, Tone[]::new, 2 * hidden),
                    terms(root, hidden));
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("not JSON", e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Optional<TermHeads> terms(JsonNode root, int hidden) {
        JsonNode terms = root.path("terms");
        if (terms.isMissingNode()) {
            return Optional.empty();
        }
        return Optional.of(new TermHeads(
                texts(terms, "labels"),
                rows(terms, "query", hidden),
                rows(terms, "weight", hidden),
                numbers(terms, "bias"),
                rows(terms, "statusQuery", hidden),
                head(root, "status", ClaimStatus.class, ClaimStatus[]::new, 2 * hidden),
                head(root, "stage", Stage.class, Stage[]::new, 2 * hidden)));
    }

    private static <E extends Enum<E>> Optional<LinearHead<E>> head(
            JsonNode root, String name, Class<E> type, IntFunction<E[]> array, int width) {
        JsonNode head = root.path(name);
        if (head.isMissingNode()) {
            return Optional.empty();
        }
        E[] labels = texts(head, "labels").stream()
                .map(label -> Enum.valueOf(type, label.toUpperCase(Locale.ROOT)))
                .toArray(array);
        return Optional.of(new LinearHead<>(labels, rows(head, "weight", width), numbers(head, "bias")));
    }

    private static List<String> texts(JsonNode node, String field) {
        List<String> texts = new ArrayList<>();
        node.path(field).forEach(text -> texts.add(text.asText()));
        return texts;
    }

    private static float[][] rows(JsonNode node, String field, int width) {
        float[][] rows = new float[node.path(field).size()][];
        for (int i = 0; i < rows.length; i++) {
            rows[i] = numbers(node.path(field).get(i));
            if (rows[i].length != width) {
                throw new IllegalArgumentException(
                        field + ": row " + i + " has " + rows[i].length + " numbers, not " + width);
            }
        }
        return rows;
    }

    private static float[] numbers(JsonNode node, String field) {
        return numbers(node.path(field));
    }

    private static float[] numbers(JsonNode list) {
        float[] numbers = new float[list.size()];
        for (int i = 0; i < numbers.length; i++) {
            numbers[i] = list.get(i).floatValue();
        }
        return numbers;
    }
}
