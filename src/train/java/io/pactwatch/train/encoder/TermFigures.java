package io.pactwatch.train.encoder;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;

/**
 * How well terms are found in passages: a term counts once a passage, whatever the sentence.
 *
 * @param micro F1 over all terms
 * @param macro mean F1 of the terms that are labelled
 * @param status share of labelled claims whose status is found in their sentence
 * @param stage the same for the stage
 */
record TermFigures(double micro, double macro, double status, double stage) {

    /** @param thresholds from which probability on a term counts as found, by term */
    static TermFigures of(List<Example> examples, List<HeadReader.Reading> readings, float[] thresholds) {
        int[] right = new int[thresholds.length];
        int[] found = new int[thresholds.length];
        int[] labelled = new int[thresholds.length];
        int claims = 0;
        int statuses = 0;
        int stages = 0;
        for (int i = 0; i < examples.size(); i++) {
            Example example = examples.get(i);
            HeadReader.Reading reading = readings.get(i);
            Set<Integer> stated = stated(example);
            for (int term = 0; term < thresholds.length; term++) {
                boolean isFound = probability(reading, term) >= thresholds[term];
                found[term] += isFound ? 1 : 0;
                labelled[term] += stated.contains(term) ? 1 : 0;
                right[term] += isFound && stated.contains(term) ? 1 : 0;
            }
            for (int c = 0; c < example.centres().size(); c++) {
                Example.Centre centre = example.centres().get(c);
                HeadReader.CentreReading read = reading.centres().get(c);
                for (int term : terms(centre)) {
                    claims++;
                    statuses += centre.claims().stream()
                                    .anyMatch(claim -> claim.term() == term && claim.status() == read.status()[term])
                            ? 1
                            : 0;
                    stages += centre.claims().stream()
                                    .anyMatch(claim -> claim.term() == term && claim.stage() == read.stage()[term])
                            ? 1
                            : 0;
                }
            }
        }
        double micro = f1(IntStream.of(right).sum(), IntStream.of(found).sum(), IntStream.of(labelled).sum());
        double macro = IntStream.range(0, thresholds.length)
                .filter(term -> labelled[term] > 0)
                .mapToDouble(term -> f1(right[term], found[term], labelled[term]))
                .average()
                .orElse(0);
        return new TermFigures(micro, macro, share(statuses, claims), share(stages, claims));
    }

    /** Highest probability of a term in any centre. */
    static double probability(HeadReader.Reading reading, int term) {
        return reading.centres().stream()
                .mapToDouble(centre -> centre.terms()[term])
                .max()
                .orElse(0);
    }

    /** Terms that any centre states. */
    static Set<Integer> stated(Example example) {
        Set<Integer> stated = new TreeSet<>();
        example.centres().forEach(centre -> stated.addAll(terms(centre)));
        return stated;
    }

    private static Set<Integer> terms(Example.Centre centre) {
        Set<Integer> terms = new TreeSet<>();
        centre.claims().forEach(claim -> terms.add(claim.term()));
        return terms;
    }

    static double f1(int right, int found, int labelled) {
        return found + labelled == 0 ? 0 : 2.0 * right / (found + labelled);
    }

    private static double share(int part, int whole) {
        return whole == 0 ? 0 : (double) part / whole;
    }
}
