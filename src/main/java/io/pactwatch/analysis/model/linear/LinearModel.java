package io.pactwatch.analysis.model.linear;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * One weight per feature and class, in one byte each: the weight of a class is its byte times the scale of that class.
 * Immutable and thread-safe; scoring is linear in the number of features times the number of classes.
 */
public final class LinearModel {
    private static final int MOST_CLASSES = 200;
    private static final int MOST_SLOTS = 1 << 20;

    private final List<String> classes;
    private final float[] biases;
    private final float[] scales;
    private final byte[] weights;
    private final int slots;

    private LinearModel(List<String> classes, float[] biases, float[] scales, byte[] weights) {
        this.classes = List.copyOf(classes);
        this.biases = biases;
        this.scales = scales;
        this.weights = weights;
        this.slots = weights.length / classes.size();
    }

    /**
     * Rounds trained weights to one byte each.
     *
     * @param weights of feature {@code f} and class {@code c} at {@code f * classes + c}; as many features as a power of two
     */
    public static LinearModel rounded(List<String> classes, float[] biases, float[] weights) {
        int width = classes.size();
        float[] scales = new float[width];
        for (int i = 0; i < weights.length; i++) {
            scales[i % width] = Math.max(scales[i % width], Math.abs(weights[i]) / Byte.MAX_VALUE);
        }
        byte[] rounded = new byte[weights.length];
        for (int i = 0; i < weights.length; i++) {
            float scale = scales[i % width];
            rounded[i] = scale == 0 ? 0 : (byte) Math.round(weights[i] / scale);
        }
        return new LinearModel(classes, biases.clone(), scales, rounded);
    }

    /** Names of the classes, in the order of the scores. */
    public List<String> classes() {
        return classes;
    }

    /** The place of the weights of a feature, for {@link #weight}. */
    public static int slot(int hash, int slots) {
        return FeatureHash.slot(hash, slots);
    }

    /** The weight of a feature for a class. */
    public double weight(int hash, int place) {
        return weights[FeatureHash.slot(hash, slots) * classes.size() + place] * scales[place];
    }

    /** The score of each class before any squashing. */
    public double[] scores(Features features) {
        int width = classes.size();
        float[] sums = new float[width];
        for (int i = 0; i < features.size(); i++) {
            int row = FeatureHash.slot(features.hash(i), slots) * width;
            float value = features.value(i);
            for (int c = 0; c < width; c++) {
                sums[c] += value * weights[row + c];
            }
        }
        double[] scores = new double[width];
        for (int c = 0; c < width; c++) {
            scores[c] = sums[c] * scales[c] + biases[c];
        }
        return scores;
    }

    /** Writes the model so that {@link #read} finds it. */
    public void write(DataOutputStream out) throws IOException {
        out.writeInt(classes.size());
        for (int c = 0; c < classes.size(); c++) {
            out.writeUTF(classes.get(c));
            out.writeFloat(biases[c]);
            out.writeFloat(scales[c]);
        }
        out.writeInt(slots);
        out.write(weights);
    }

    /** @throws IOException if the stream does not hold a model */
    public static LinearModel read(DataInputStream in) throws IOException {
        int width = bounded(in.readInt(), MOST_CLASSES, "classes");
        List<String> classes = new ArrayList<>();
        float[] biases = new float[width];
        float[] scales = new float[width];
        for (int c = 0; c < width; c++) {
            classes.add(in.readUTF());
            biases[c] = in.readFloat();
            scales[c] = in.readFloat();
        }
        int slots = bounded(in.readInt(), MOST_SLOTS, "features");
        if (Integer.bitCount(slots) != 1) {
            throw new IOException("features: " + slots + " is no power of two");
        }
        byte[] weights = new byte[slots * width];
        in.readFully(weights);
        return new LinearModel(classes, biases, scales, weights);
    }

    private static int bounded(int number, int most, String what) throws IOException {
        if (number < 1 || number > most) {
            throw new IOException(what + ": " + number + " is not in 1.." + most);
        }
        return number;
    }
}
