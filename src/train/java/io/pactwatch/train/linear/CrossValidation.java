package io.pactwatch.train.linear;

import io.pactwatch.analysis.model.linear.LinearModel;
import java.util.ArrayList;
import java.util.List;

/**
 * A model trained on all samples, and for each fold one that has not seen it with its scores there.
 *
 * @param folds the models by fold
 * @param scores of each sample, by the model that has not seen it
 */
record CrossValidation(LinearModel model, List<LinearModel> folds, double[][] scores) {
    static CrossValidation of(List<String> classes, List<Sample> samples, Learner learner) {
        double[][] scores = new double[samples.size()][];
        List<LinearModel> folds = new ArrayList<>();
        for (int fold = 0; fold < Sample.FOLDS; fold++) {
            int held = fold;
            List<Sample> rest =
                    samples.stream().filter(sample -> sample.fold() != held).toList();
            LinearModel model = train(classes, rest, learner);
            folds.add(model);
            for (int i = 0; i < scores.length; i++) {
                if (samples.get(i).fold() == held) {
                    scores[i] = model.scores(samples.get(i).features());
                }
            }
        }
        return new CrossValidation(train(classes, samples, learner), folds, scores);
    }

    private static LinearModel train(List<String> classes, List<Sample> samples, Learner learner) {
        return learner.train(classes, Vocabulary.of(samples).examples(samples, learner.slots()));
    }
}
