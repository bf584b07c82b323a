package io.pactwatch.analysis.model;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/** Which tier a user asks for. */
public enum TierSetting {
    /** The accurate tier where it loads, else the fast one. */
    AUTO,
    FAST,
    ACCURATE;

    /** @throws IllegalArgumentException with the known names if the text is none of them */
    public static TierSetting parse(String text) {
        return Arrays.stream(values())
                .filter(setting -> setting.label().equalsIgnoreCase(text.strip()))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("'" + text + "' is not one of "
                        + Arrays.stream(values()).map(TierSetting::label).collect(Collectors.joining(", "))));
    }

    /** Name for people. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
