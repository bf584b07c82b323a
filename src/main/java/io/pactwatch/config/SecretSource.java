package io.pactwatch.config;

import io.pactwatch.article.InvalidInputException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;

/**
 * Where a value that must not be shown comes from. Neither {@link #toString} nor an error tells the value.
 *
 * @param kind what {@code place} means
 * @param place the value itself, the name of an environment variable, or the path of a file
 */
public record SecretSource(Kind kind, String place) {
    private static final int MOST_BYTES = 10_000;

    /** What a secret is read from. */
    public enum Kind {
        /** It stands in the configuration. */
        VALUE,
        ENVIRONMENT,
        /** The content of a file in UTF-8, without white space around it. */
        FILE
    }

    public SecretSource {
        Objects.requireNonNull(kind, "kind");
        if (Objects.requireNonNull(place, "place").isBlank()) {
            throw new IllegalArgumentException("place: blank");
        }
    }

    /**
     * The value now: a file is read at every call, so that a secret can be changed without a restart.
     *
     * @throws InvalidInputException naming the variable or file if there is no value, or one of several lines
     */
    public String read(Map<String, String> environment) {
        String value =
                switch (kind) {
                    case VALUE -> place;
                    case ENVIRONMENT -> environment.getOrDefault(place, "");
                    case FILE -> content();
                };
        String stripped = value.strip();
        if (stripped.isEmpty()) {
            throw new InvalidInputException(this + ": is missing or empty");
        }
        if (stripped.chars().anyMatch(Character::isISOControl)) {
            throw new InvalidInputException(this + ": more than one line, or a control character");
        }
        return stripped;
    }

    private String content() {
        try {
            Path file = Path.of(place);
            if (Files.size(file) > MOST_BYTES) {
                throw new InvalidInputException(this + ": more than " + MOST_BYTES + " bytes");
            }
            return Files.readString(file, StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new InvalidInputException(this + ": cannot be read", e);
        }
    }

    /** The place, never the value. */
    @Override
    public String toString() {
        return switch (kind) {
            case VALUE -> "the value in the configuration";
            case ENVIRONMENT -> "environment variable " + place;
            case FILE -> "file " + place;
        };
    }
}
