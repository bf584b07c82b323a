package io.pactwatch.train.linear;

import io.pactwatch.analysis.model.linear.Features;
import io.pactwatch.analysis.model.linear.LinearModel;
import java.util.Map;
import java.util.TreeMap;

/**
 * Features with the class or classes that they stand for.
 *
 * @param slots places of the weights
 * @param values of the features
 * @param shares how much of each class the example is, in [0,1]
 * @param weight how much the example counts
 */
record Example(int[] slots, float[] values, float[] shares, float weight) {
    /** Features that meet in one place are added up. */
    static Example of(Features features, int slots, float[] shares, double weight) {
        TreeMap<Integer, Float> merged = new TreeMap<>();
        for (int i = 0; i < features.size(); i++) {
            merged.merge(LinearModel.slot(features.hash(i), slots), features.value(i), Float::sum);
        }
        int[] places = new int[merged.size()];
        float[] values = new float[merged.size()];
        int next = 0;
        for (Map.Entry<Integer, Float> entry : merged.entrySet()) {
            places[next] = entry.getKey();
            values[next++] = entry.getValue();
        }
        return new Example(places, values, shares, (float) weight);
    }

    float share(int place) {
        return shares[place];
    }
}
