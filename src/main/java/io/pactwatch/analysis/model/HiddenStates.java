package io.pactwatch.analysis.model;

/**
 * What an encoder makes of the pieces of a text: a vector for each.
 *
 * @param values the vectors, one behind the other
 * @param width length of a vector
 */
record HiddenStates(float[] values, int width) {

    double dot(int piece, float[] other) {
        int start = piece * width;
        float sum = 0;
        for (int i = 0; i < width; i++) {
            sum += values[start + i] * other[i];
        }
        return sum;
    }

    void addTo(float[] target, int piece, float factor) {
        int start = piece * width;
        for (int i = 0; i < width; i++) {
            target[i] += factor * values[start + i];
        }
    }

    /** The vector of the text's beginning, and the mean of the marked pieces behind it. */
    float[] beginAndMean(boolean[] marked) {
        float[] mean = new float[width];
        int count = 0;
        for (int piece = 0; piece < marked.length; piece++) {
            if (marked[piece]) {
                addTo(mean, piece, 1);
                count++;
            }
        }
        float[] features = new float[2 * width];
        System.arraycopy(values, 0, features, 0, width);
        for (int i = 0; i < width; i++) {
            features[width + i] = count == 0 ? 0 : mean[i] / count;
        }
        return features;
    }
}
