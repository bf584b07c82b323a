package io.pactwatch.train.encoder;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Puts trained weights into the int8 form of an encoder: matrices with one scale for each output where the file has room for
 * them, else one scale for all; biases and norms as they are.
 */
final class QuantisedWeights {
    private static final String SUFFIX = "_quantized";
    private static final float LARGEST = 127;
    private static final float RANGE = 255;

    private final OnnxFile file;

    QuantisedWeights(OnnxFile file) {
        this.file = file;
    }

    /** Writes every encoder weight and returns how many there were; throws if the file lacks a place for one. */
    int put(Map<String, float[]> weights) {
        Map<String, OnnxFile.Node> matrices = file.matrixNodes("MatMulInteger");
        int written = 0;
        for (var entry : weights.entrySet()) {
            String name = entry.getKey();
            if (Parameters.isHead(name)) {
                continue;
            }
            if (matrices.containsKey(name)) {
                String quantised = matrices.get(name).inputs().get(1);
                quantise(quantised.substring(0, quantised.length() - SUFFIX.length()), entry.getValue());
            } else if (file.has(name + SUFFIX)) {
                quantise(name, entry.getValue());
            } else {
                file.tensor(name).setFloats(entry.getValue());
            }
            written++;
        }
        return written;
    }

    /** The weights of the encoder that training changes, read back from their int8 form. */
    Map<String, float[]> read() {
        Map<String, float[]> weights = new LinkedHashMap<>();
        file.weights().forEach((name, tensor) -> {
            if (!name.endsWith("_scale")) {
                weights.put(name, file.tensor(tensor).floats());
            }
        });
        String marks = "embeddings.token_type_embeddings.weight";
        weights.put(marks, floats(marks));
        file.matrixNodes("MatMulInteger").forEach((name, node) -> {
            String quantised = node.inputs().get(1);
            weights.put(name, floats(quantised.substring(0, quantised.length() - SUFFIX.length())));
        });
        return weights;
    }

    private float[] floats(String name) {
        OnnxTensorSlot slot = file.tensor(name + SUFFIX);
        int[] levels = slot.levels();
        int zero = slot.type() == OnnxTensorSlot.INT8 ? 0 : file.tensor(name + "_zero_point").levels()[0];
        float[] scale = file.tensor(name + "_scale").floats();
        float[] values = new float[levels.length];
        for (int i = 0; i < values.length; i++) {
            values[i] = (levels[i] - zero) * scale[i % scale.length];
        }
        return values;
    }

    private void quantise(String name, float[] values) {
        OnnxTensorSlot scale = file.tensor(name + "_scale");
        long[] scales = scale.shape();
        if (scales.length == 1 && scales[0] > 1) {
            byColumn(name, values, (int) scales[0]);
        } else {
            asOne(name, values);
        }
    }

    private void byColumn(String name, float[] values, int columns) {
        float[] scales = new float[columns];
        byte[] bytes = new byte[values.length];
        for (int column = 0; column < columns; column++) {
            float largest = 1e-9f;
            for (int at = column; at < values.length; at += columns) {
                largest = Math.max(largest, Math.abs(values[at]));
            }
            scales[column] = largest / LARGEST;
            for (int at = column; at < values.length; at += columns) {
                bytes[at] = (byte) Math.round(values[at] / scales[column]);
            }
        }
        file.tensor(name + SUFFIX).setBytes(bytes);
        file.tensor(name + "_scale").setFloats(scales);
    }

    private void asOne(String name, float[] values) {
        OnnxTensorSlot slot = file.tensor(name + SUFFIX);
        boolean signed = slot.type() == OnnxTensorSlot.INT8;
        float least = 0;
        float most = 0;
        for (float value : values) {
            least = Math.min(least, value);
            most = Math.max(most, value);
        }
        float scale = signed ? Math.max(-least, most) / LARGEST : (most - least) / RANGE;
        int zero = signed ? 0 : Math.round(-least / scale);
        byte[] bytes = new byte[values.length];
        for (int i = 0; i < values.length; i++) {
            int level = Math.round(values[i] / scale) + zero;
            bytes[i] = (byte) (signed ? Math.max(-127, Math.min(127, level)) : Math.max(0, Math.min(255, level)));
        }
        slot.setBytes(bytes);
        file.tensor(name + "_scale").setFloats(new float[] {scale});
        file.tensor(name + "_zero_point").setByte(zero);
    }
}
