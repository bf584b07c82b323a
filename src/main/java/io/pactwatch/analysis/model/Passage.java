package io.pactwatch.analysis.model;

import io.pactwatch.analysis.text.Span;
import java.util.List;
import java.util.Objects;

/**
 * A sentence with the one before and the one after it, and the places that name the two parties of a partnership. Two
 * passages with equal words and places are equal, so readings can be kept for reprints.
 *
 * @param text the sentences, as they stand
 * @param centre the sentence that is read, in UTF-16 units of {@code text}; the others are context
 * @param firstParty places that name the first party, in order
 * @param secondParty the same for the second party; a place that speaks of both together is in both lists
 * @param language BCP 47 tag of the primary language, {@code und} if unknown
 * @param setting where the sentences stand
 */
public record Passage(
        String text,
        Span centre,
        List<Span> firstParty,
        List<Span> secondParty,
        String language,
        PassageSetting setting) {
    /** A passage without an article around it. */
    public Passage(String text, Span centre, List<Span> firstParty, List<Span> secondParty, String language) {
        this(text, centre, firstParty, secondParty, language, PassageSetting.NONE);
    }

    public Passage {
        requireInside(Objects.requireNonNull(centre, "centre"), text, "centre");
        firstParty = List.copyOf(firstParty);
        secondParty = List.copyOf(secondParty);
        firstParty.forEach(span -> requireInside(span, text, "firstParty"));
        secondParty.forEach(span -> requireInside(span, text, "secondParty"));
        Objects.requireNonNull(language, "language");
        Objects.requireNonNull(setting, "setting");
    }

    private static void requireInside(Span span, String text, String name) {
        if (span.end() > text.length()) {
            throw new IllegalArgumentException(
                    name + ": " + span + " ends behind the text, which has " + text.length() + " units");
        }
    }
}
