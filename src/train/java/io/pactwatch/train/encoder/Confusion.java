package io.pactwatch.train.encoder;

/** Counts of labels against what was found, for labels of which each text has one. Not thread-safe. */
final class Confusion {
    private final int[][] counts;

    Confusion(int labels) {
        counts = new int[labels][labels];
    }

    void add(int labelled, int found) {
        counts[labelled][found]++;
    }

    /** Mean F1 of the labels. */
    double macroF1() {
        double sum = 0;
        for (int label = 0; label < counts.length; label++) {
            int labelled = 0;
            int found = 0;
            for (int other = 0; other < counts.length; other++) {
                labelled += counts[label][other];
                found += counts[other][label];
            }
            sum += labelled + found == 0 ? 0 : 2.0 * counts[label][label] / (labelled + found);
        }
        return sum / counts.length;
    }
}
