package io.pactwatch.train.encoder;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import java.nio.FloatBuffer;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;

/** All weights of encoder and heads by name. Not thread-safe. */
final class Parameters {
    /** Word and position embeddings are half of all weights and learn little from so few texts. */
    private static final Set<String> FROZEN =
            Set.of("embeddings.word_embeddings.weight", "embeddings.position_embeddings.weight");

    private static final double SPREAD = 0.02;

    private final NDManager manager;
    private final Map<String, NDArray> byName = new LinkedHashMap<>();
    private final int layers;

    private Parameters(NDManager manager, int layers) {
        this.manager = manager;
        this.layers = layers;
    }

    /** The weights of a base encoder and fresh heads. */
    static Parameters of(NDManager manager, OnnxFile base, int terms, Random random) {
        Map<String, String> tensors = base.weights();
        int layers = (int) tensors.keySet().stream()
                .filter(name -> name.endsWith(".attention.self.query.weight"))
                .count();
        Parameters parameters = new Parameters(manager, layers);
        tensors.forEach((name, tensor) -> parameters.put(
                name, base.tensor(tensor).floats(), new Shape(base.tensor(tensor).shape())));
        int width = (int) parameters.get("embeddings.LayerNorm.bias").getShape().get(0);
        for (String tone : List.of("target", "tie")) {
            parameters.fresh(tone + ".weight", random, LabelSet.TONES.size(), 2 * width);
            parameters.fill(tone + ".bias", 0, LabelSet.TONES.size());
        }
        parameters.fresh("terms.query", random, terms, width);
        parameters.fresh("terms.weight", random, terms, width);
        parameters.fill("terms.bias", -3, terms);
        parameters.fresh("terms.statusQuery", random, width, width);
        parameters.fresh("status.weight", random, LabelSet.STATUSES.size(), 2 * width);
        parameters.fill("status.bias", 0, LabelSet.STATUSES.size());
        parameters.fresh("stage.weight", random, LabelSet.STAGES.size(), 2 * width);
        parameters.fill("stage.bias", 0, LabelSet.STAGES.size());
        parameters.trained().forEach(name -> parameters.get(name).setRequiresGradient(true));
        return parameters;
    }

    private void fresh(String name, Random random, int... shape) {
        float[] values = new float[shape[0] * shape[1]];
        for (int i = 0; i < values.length; i++) {
            values[i] = (float) (random.nextGaussian() * SPREAD);
        }
        put(name, values, new Shape(shape[0], shape[1]));
    }

    private void fill(String name, float value, int length) {
        float[] values = new float[length];
        Arrays.fill(values, value);
        put(name, values, new Shape(length));
    }

    private void put(String name, float[] values, Shape shape) {
        byName.put(name, manager.create(values, shape));
    }

    NDArray get(String name) {
        NDArray array = byName.get(name);
        if (array == null) {
            throw new IllegalArgumentException(name + ": the base encoder has no such weights");
        }
        return array;
    }

    /** Layers of the encoder. */
    int layers() {
        return layers;
    }

    /** Names of the weights that training changes. */
    List<String> trained() {
        return byName.keySet().stream().filter(name -> !FROZEN.contains(name)).toList();
    }

    /** Whether weights belong to a head, not to the encoder. */
    static boolean isHead(String name) {
        return !name.startsWith("encoder.") && !name.startsWith("embeddings.");
    }

    /** Lends all weights to another manager, so that what is computed from them dies with it. */
    void lendTo(NDManager other) {
        byName.values().forEach(array -> array.tempAttach(other));
    }

    /** The values of all weights that training changes. */
    Map<String, float[]> values() {
        Map<String, float[]> values = new LinkedHashMap<>();
        trained().forEach(name -> values.put(name, get(name).toFloatArray()));
        return values;
    }

    /** Sets the weights for which there are values. */
    void set(Map<String, float[]> values) {
        trained().stream()
                .filter(values::containsKey)
                .forEach(name -> get(name).set(FloatBuffer.wrap(values.get(name))));
    }
}
