package io.pactwatch.analysis;

import java.util.Collection;
import java.util.Collections;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * The names and numbers by which a story is told apart from other stories about the same partnership, as short strings. The
 * names of the two parties themselves are left out.
 */
public record Fingerprint(SortedSet<String> features) {
    /** Features kept of one text. */
    public static final int MAX_FEATURES = 64;

    public Fingerprint {
        features = Collections.unmodifiableSortedSet(new TreeSet<>(features));
        if (features.size() > MAX_FEATURES) {
            throw new IllegalArgumentException("features: " + features.size() + ", more than " + MAX_FEATURES);
        }
    }

    public static Fingerprint of(Collection<String> features) {
        return new Fingerprint(new TreeSet<>(features));
    }
}
