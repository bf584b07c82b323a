package io.pactwatch.train.linear;

import io.pactwatch.analysis.model.linear.Features;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Features that several texts have; the others are left out, since they tell of one text alone. */
final class Vocabulary {
    private static final int LEAST = 2;

    private final Map<Integer, Integer> counts = new HashMap<>();

    static Vocabulary of(List<Sample> samples) {
        Vocabulary vocabulary = new Vocabulary();
        for (Sample sample : samples) {
            Set<Integer> seen = new HashSet<>();
            for (int i = 0; i < sample.features().size(); i++) {
                if (seen.add(sample.features().hash(i))) {
                    vocabulary.counts.merge(sample.features().hash(i), 1, Integer::sum);
                }
            }
        }
        return vocabulary;
    }

    private Features known(Features features) {
        Features known = new Features();
        for (int i = 0; i < features.size(); i++) {
            if (counts.getOrDefault(features.hash(i), 0) >= LEAST) {
                known.add(features.hash(i), features.value(i));
            }
        }
        return known;
    }

    /** What a learner sees of the samples. */
    List<Example> examples(List<Sample> samples, int slots) {
        return samples.stream()
                .map(sample -> Example.of(known(sample.features()), slots, sample.shares(), sample.weight()))
                .toList();
    }
}
