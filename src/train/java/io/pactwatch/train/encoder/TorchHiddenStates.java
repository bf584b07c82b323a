package io.pactwatch.train.encoder;

import ai.djl.ndarray.NDManager;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

/** The encoder in training, as it is. */
final class TorchHiddenStates implements HiddenStates {
    private final NDManager manager;
    private final Parameters parameters;
    private final EncoderNetwork network;

    TorchHiddenStates(NDManager manager, Parameters parameters, EncoderNetwork network) {
        this.manager = manager;
        this.parameters = parameters;
        this.network = network;
    }

    @Override
    public List<float[]> of(List<Example> batch) {
        try (NDManager step = manager.newSubManager()) {
            parameters.lendTo(step);
            EncoderInput input = EncoderInput.of(step, batch, 0, new Random(0));
            float[] all = network.hidden(input, false).toFloatArray();
            int stride = all.length / batch.size();
            int width = stride / input.tokens();
            List<float[]> states = new ArrayList<>();
            for (int row = 0; row < batch.size(); row++) {
                int from = row * stride;
                states.add(Arrays.copyOfRange(all, from, from + batch.get(row).length() * width));
            }
            return states;
        }
    }
}
