package io.pactwatch.train.encoder;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.List;

/** The encoder that training starts from, all-MiniLM-L6-v2 (Apache-2.0), as the class path brings it. */
final class BaseEncoder {
    private static final String NAME = "/all-minilm-l6-v2";

    /** With 32-bit weights. */
    OnnxFile floats() throws IOException {
        return new OnnxFile(resource(NAME + ".onnx"));
    }

    /** With 8-bit matrices. */
    OnnxFile quantised() throws IOException {
        return new OnnxFile(resource(NAME + "-q.onnx"));
    }

    /** Word pieces in the order of their numbers. */
    List<String> vocabulary() throws IOException {
        JsonNode pieces = new ObjectMapper()
                .readTree(resource(NAME + "-tokenizer.json"))
                .path("model")
                .path("vocab");
        String[] vocabulary = new String[pieces.size()];
        pieces.properties().forEach(entry -> vocabulary[entry.getValue().asInt()] = entry.getKey());
        return Arrays.asList(vocabulary);
    }

    private static byte[] resource(String name) throws IOException {
        try (InputStream in = BaseEncoder.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IOException(name + ": not on the class path, run with the Maven profile train");
            }
            return in.readAllBytes();
        }
    }
}
