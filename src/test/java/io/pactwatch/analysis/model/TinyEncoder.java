package io.pactwatch.analysis.model;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * A real ONNX file with a few dozen weights: the vector of a piece is one 1 at the place of its meaning, plus the mean over
 * the text, plus a 1 in the last place if the piece is marked. Its heads know one term and tell love from hate.
 */
public final class TinyEncoder {
    static final int WIDTH = 8;
    static final String TERM = "COMPUTE_EXCLUSIVITY";

    private static final int GOOD = 0;
    private static final int BAD = 1;
    private static final int SOLE = 2;
    private static final int ENDED = 3;
    private static final int MARKED = WIDTH - 1;
    private static final int FLOAT = 1;
    private static final int INT64 = 7;

    static final List<String> VOCABULARY = List.of(
            "[PAD]",
            "[UNK]",
            "[CLS]",
            "[SEP]",
            "northwind",
            "ostara",
            "loves",
            "hates",
            "sole",
            "ends",
            ".",
            "the",
            "cloud",
            "##s",
            "of",
            "is",
            "now");

    private TinyEncoder() {}

    public static EncoderFiles files() {
        return new EncoderFiles(
                model(), String.join("\n", VOCABULARY).getBytes(StandardCharsets.UTF_8), heads().getBytes());
    }

    static String heads() {
        return """
                {"version": 2, "hidden": 8, "maxTokens": 32, "languages": ["en"],
                 "target": {"labels": ["negative", "neutral", "positive"], "weight": [%s, %s, %s], "bias": [0, 0.5, 0]},
                 "tie": {"labels": ["negative", "neutral", "positive"], "weight": [%s, %s, %s], "bias": [0, 0.5, 0]},
                 "terms": {"labels": ["COMPUTE_EXCLUSIVITY"], "query": [%s], "weight": [%s], "bias": [-4], "threshold": [0.5],
                           "statusQuery": [%s]},
                 "status": {"labels": ["NEW", "ENDED"], "weight": [%s, %s], "bias": [1, 0]},
                 "stage": {"labels": ["SPECULATION", "ANNOUNCED"], "weight": [%s, %s], "bias": [0, 3]}}
                """
                .formatted(
                        row(2 * WIDTH, BAD, 40),
                        row(2 * WIDTH, 4, 0),
                        row(2 * WIDTH, GOOD, 40),
                        row(2 * WIDTH, BAD, 40),
                        row(2 * WIDTH, 4, 0),
                        row(2 * WIDTH, GOOD, 40),
                        row(WIDTH, SOLE, 30),
                        row(WIDTH, SOLE, 8),
                        IntStream.range(0, WIDTH)
                                .mapToObj(i -> row(WIDTH, SOLE, i == ENDED ? 20 : 0))
                                .collect(Collectors.joining(", ")),
                        row(2 * WIDTH, SOLE, 0),
                        row(2 * WIDTH, WIDTH + ENDED, 3),
                        row(2 * WIDTH, SOLE, 0),
                        row(2 * WIDTH, SOLE, 0));
    }

    private static String row(int length, int place, int value) {
        return IntStream.range(0, length)
                .mapToObj(i -> String.valueOf(i == place ? value : 0))
                .collect(Collectors.joining(", ", "[", "]"));
    }

    private static float[] words() {
        float[] table = new float[VOCABULARY.size() * WIDTH];
        table[VOCABULARY.indexOf("loves") * WIDTH + GOOD] = 1;
        table[VOCABULARY.indexOf("hates") * WIDTH + BAD] = 1;
        table[VOCABULARY.indexOf("sole") * WIDTH + SOLE] = 1;
        table[VOCABULARY.indexOf("ends") * WIDTH + ENDED] = 1;
        return table;
    }

    private static byte[] model() {
        float[] types = new float[2 * WIDTH];
        types[WIDTH + MARKED] = 1;
        Message graph = new Message()
                .add(1, node("Gather", List.of("words", "input_ids"), "w"))
                .add(1, node("Gather", List.of("types", "token_type_ids"), "t"))
                .add(1, node("Add", List.of("w", "t"), "e"))
                .add(
                        1,
                        node("ReduceMean", List.of("e"), "m")
                                .add(5, new Message().add(1, "axes").add(8, 1).add(20, 7)))
                .add(1, node("Add", List.of("e", "m"), "last_hidden_state"))
                .add(2, "tiny")
                .add(5, tensor("words", VOCABULARY.size(), words()))
                .add(5, tensor("types", 2, types))
                .add(11, value("input_ids", INT64))
                .add(11, value("attention_mask", INT64))
                .add(11, value("token_type_ids", INT64))
                .add(12, value("last_hidden_state", FLOAT));
        return new Message()
                .add(1, 8)
                .add(8, new Message().add(1, "").add(2, 13))
                .add(7, graph)
                .bytes();
    }

    private static Message node(String operation, List<String> inputs, String output) {
        Message node = new Message();
        inputs.forEach(input -> node.add(1, input));
        return node.add(2, output).add(3, output).add(4, operation);
    }

    private static Message tensor(String name, int rows, float[] values) {
        ByteBuffer raw = ByteBuffer.allocate(values.length * Float.BYTES).order(ByteOrder.LITTLE_ENDIAN);
        for (float value : values) {
            raw.putFloat(value);
        }
        return new Message()
                .add(1, rows)
                .add(1, WIDTH)
                .add(2, FLOAT)
                .add(8, name)
                .add(9, raw.array());
    }

    private static Message value(String name, int type) {
        Message shape = new Message().add(1, new Message().add(2, "batch")).add(1, new Message().add(2, "tokens"));
        if (type == FLOAT) {
            shape.add(1, new Message().add(1, WIDTH));
        }
        Message tensor = new Message().add(1, type).add(2, shape);
        return new Message().add(1, name).add(2, new Message().add(1, tensor));
    }

    /** A protocol buffer, which is what an ONNX file is. */
    private static final class Message {
        private final ByteArrayOutputStream out = new ByteArrayOutputStream();

        private Message add(int field, long value) {
            varint(field << 3);
            varint(value);
            return this;
        }

        private Message add(int field, byte[] value) {
            varint(field << 3 | 2);
            varint(value.length);
            out.writeBytes(value);
            return this;
        }

        private Message add(int field, String value) {
            return add(field, value.getBytes(StandardCharsets.UTF_8));
        }

        private Message add(int field, Message value) {
            return add(field, value.bytes());
        }

        private void varint(long value) {
            long rest = value;
            while (rest > 127) {
                out.write((int) (rest & 127 | 128));
                rest >>>= 7;
            }
            out.write((int) rest);
        }

        private byte[] bytes() {
            return out.toByteArray();
        }
    }
}
