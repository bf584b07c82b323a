package io.pactwatch.analysis.model;

import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * What a model reads in the centre sentence of a passage.
 *
 * @param tie tone towards the tie between the parties; empty where the model cannot tell
 * @param firstToSecond tone of the first party towards the second, where the sentence names both
 * @param secondToFirst tone of the second party towards the first, where the sentence names both
 * @param terms terms with a probability of at least {@link #FLOOR}, by falling probability
 */
public record PassageReading(
        Optional<Distribution<Tone>> tie,
        Optional<Distribution<Tone>> firstToSecond,
        Optional<Distribution<Tone>> secondToFirst,
        List<TermReading> terms) {
    /** Terms that are less probable are left out. */
    public static final double FLOOR = 0.05;

    /** Nothing can be told, which is not the same as nothing being said. */
    public static final PassageReading UNKNOWN =
            new PassageReading(Optional.empty(), Optional.empty(), Optional.empty(), List.of());

    public PassageReading {
        Objects.requireNonNull(tie, "tie");
        Objects.requireNonNull(firstToSecond, "firstToSecond");
        Objects.requireNonNull(secondToFirst, "secondToFirst");
        terms = List.copyOf(terms);
    }

    public boolean isUnknown() {
        return equals(UNKNOWN);
    }

    /** The reading of a term; empty if it is less probable than {@link #FLOOR} or the model does not know the term. */
    public Optional<TermReading> term(String name) {
        return terms.stream().filter(reading -> reading.term().equals(name)).findFirst();
    }
}
