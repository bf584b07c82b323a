package io.pactwatch.train.encoder;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import java.nio.FloatBuffer;
import java.nio.LongBuffer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** An exported encoder, read as the product reads it. */
final class OnnxHiddenStates implements HiddenStates, AutoCloseable {
    private final OrtEnvironment environment = OrtEnvironment.getEnvironment();
    private final OrtSession session;

    OnnxHiddenStates(Path file) throws OrtException {
        try (OrtSession.SessionOptions options = new OrtSession.SessionOptions()) {
            options.setIntraOpNumThreads(1);
            options.addConfigEntry("session.intra_op.allow_spinning", "0");
            session = environment.createSession(file.toString(), options);
        }
    }

    @Override
    public List<float[]> of(List<Example> batch) {
        int tokens = batch.stream().mapToInt(Example::length).max().orElseThrow();
        LongBuffer pieces = LongBuffer.allocate(batch.size() * tokens);
        LongBuffer mask = LongBuffer.allocate(batch.size() * tokens);
        LongBuffer marks = LongBuffer.allocate(batch.size() * tokens);
        for (Example example : batch) {
            for (int i = 0; i < tokens; i++) {
                boolean inside = i < example.length();
                pieces.put(inside ? example.pieces()[i] : 0);
                mask.put(inside ? 1 : 0);
                marks.put(inside && example.marked()[i] ? 1 : 0);
            }
        }
        long[] shape = {batch.size(), tokens};
        try (OnnxTensor pieceTensor = OnnxTensor.createTensor(environment, pieces.flip(), shape);
                OnnxTensor maskTensor = OnnxTensor.createTensor(environment, mask.flip(), shape);
                OnnxTensor markTensor = OnnxTensor.createTensor(environment, marks.flip(), shape);
                OrtSession.Result result = session.run(Map.of(
                        "input_ids", pieceTensor, "attention_mask", maskTensor, "token_type_ids", markTensor))) {
            FloatBuffer all = ((OnnxTensor) result.get(0)).getFloatBuffer();
            int stride = all.remaining() / batch.size();
            List<float[]> states = new ArrayList<>();
            for (int row = 0; row < batch.size(); row++) {
                float[] values = new float[batch.get(row).length() * (stride / tokens)];
                all.get(row * stride, values);
                states.add(values);
            }
            return states;
        } catch (OrtException e) {
            throw new IllegalStateException("the exported encoder cannot be run (" + e.getMessage() + ")", e);
        }
    }

    @Override
    public void close() throws OrtException {
        session.close();
    }
}
