package io.pactwatch.train.encoder;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.Map;
import org.junit.jupiter.api.Test;

class QuantisedWeightsTest {
    private final BaseEncoder base = new BaseEncoder();

    @Test
    void weightsOfTheBaseComeBackAsTheyWere() throws IOException {
        OnnxFile file = base.floats();
        Map<String, String> weights = file.weights();
        float[] bias = file.tensor(weights.get("encoder.layer.0.output.dense.bias")).floats();
        float[] changed = bias.clone();
        changed[7] += 1;

        file.tensor(weights.get("encoder.layer.0.output.dense.bias")).setFloats(changed);

        assertThat(file.tensor(weights.get("encoder.layer.0.output.dense.bias")).floats())
                .isEqualTo(changed)
                .isNotEqualTo(bias);
        assertThat(weights).containsKey("encoder.layer.5.attention.self.value.weight");
    }

    @Test
    void everyTrainedWeightHasAPlaceInTheQuantisedFile() throws IOException {
        OnnxFile floats = base.floats();
        Map<String, float[]> values = new java.util.LinkedHashMap<>();
        floats.weights().forEach((name, tensor) -> {
            if (!name.startsWith("embeddings.word") && !name.startsWith("embeddings.position")) {
                values.put(name, floats.tensor(tensor).floats());
            }
        });

        assertThat(new QuantisedWeights(base.quantised()).put(values)).isEqualTo(values.size());
    }
}
