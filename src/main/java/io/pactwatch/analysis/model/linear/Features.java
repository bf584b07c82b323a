package io.pactwatch.analysis.model.linear;

import java.util.Arrays;

/** Features that are present, with their values. A feature that is added twice counts twice. Not thread-safe. */
public final class Features {
    /** Features kept; a text that has more is cut. */
    private static final int MOST = 8_000;

    private int[] hashes = new int[64];
    private float[] values = new float[64];
    private int size;

    public void add(int hash, float value) {
        if (size == hashes.length) {
            if (size >= MOST) {
                return;
            }
            hashes = Arrays.copyOf(hashes, size * 2);
            values = Arrays.copyOf(values, size * 2);
        }
        hashes[size] = hash;
        values[size++] = value;
    }

    public int size() {
        return size;
    }

    public int hash(int i) {
        return hashes[i];
    }

    public float value(int i) {
        return values[i];
    }

    /** Scales the features from a place on so that their values have a Euclidean length of {@code length} together. */
    public void normalise(int from, double length) {
        double squares = 0;
        for (int i = from; i < size; i++) {
            squares += values[i] * values[i];
        }
        if (squares > 0) {
            float factor = (float) (length / Math.sqrt(squares));
            for (int i = from; i < size; i++) {
                values[i] *= factor;
            }
        }
    }

    /** Multiplies the features from a place on. */
    void scale(int from, float factor) {
        for (int i = from; i < size; i++) {
            values[i] *= factor;
        }
    }
}
