package io.pactwatch.contract;

import java.util.Objects;

/**
 * The quote that proves a claim. {@code exact} is a literal substring of the body of the article as it was given;
 * {@code start} (inclusive) and {@code end} (exclusive) are offsets into that body in Unicode code points, as in a
 * W3C TextQuoteSelector with a TextPositionSelector.
 */
public record Evidence(String exact, int start, int end) {
    public Evidence {
        Objects.requireNonNull(exact, "exact");
        if (exact.isBlank()) {
            throw new IllegalArgumentException("exact: the evidence is blank");
        }
        if (start < 0 || end - start != exact.codePointCount(0, exact.length())) {
            throw new IllegalArgumentException(
                    "start " + start + ", end " + end + ": do not enclose as many code points as the quote has");
        }
    }

    /** The evidence that lies between two UTF-16 offsets of a text. Linear in {@code endIndex}. */
    public static Evidence of(String text, int startIndex, int endIndex) {
        String exact = text.substring(startIndex, endIndex);
        int start = text.codePointCount(0, startIndex);
        return new Evidence(exact, start, start + exact.codePointCount(0, exact.length()));
    }
}
