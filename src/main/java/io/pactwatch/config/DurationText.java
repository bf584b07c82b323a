package io.pactwatch.config;

import java.time.Duration;

/**
 * Durations as people write them: a whole number and a unit, {@code 100ms}, {@code 30s}, {@code 5m}, {@code 12h},
 * {@code 7d}. Days have 24 hours.
 */
public final class DurationText {
    private static final int MAX_DIGITS = 12;

    private DurationText() {}

    /** @throws IllegalArgumentException if the text has no such form */
    public static Duration parse(String text) {
        String trimmed = text.strip();
        int digits = 0;
        while (digits < trimmed.length() && trimmed.charAt(digits) >= '0' && trimmed.charAt(digits) <= '9') {
            digits++;
        }
        if (digits == 0 || digits > MAX_DIGITS) {
            throw unreadable(text);
        }
        long count = Long.parseLong(trimmed.substring(0, digits));
        return switch (trimmed.substring(digits).strip()) {
            case "ms" -> Duration.ofMillis(count);
            case "s" -> Duration.ofSeconds(count);
            case "m" -> Duration.ofMinutes(count);
            case "h" -> Duration.ofHours(count);
            case "d" -> Duration.ofDays(count);
            default -> throw unreadable(text);
        };
    }

    /** The shortest text that {@link #parse} reads as the same duration, to the millisecond. */
    public static String format(Duration duration) {
        long millis = duration.toMillis();
        if (millis % 1_000 != 0) {
            return millis + "ms";
        }
        long seconds = millis / 1_000;
        if (seconds == 0 || seconds % 60 != 0) {
            return seconds + "s";
        }
        if (seconds % 3_600 != 0) {
            return seconds / 60 + "m";
        }
        return seconds % 86_400 == 0 ? seconds / 86_400 + "d" : seconds / 3_600 + "h";
    }

    private static IllegalArgumentException unreadable(String text) {
        return new IllegalArgumentException(
                "'" + text + "' is not a duration: give a whole number with ms, s, m, h or d, such as 100ms or 7d");
    }
}
