package io.pactwatch.train.encoder;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import java.util.List;
import java.util.Random;

/**
 * A batch as tensors, padded to its longest text.
 *
 * @param pieces [batch, tokens]
 * @param marks [batch, tokens], 1 at marked pieces
 * @param padding [batch, 1, 1, tokens], very negative at padding
 * @param markShares [batch, 1, tokens], each marked piece's share of the mean
 */
record EncoderInput(NDArray pieces, NDArray marks, NDArray padding, NDArray markShares, int size, int tokens) {
    private static final float MINUS_INFINITY = -10_000f;
    private static final int MASK_PIECE = 103;

    /** @param hidden share of pieces whose word is hidden from the encoder, so that it does not learn passages by heart */
    static EncoderInput of(NDManager manager, List<Example> batch, double hidden, Random random) {
        int size = batch.size();
        int tokens = batch.stream().mapToInt(Example::length).max().orElseThrow();
        long[] pieces = new long[size * tokens];
        long[] marks = new long[size * tokens];
        float[] padding = new float[size * tokens];
        float[] shares = new float[size * tokens];
        for (int row = 0; row < size; row++) {
            Example example = batch.get(row);
            int marked = 0;
            for (boolean mark : example.marked()) {
                marked += mark ? 1 : 0;
            }
            for (int i = 0; i < tokens; i++) {
                int at = row * tokens + i;
                if (i >= example.length()) {
                    padding[at] = MINUS_INFINITY;
                    continue;
                }
                boolean word = i > 0 && i < example.length() - 1;
                pieces[at] = word && hidden > 0 && random.nextDouble() < hidden ? MASK_PIECE : example.pieces()[i];
                marks[at] = example.marked()[i] ? 1 : 0;
                shares[at] = example.marked()[i] ? 1f / marked : 0;
            }
        }
        return new EncoderInput(
                manager.create(pieces, new Shape(size, tokens)),
                manager.create(marks, new Shape(size, tokens)),
                manager.create(padding, new Shape(size, 1, 1, tokens)),
                manager.create(shares, new Shape(size, 1, tokens)),
                size,
                tokens);
    }
}
