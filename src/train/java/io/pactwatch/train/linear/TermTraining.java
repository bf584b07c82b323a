package io.pactwatch.train.linear;

import io.pactwatch.analysis.model.linear.LinearModel;
import io.pactwatch.analysis.model.linear.StackFeatures;
import io.pactwatch.analysis.model.linear.TermFeatures;
import io.pactwatch.analysis.model.linear.TermHead;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/**
 * Trains the head that tells which terms a sentence states. Its second model learns from scores of first models that have not
 * seen the sentence.
 *
 * @param validation what first models say of sentences that they have not seen
 * @param found what heads say of sentences that none of their models has seen
 */
record TermTraining(TermHead head, CrossValidation validation, List<TermFigures.Found> found) {
    private static final int STACK_SLOTS = 1 << 12;
    private static final LinearTrainer STACK = new LinearTrainer(STACK_SLOTS, 3, 0.1, 1e-5, false);
    private static final List<String> STATED = List.of("stated");

    /** @param learner of the first model */
    static TermTraining of(List<String> terms, List<Centre> centres, Learner learner) {
        List<Sample> samples =
                centres.stream().map(centre -> sample(centre, terms)).toList();
        CrossValidation validation = CrossValidation.of(terms, samples, learner);
        List<List<Example>> rows = new ArrayList<>();
        for (int i = 0; i < centres.size(); i++) {
            rows.add(rows(centres.get(i), validation.model(), validation.scores()[i]));
        }
        List<TermFigures.Found> found = new ArrayList<>();
        for (int fold = 0; fold < Sample.FOLDS; fold++) {
            int held = fold;
            TermHead head = new TermHead(
                    validation.folds().get(fold), stack(centres, rows, centre -> centre.fold() != held), 0);
            for (int i = 0; i < centres.size(); i++) {
                if (centres.get(i).fold() == fold) {
                    found.add(found(head, centres.get(i), validation.scores()[i]));
                }
            }
        }
        float threshold = (float) TermFigures.bestThreshold(found, terms);
        LinearModel stack = stack(centres, rows, centre -> true);
        return new TermTraining(new TermHead(validation.model(), stack, threshold), validation, found);
    }

    /** What a head says of a sentence. */
    static TermFigures.Found found(TermHead head, Centre centre) {
        return found(head, centre, head.scores(centre.words()));
    }

    private static TermFigures.Found found(TermHead head, Centre centre, double[] scores) {
        double[] probabilities = new double[scores.length];
        for (int place = 0; place < scores.length; place++) {
            probabilities[place] = head.probability(centre.words(), scores, place);
        }
        return new TermFigures.Found(centre, probabilities);
    }

    private static Sample sample(Centre centre, List<String> terms) {
        float[] shares = new float[terms.size()];
        centre.claims().forEach(claim -> shares[terms.indexOf(claim.term())] = 1);
        return new Sample(
                TermFeatures.of(centre.words()), shares, centre.weight(), centre.group(), centre.english());
    }

    /** One example for each term of a sentence. */
    private static List<Example> rows(Centre centre, LinearModel model, double[] scores) {
        List<Example> rows = new ArrayList<>();
        for (int place = 0; place < scores.length; place++) {
            boolean stated = centre.states(model.classes().get(place));
            rows.add(Example.of(
                    StackFeatures.of(centre.words(), model, scores, place),
                    STACK_SLOTS,
                    new float[] {stated ? 1 : 0},
                    centre.weight()));
        }
        return rows;
    }

    private static LinearModel stack(List<Centre> centres, List<List<Example>> rows, Predicate<Centre> learns) {
        List<Example> examples = new ArrayList<>();
        for (int i = 0; i < centres.size(); i++) {
            if (learns.test(centres.get(i))) {
                examples.addAll(rows.get(i));
            }
        }
        return STACK.train(STATED, examples);
    }
}
