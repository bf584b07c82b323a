package io.pactwatch.analysis.model;

import io.pactwatch.analysis.text.Span;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** A trained model that reads passages. Thread-safe; the same passage gives the same reading. */
public interface PassageModel {
    Tier tier();

    /** The tier in which passages of a language are read; another one than {@link #tier()} where they are handed on. */
    default Tier tierFor(String language) {
        return tier();
    }

    /** Names of the terms that the model was trained on. It has no opinion on others, so it vetoes none of them. */
    Set<String> terms();

    /**
     * One reading for each passage, in order. Never throws for any text; where a passage cannot be read, its reading is
     * {@link PassageReading#UNKNOWN}. Time is linear in the number of passages and bounded for each, because the words
     * behind a fixed number are not read.
     */
    List<PassageReading> read(List<Passage> passages);

    /**
     * The tone of a text towards the words at some places of it; empty where the model cannot tell.
     *
     * @param language BCP 47 tag of the primary language
     */
    default Optional<Distribution<Tone>> towards(String text, List<Span> target, String language) {
        return Optional.empty();
    }

    /**
     * The tone of one party towards the other, where the centre names the holder of the opinion before its object; else empty.
     *
     * @param holder places that name the holder
     * @param object places that name whom the opinion is about
     */
    default Optional<Distribution<Tone>> between(Passage passage, List<Span> holder, List<Span> object) {
        Span centre = passage.centre();
        List<Span> holders = holder.stream().filter(centre::covers).toList();
        List<Span> objects = object.stream().filter(centre::covers).toList();
        if (holders.isEmpty()
                || objects.isEmpty()
                || holders.get(0).start() >= objects.get(0).start()) {
            return Optional.empty();
        }
        return towards(
                passage.text().substring(centre.start(), centre.end()),
                objects.stream()
                        .map(span -> new Span(span.start() - centre.start(), span.end() - centre.start()))
                        .toList(),
                passage.language());
    }
}
