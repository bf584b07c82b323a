package io.pactwatch.analysis.model;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import java.nio.FloatBuffer;
import java.nio.LongBuffer;
import java.util.Map;

/**
 * A BERT-like encoder in ONNX Runtime, on one thread for each caller: stream threads already keep the cores busy.
 * Thread-safe.
 *
 * <p>Texts are run one by one. The quantised encoder scales its activations by the largest in the whole batch, so in a
 * batch the reading of a text would depend on its neighbours, and a replay could differ from the first run; batches of 8
 * were only a sixth faster.
 */
final class EncoderSession implements AutoCloseable {
    private final OrtEnvironment environment = OrtEnvironment.getEnvironment();
    private final OrtSession session;

    /** @param model an ONNX file */
    EncoderSession(byte[] model) throws OrtException {
        try (OrtSession.SessionOptions options = new OrtSession.SessionOptions()) {
            options.setIntraOpNumThreads(1);
            options.setInterOpNumThreads(1);
            options.setOptimizationLevel(OrtSession.SessionOptions.OptLevel.ALL_OPT);
            options.addConfigEntry("session.intra_op.allow_spinning", "0");
            session = environment.createSession(model, options);
        }
    }

    /** The vectors of the pieces, of which the marked ones are of token type 1. */
    HiddenStates read(Pieces pieces, boolean[] marked) {
        int size = pieces.size();
        LongBuffer numbers = LongBuffer.allocate(size);
        LongBuffer mask = LongBuffer.allocate(size);
        LongBuffer types = LongBuffer.allocate(size);
        for (int piece = 0; piece < size; piece++) {
            numbers.put(piece, pieces.number(piece));
            mask.put(piece, 1);
            types.put(piece, marked[piece] ? 1 : 0);
        }
        long[] shape = {1, size};
        try (OnnxTensor ids = OnnxTensor.createTensor(environment, numbers, shape);
                OnnxTensor attended = OnnxTensor.createTensor(environment, mask, shape);
                OnnxTensor marks = OnnxTensor.createTensor(environment, types, shape);
                OrtSession.Result result =
                        session.run(Map.of("input_ids", ids, "attention_mask", attended, "token_type_ids", marks))) {
            FloatBuffer states = ((OnnxTensor) result.get(0)).getFloatBuffer();
            float[] values = new float[states.remaining()];
            states.get(values);
            return new HiddenStates(values, values.length / size);
        } catch (OrtException e) {
            throw new IllegalStateException("the encoder cannot read " + size + " pieces: " + e.getMessage(), e);
        }
    }

    @Override
    public void close() throws OrtException {
        session.close();
    }
}
