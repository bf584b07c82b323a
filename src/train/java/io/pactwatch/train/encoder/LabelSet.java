package io.pactwatch.train.encoder;

import io.pactwatch.contract.ClaimStatus;
import io.pactwatch.contract.Stage;
import java.util.List;
import java.util.stream.Stream;

/** The labels of every head, in the order of its rows. */
record LabelSet(List<String> terms) {
    static final List<String> TONES = PassageFile.TONES;
    static final List<String> STATUSES =
            Stream.of(ClaimStatus.values()).map(Enum::name).toList();
    static final List<String> STAGES = Stream.of(Stage.values()).map(Enum::name).toList();

    LabelSet {
        terms = List.copyOf(terms);
    }

    /** The terms that the passages state, by name. */
    static LabelSet of(List<LabelledPassage> passages) {
        return new LabelSet(passages.stream()
                .flatMap(passage -> passage.sentences().stream())
                .flatMap(sentence -> sentence.claims().stream())
                .map(LabelledPassage.Label::term)
                .distinct()
                .sorted()
                .toList());
    }

    Example.ClaimLabel numbered(LabelledPassage.Label label) {
        return new Example.ClaimLabel(
                terms.indexOf(label.term()),
                label.status().ordinal(),
                label.stage().ordinal());
    }
}
