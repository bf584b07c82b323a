package io.pactwatch.train.encoder;

import io.pactwatch.analysis.model.PassageSetting;
import io.pactwatch.analysis.text.Span;
import io.pactwatch.contract.ClaimStatus;
import io.pactwatch.contract.Stage;
import io.pactwatch.evaluate.PassageSplit;
import java.util.List;
import java.util.OptionalInt;

/**
 * A passage with what people noted beside it.
 *
 * @param plain whether it is written in the conventional wording of news
 * @param setting where it stands
 * @param mentions places that name a party or both
 * @param tone towards the tie: 0 negative, 1 neutral, 2 positive; empty for a part of an article, whose tone is that of the whole
 * @param sentences in order, each with the claims whose evidence overlaps it
 */
record LabelledPassage(
        String id,
        boolean plain,
        PassageSplit split,
        String text,
        PassageSetting setting,
        List<Span> mentions,
        OptionalInt tone,
        List<Sentence> sentences) {
    LabelledPassage {
        mentions = List.copyOf(mentions);
        sentences = List.copyOf(sentences);
    }

    /** The same passage, in the part that trains. */
    LabelledPassage forTraining() {
        return new LabelledPassage(id, plain, PassageSplit.TRAIN, text, setting, mentions, tone, sentences);
    }

    /** A sentence of the passage and the claims that it states. */
    record Sentence(Span span, List<Label> claims) {
        Sentence {
            claims = List.copyOf(claims);
        }
    }

    /** A claim as labelled. */
    record Label(String term, ClaimStatus status, Stage stage) {}
}
