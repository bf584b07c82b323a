package io.pactwatch.train.linear;

import io.pactwatch.analysis.model.linear.LinearModel;
import java.util.List;

/** Learns a linear model. The same examples in the same order give the same model. */
interface Learner {
    LinearModel train(List<String> classes, List<Example> examples);

    /** Places for the weights, a power of two. */
    int slots();
}
