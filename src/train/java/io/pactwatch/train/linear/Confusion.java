package io.pactwatch.train.linear;

import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** How often one class was taken for another. Not thread-safe. */
final class Confusion {
    private final Map<Integer, int[]> counts = new TreeMap<>();
    private int all;
    private int right;

    /** Enters a text of one class that was taken for a class. */
    void add(int labelled, int found) {
        all++;
        right += labelled == found ? 1 : 0;
        count(labelled)[0]++;
        count(found)[1]++;
        count(labelled)[2] += labelled == found ? 1 : 0;
    }

    private int[] count(int place) {
        return counts.computeIfAbsent(place, key -> new int[3]);
    }

    double accuracy() {
        return all == 0 ? 0 : (double) right / all;
    }

    /** Mean F1 of the classes that are labelled. */
    double macroF1() {
        return counts.values().stream()
                .filter(count -> count[0] > 0)
                .mapToDouble(count -> 2.0 * count[2] / (count[0] + count[1]))
                .average()
                .orElse(0);
    }

    @Override
    public String toString() {
        return String.format(Locale.ROOT, "accuracy %.3f macro-F1 %.3f of %d", accuracy(), macroF1(), all);
    }
}
