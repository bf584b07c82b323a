package io.pactwatch.train.linear;

import io.pactwatch.analysis.model.Tone;
import io.pactwatch.analysis.model.linear.PassageWords;
import java.util.List;
import java.util.Optional;

/**
 * A sentence with its context, as the models read it, and what is labelled of it.
 *
 * @param passage id of the passage that it is part of
 * @param plain whether the passage is written in the conventional wording of news
 * @param group sentences of one group are in one fold
 * @param tone of the passage towards the tie; empty if it is not labelled
 * @param claims that the sentence states
 * @param weight how much its terms count
 * @param sentences of the passage
 */
record Centre(
        String passage,
        boolean plain,
        String group,
        PassageWords words,
        Optional<Tone> tone,
        List<LabelledPassages.Label> claims,
        double weight,
        int sentences) {
    boolean english() {
        return words.isEnglish();
    }

    int fold() {
        return Sample.fold(group);
    }

    boolean states(String term) {
        return claims.stream().anyMatch(claim -> claim.term().equals(term));
    }
}
