package io.pactwatch.analysis.model;

import java.util.Locale;

/** How thoroughly sentences are read. */
public enum Tier {
    /** Rules, lexicon and linear models: plain Java, all languages, thousands of sentences a second. */
    FAST,
    /** An encoder network on top of it: English, needs a native library, hundreds of sentences a second. */
    ACCURATE;

    /** Name for people: {@code fast} or {@code accurate}. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
