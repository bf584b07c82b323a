package io.pactwatch.train.encoder;

import java.util.Arrays;
import java.util.List;

/** From which probability on a term counts as found, chosen on passages that did not train. */
final class Thresholds {
    private static final float LEAST = 0.1f;
    private static final float MOST = 0.9f;
    private static final float STEP = 0.025f;
    private static final int ENOUGH = 10;

    private Thresholds() {}

    /**
     * The threshold of each term: the one that finds all terms best, and where a term is labelled often enough, halfway to the
     * one that finds this term best.
     */
    static float[] of(List<Example> examples, List<HeadReader.Reading> readings, int terms) {
        float common = LEAST;
        double best = -1;
        for (float candidate = LEAST; candidate <= MOST; candidate += STEP) {
            double f1 = TermFigures.of(examples, readings, all(terms, candidate)).micro();
            if (f1 > best) {
                best = f1;
                common = candidate;
            }
        }
        float[] thresholds = all(terms, common);
        for (int term = 0; term < terms; term++) {
            int number = term;
            long labelled = examples.stream()
                    .filter(example -> TermFigures.stated(example).contains(number))
                    .count();
            if (labelled >= ENOUGH) {
                thresholds[term] = (common + bestFor(examples, readings, term, common)) / 2;
            }
        }
        return thresholds;
    }

    private static float bestFor(List<Example> examples, List<HeadReader.Reading> readings, int term, float common) {
        float chosen = common;
        double best = f1(examples, readings, term, common);
        for (float candidate = LEAST; candidate <= MOST; candidate += STEP) {
            double f1 = f1(examples, readings, term, candidate);
            if (f1 > best) {
                best = f1;
                chosen = candidate;
            }
        }
        return chosen;
    }

    private static double f1(List<Example> examples, List<HeadReader.Reading> readings, int term, float threshold) {
        int right = 0;
        int found = 0;
        int labelled = 0;
        for (int i = 0; i < examples.size(); i++) {
            boolean isFound = TermFigures.probability(readings.get(i), term) >= threshold;
            boolean isStated = TermFigures.stated(examples.get(i)).contains(term);
            found += isFound ? 1 : 0;
            labelled += isStated ? 1 : 0;
            right += isFound && isStated ? 1 : 0;
        }
        return TermFigures.f1(right, found, labelled);
    }

    private static float[] all(int terms, float value) {
        float[] thresholds = new float[terms];
        Arrays.fill(thresholds, value);
        return thresholds;
    }
}
