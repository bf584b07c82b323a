package io.pactwatch.analysis;

import java.util.Objects;
import java.util.Optional;

/**
 * Whom a text names as its origin.
 *
 * @param origin normalised name of the outlet or document that it retells, such as {@code new york times}
 * @param anonymous whether the origin rests on people who are not named
 */
public record Attribution(Optional<String> origin, boolean anonymous) {
    /** The text speaks for itself. */
    public static final Attribution NONE = new Attribution(Optional.empty(), false);

    public Attribution {
        Objects.requireNonNull(origin, "origin");
    }
}
