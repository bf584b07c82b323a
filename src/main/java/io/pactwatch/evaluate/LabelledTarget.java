package io.pactwatch.evaluate;

import io.pactwatch.analysis.model.Tone;
import io.pactwatch.analysis.text.Span;
import java.util.List;
import java.util.Objects;

/**
 * A text and its tone towards a target that it names.
 *
 * @param target the place that names the target
 * @param others places that name the other targets of the text
 * @param group texts of one group belong together when some are held out
 */
public record LabelledTarget(String text, Span target, List<Span> others, Tone tone, String group) {
    public LabelledTarget {
        if (target.length() == 0 || target.end() > text.length()) {
            throw new IllegalArgumentException("target: " + target + " is no part of the text");
        }
        others = List.copyOf(others);
        Objects.requireNonNull(tone, "tone");
        Objects.requireNonNull(group, "group");
    }
}
