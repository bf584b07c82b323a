package io.pactwatch.train.encoder;

import java.util.List;

/** An encoder in whatever form, for measuring. */
@FunctionalInterface
interface HiddenStates {
    /** Hidden states of each example of a batch, piece after piece. */
    List<float[]> of(List<Example> batch);
}
