package io.pactwatch.train.encoder;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A model as the product reads it, to start from: its encoder and those of its heads that have the same labels. A model without
 * a head for the tie lends it that for targets.
 */
final class EarlierModel {
    private final JsonNode heads;
    private final Map<String, float[]> weights = new LinkedHashMap<>();

    private EarlierModel(JsonNode heads) {
        this.heads = heads;
    }

    /** Weights by name. */
    static Map<String, float[]> weights(Path folder, LabelSet labels) throws IOException {
        EarlierModel model =
                new EarlierModel(new ObjectMapper().readTree(folder.resolve("heads.json").toFile()));
        OnnxFile file = new OnnxFile(Files.readAllBytes(folder.resolve("encoder.onnx")));
        model.weights.putAll(new QuantisedWeights(file).read());
        model.head("target", "target", LabelSet.TONES);
        model.head("target", "tie", LabelSet.TONES);
        model.head("tie", "tie", LabelSet.TONES);
        if (model.head("terms", "terms", labels.terms())) {
            model.weights.put("terms.query", flat(model.heads.get("terms").get("query")));
            model.weights.put("terms.statusQuery", flat(model.heads.get("terms").get("statusQuery")));
            model.head("status", "status", LabelSet.STATUSES);
            model.head("stage", "stage", LabelSet.STAGES);
        }
        return model.weights;
    }

    /** Names of the heads of a model. */
    static List<String> heads(Path folder) throws IOException {
        List<String> names = new ArrayList<>();
        new ObjectMapper()
                .readTree(folder.resolve("heads.json").toFile())
                .properties()
                .forEach(field -> {
                    if (field.getValue().isObject()) {
                        names.add(field.getKey());
                    }
                });
        return names;
    }

    private boolean head(String from, String to, List<String> labels) {
        JsonNode head = heads.path(from);
        List<String> named = new ArrayList<>();
        head.path("labels").forEach(label -> named.add(label.asText()));
        if (!named.equals(labels)) {
            return false;
        }
        weights.put(to + ".weight", flat(head.get("weight")));
        weights.put(to + ".bias", flat(head.get("bias")));
        return true;
    }

    private static float[] flat(JsonNode numbers) {
        List<Float> values = new ArrayList<>();
        for (JsonNode row : numbers) {
            if (row.isArray()) {
                row.forEach(number -> values.add(number.floatValue()));
            } else {
                values.add(row.floatValue());
            }
        }
        float[] flat = new float[values.size()];
        for (int i = 0; i < flat.length; i++) {
            flat[i] = values.get(i);
        }
        return flat;
    }
}
