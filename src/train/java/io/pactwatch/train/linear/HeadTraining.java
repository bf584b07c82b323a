package io.pactwatch.train.linear;

import io.pactwatch.analysis.model.linear.SoftmaxHead;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * Trains one head with its calibration.
 *
 * @param validation what models say of samples that they have not seen
 */
record HeadTraining<E extends Enum<E>>(SoftmaxHead<E> head, CrossValidation validation) {
    static <E extends Enum<E>> HeadTraining<E> of(Class<E> type, List<Sample> samples, Learner learner) {
        List<String> names =
                Arrays.stream(type.getEnumConstants()).map(Enum::name).toList();
        CrossValidation validation = CrossValidation.of(names, samples, learner);
        SoftmaxHead.Calibration english = CalibrationFit.of(
                samples, validation.scores(), i -> samples.get(i).english());
        boolean other = samples.stream().anyMatch(sample -> !sample.english());
        SoftmaxHead.Calibration others = other
                ? CalibrationFit.of(
                        samples, validation.scores(), i -> !samples.get(i).english())
                : english;
        return new HeadTraining<>(new SoftmaxHead<>(type, validation.model(), english, others), validation);
    }

    /** Accuracy and macro-F1 of the samples by models that have not seen them. */
    String figures(String name, List<Sample> samples) {
        Confusion english = new Confusion();
        Confusion others = new Confusion();
        for (int i = 0; i < samples.size(); i++) {
            Sample sample = samples.get(i);
            double[] scores = validation.scores()[i];
            int best = 0;
            for (int c = 1; c < scores.length; c++) {
                best = scores[c] > scores[best] ? c : best;
            }
            (sample.english() ? english : others).add(sample.best(), best);
        }
        return String.format(Locale.ROOT, "%-8s cross-validated: en %s, other languages %s", name, english, others);
    }
}
