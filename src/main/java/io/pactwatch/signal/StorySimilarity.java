package io.pactwatch.signal;

import java.time.Duration;
import java.util.SortedSet;

/**
 * The relation "tells the same" between two articles about one partnership. Symmetric, and a function of the two
 * articles alone, so that the stories do not depend on the order in which articles arrive.
 *
 * <p>Texts are compared by the overlap coefficient (Szymkiewicz and Simpson) of their names and numbers, which lets a
 * short item be found in a long report; a number counts {@value #NUMBER_WEIGHT} times as much as a name. The overlap
 * that is asked for rises with the time between the two, since the names that surround a partnership come back in every
 * news about it.
 */
final class StorySimilarity {
    /** Weight of a number; that of a name is 1. */
    static final int NUMBER_WEIGHT = 2;

    /** Weight that two texts must share at the least. */
    static final int LEAST_SHARED = 4;

    /**
     * An origin that is named twice speaks for one story within this part of the window: outlets report more than once.
     */
    private static final int ORIGIN_WINDOW_DIVISOR = 4;

    private static final double OVERLAP_AT_ONCE = 0.5;
    private static final double OVERLAP_AT_WINDOW = 0.8;

    private final Duration window;

    StorySimilarity(Duration window) {
        this.window = window;
    }

    boolean tellSame(StoryMember one, StoryMember other) {
        SortedSet<String> features = one.fingerprint().features();
        SortedSet<String> others = other.fingerprint().features();
        return tellSame(one, other, sharedWeight(features, others), Math.min(weight(features), weight(others)));
    }

    /**
     * The same, for callers that have counted already.
     *
     * @param shared weight of the features that both have
     * @param smaller weight of all features of the one that has the smaller weight
     */
    boolean tellSame(StoryMember one, StoryMember other, int shared, int smaller) {
        Duration apart =
                Duration.between(one.publishedAt(), other.publishedAt()).abs();
        if (apart.compareTo(window) > 0) {
            return false;
        }
        if (sameOrigin(one, other) && apart.compareTo(window.dividedBy(ORIGIN_WINDOW_DIVISOR)) <= 0) {
            return shared > 0 || one.terms().stream().anyMatch(other.terms()::contains);
        }
        return shared >= LEAST_SHARED && shared >= leastOverlap(apart) * smaller;
    }

    private double leastOverlap(Duration apart) {
        double distance = (double) apart.toSeconds() / window.toSeconds();
        return OVERLAP_AT_ONCE + (OVERLAP_AT_WINDOW - OVERLAP_AT_ONCE) * distance;
    }

    private static boolean sameOrigin(StoryMember one, StoryMember other) {
        return one.origin().isPresent()
                && one.origin().equals(other.origin())
                && !RootNames.isGeneric(one.origin().get());
    }

    private static int sharedWeight(SortedSet<String> one, SortedSet<String> other) {
        SortedSet<String> smaller = one.size() <= other.size() ? one : other;
        SortedSet<String> larger = smaller == one ? other : one;
        int weight = 0;
        for (String feature : smaller) {
            weight += larger.contains(feature) ? weight(feature) : 0;
        }
        return weight;
    }

    static int weight(SortedSet<String> features) {
        return features.stream().mapToInt(StorySimilarity::weight).sum();
    }

    static int weight(String feature) {
        return isNumber(feature) ? NUMBER_WEIGHT : 1;
    }

    /** Whether it is a number, bare or behind its unit as in {@code usd:1000}; a name may hold digits too. */
    private static boolean isNumber(String feature) {
        String bare = feature.substring(feature.indexOf(':') + 1);
        return bare.codePoints().anyMatch(Character::isDigit)
                && bare.codePoints().noneMatch(Character::isLetter);
    }
}
