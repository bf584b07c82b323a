package io.pactwatch.train.linear;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/** How well the terms of passages are found: those of all sentences of a passage together count. */
final class TermFigures {
    private static final double LOWEST = 0.08;
    private static final double HIGHEST = 0.6;
    private static final double STEP = 0.01;

    private TermFigures() {}

    /**
     * What a model that has not seen a sentence says of it.
     *
     * @param probabilities of the terms
     */
    record Found(Centre centre, double[] probabilities) {}

    /** F1 over all terms together, and the mean of the F1 of each. */
    record Figures(double micro, double macro) {
        @Override
        public String toString() {
            return String.format(Locale.ROOT, "%.3f/%.3f", micro, macro);
        }
    }

    /** The threshold that gives the best F1 over all terms together. */
    static double bestThreshold(List<Found> found, List<String> terms) {
        double best = LOWEST;
        double most = 0;
        for (double threshold = LOWEST; threshold < HIGHEST; threshold += STEP) {
            double f1 = of(found, terms, threshold, centre -> true).micro();
            if (f1 > most) {
                most = f1;
                best = threshold;
            }
        }
        return best;
    }

    static Figures of(List<Found> found, List<String> terms, double threshold, Predicate<Centre> counts) {
        Map<String, Set<Integer>> labelled = new HashMap<>();
        Map<String, Set<Integer>> read = new HashMap<>();
        for (Found each : found) {
            Centre centre = each.centre();
            if (!counts.test(centre) || centre.tone().isEmpty()) {
                continue;
            }
            Set<Integer> own = labelled.computeIfAbsent(centre.passage(), key -> new HashSet<>());
            centre.claims().forEach(claim -> own.add(terms.indexOf(claim.term())));
            Set<Integer> taken = read.computeIfAbsent(centre.passage(), key -> new HashSet<>());
            for (int place = 0; place < terms.size(); place++) {
                if (each.probabilities()[place] >= threshold) {
                    taken.add(place);
                }
            }
        }
        int[][] counted = new int[terms.size()][3];
        labelled.forEach((passage, own) -> {
            own.forEach(place -> counted[place][0]++);
            read.get(passage).forEach(place -> counted[place][1]++);
            own.stream().filter(read.get(passage)::contains).forEach(place -> counted[place][2]++);
        });
        return figures(counted);
    }

    private static Figures figures(int[][] counted) {
        int both = 0;
        int sum = 0;
        double macro = 0;
        int present = 0;
        for (int[] counts : counted) {
            sum += counts[0] + counts[1];
            both += counts[2];
            if (counts[0] > 0) {
                present++;
                macro += 2.0 * counts[2] / (counts[0] + counts[1]);
            }
        }
        return new Figures(sum == 0 ? 0 : 2.0 * both / sum, present == 0 ? 0 : macro / present);
    }

    /** Micro and macro F1 by wording and language. */
    static String lines(List<Found> found, List<String> terms, double threshold) {
        return "terms    micro/macro F1: en varied " + of(found, terms, threshold, c -> c.english() && !c.plain())
                + ", en plain " + of(found, terms, threshold, c -> c.english() && c.plain())
                + ", other varied " + of(found, terms, threshold, c -> !c.english() && !c.plain())
                + ", other plain " + of(found, terms, threshold, c -> !c.english() && c.plain())
                + ", en " + of(found, terms, threshold, Centre::english)
                + ", other " + of(found, terms, threshold, c -> !c.english());
    }
}
