package io.pactwatch.train.encoder;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/** A model as the product reads it, to start from: its encoder and those of its heads whose labels have stayed the same. */
final class EarlierModel {
    private EarlierModel() {}

    /** Weights by name; heads that the model lacks are not among them. */
    static Map<String, float[]> weights(Path folder) throws IOException {
        OnnxFile file = new OnnxFile(Files.readAllBytes(folder.resolve("encoder.onnx")));
        Map<String, float[]> weights = new LinkedHashMap<>(new QuantisedWeights(file).read());
        JsonNode heads = new ObjectMapper().readTree(folder.resolve("heads.json").toFile());
        for (String tone : new String[] {"target", "tie"}) {
            if (heads.has(tone)) {
                weights.put(tone + ".weight", flat(heads.get(tone).get("weight")));
                weights.put(tone + ".bias", flat(heads.get(tone).get("bias")));
            }
        }
        if (!heads.has("tie")) {
            weights.put("tie.weight", weights.get("target.weight"));
            weights.put("tie.bias", weights.get("target.bias"));
        }
        return weights;
    }

    private static float[] flat(JsonNode numbers) {
        float[] values = new float[numbers.get(0).isArray() ? numbers.size() * numbers.get(0).size() : numbers.size()];
        int at = 0;
        for (JsonNode row : numbers) {
            if (row.isArray()) {
                for (JsonNode number : row) {
                    values[at++] = number.floatValue();
                }
            } else {
                values[at++] = row.floatValue();
            }
        }
        return values;
    }
}
