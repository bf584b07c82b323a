package io.pactwatch.analysis.terms;

import io.pactwatch.analysis.text.Span;
import java.util.List;

/** A rule that fired, with the span over all words that filled its slots. */
record RuleMatch(TermRule rule, Span anchor, Span window, List<Span> slots) {

    /** Whether a cue is only a part of a longer phrase that fills a slot, such as "asked" in "asked first". */
    boolean swallows(Span cue) {
        for (Span slot : slots) {
            if (slot.covers(cue) && slot.length() > cue.length()) {
                return true;
            }
        }
        return false;
    }
}
