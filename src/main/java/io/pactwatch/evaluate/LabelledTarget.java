package io.pactwatch.evaluate;

import io.pactwatch.analysis.text.Span;

/**
 * A sentence with the tone towards one target that a person has noted beside it.
 *
 * @param text one English sentence or headline
 * @param target place of the target, in UTF-16 units
 * @param tone negative, neutral or positive
 */
public record LabelledTarget(String id, String text, Span target, String tone) {}
