package io.pactwatch.train.encoder;

import io.pactwatch.analysis.model.Pieces;
import io.pactwatch.analysis.model.WordPiece;
import io.pactwatch.analysis.text.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.IntStream;

/** Turns labelled texts into what the encoder reads: word pieces, marks, and labels by piece, all as the product does it. */
final class ExampleBuilder {
    /** How much the terms of a text count that is only assumed to state none. */
    private static final double ASSUMED_WITHOUT_CLAIMS = 0.3;

    private final WordPiece tokenizer;
    private final LabelSet labels;
    private final int maxTokens;

    ExampleBuilder(WordPiece tokenizer, LabelSet labels, int maxTokens) {
        this.tokenizer = tokenizer;
        this.labels = labels;
        this.maxTokens = maxTokens;
    }

    /** The whole passage, read once, with every sentence as a centre; sentences behind the last piece are left out. */
    Example example(LabelledPassage passage) {
        Pieces pieces = tokenizer.read(passage.setting(), passage.text(), maxTokens);
        List<Example.Centre> centres = new ArrayList<>();
        for (LabelledPassage.Sentence sentence : passage.sentences()) {
            int[] inside = pieces.inside(sentence.span());
            if (inside.length > 0) {
                List<Example.ClaimLabel> claims =
                        sentence.claims().stream().map(labels::numbered).distinct().toList();
                centres.add(new Example.Centre(inside[0], inside[inside.length - 1] + 1, claims));
            }
        }
        return new Example(
                numbers(pieces),
                pieces.marking(passage.mentions()),
                OptionalInt.empty(),
                passage.tone(),
                centres,
                1);
    }

    /** A text with its target; the whole of it is a centre without claims where its kind has none. */
    Example example(TargetTone tone) {
        Pieces pieces = tokenizer.read(tone.text(), maxTokens);
        int[] inside = pieces.inside(new Span(0, tone.text().length()));
        List<Example.Centre> centres = tone.withoutClaims() && inside.length > 0
                ? List.of(new Example.Centre(inside[0], inside[inside.length - 1] + 1, List.of()))
                : List.of();
        return new Example(
                numbers(pieces),
                pieces.marking(tone.target()),
                OptionalInt.of(tone.tone()),
                OptionalInt.empty(),
                centres,
                ASSUMED_WITHOUT_CLAIMS);
    }

    private static int[] numbers(Pieces pieces) {
        return IntStream.range(0, pieces.size()).map(pieces::number).toArray();
    }
}
