package io.pactwatch.analysis.model.linear;

/**
 * Names of features as numbers (Weinberger et al. 2009): a running FNV-1a hash over the parts of a name. Names that meet in
 * one number share a weight; with more numbers than features in use this costs next to nothing.
 */
public final class FeatureHash {
    private static final int OFFSET = 0x811C9DC5;
    private static final int PRIME = 0x01000193;

    private FeatureHash() {}

    /** The start of a name: a kind of feature. */
    public static int kind(String name) {
        return with(OFFSET, name);
    }

    /** A name with a further part. */
    public static int with(int hash, CharSequence part) {
        int next = hash;
        for (int i = 0; i < part.length(); i++) {
            next = (next ^ part.charAt(i)) * PRIME;
        }
        return (next ^ '|') * PRIME;
    }

    /** A name with a part of a text. */
    public static int with(int hash, char[] text, int start, int end) {
        int next = hash;
        for (int i = start; i < end; i++) {
            next = (next ^ text[i]) * PRIME;
        }
        return (next ^ '|') * PRIME;
    }

    /** A name with a number, such as the hash of a word, as its part. */
    public static int with(int hash, int part) {
        return ((hash ^ part & 0xFFFF) * PRIME ^ part >>> 16) * PRIME;
    }

    /** The number in {@code [0, size)}, where size is a power of two. */
    static int slot(int hash, int size) {
        int mixed = hash ^ hash >>> 16;
        mixed *= 0x7FEB352D;
        mixed ^= mixed >>> 15;
        mixed *= 0x846CA68B;
        mixed ^= mixed >>> 16;
        return mixed & size - 1;
    }
}
