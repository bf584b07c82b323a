package io.pactwatch.signal;

import java.time.Duration;
import java.util.SortedSet;

/**
 * The relation "tells the same" between two articles about one partnership. Symmetric, and a function of the two
 * articles alone, so that the stories do not depend on the order in which articles arrive.
 *
 * <p>Texts are compared by the overlap coefficient (Szymkiewicz and Simpson) of their names and numbers, which lets a
 * short item be found in a long report; a number, or the value of a claim, counts {@value #NUMBER_WEIGHT} times as much as a
 * name. The overlap that is asked for rises with the time between the two, since the names that surround a partnership come
 * back in every news about it; it is half as high between two texts that name one origin, and between two of nearly one day that
 * report a change of one term or speak of the same terms: so a retelling in another language, which shares few names, is found.
 * An item of so few names and numbers that they cannot tell it is compared by the terms that it says have changed.
 */
final class StorySimilarity {
    /** How the feature of a claim with its value begins. */
    static final String CLAIM = "claim:";

    /** What all features of claims are sorted before. */
    private static final String BEHIND_CLAIMS = "claim;";

    /** Weight of a number, and of the value of a claim; that of a name is 1. */
    static final int NUMBER_WEIGHT = 2;

    /** Weight that two texts must share at the least. */
    static final int LEAST_SHARED = 4;

    /**
     * An origin that is named twice speaks for one story within this part of the window: outlets report more than once.
     */
    private static final int ORIGIN_WINDOW_DIVISOR = 4;

    /** Within this part of the window, texts with the same changes or the same terms are likely to tell one story. */
    private static final int AKIN_WINDOW_DIVISOR = 7;

    private static final double OVERLAP_OF_AKIN = 0.25;

    /** Weight that two texts must share that report a change of one term. */
    private static final int LEAST_SHARED_WITH_NEWS = 2;

    /** Weight that two texts must share that speak of the same terms. */
    private static final int LEAST_SHARED_WITH_TERMS = 3;

    /** Terms that two texts must share at the least to speak of the same. */
    private static final int LEAST_TERMS = 2;

    private static final double OVERLAP_AT_ONCE = 0.5;
    private static final double OVERLAP_AT_WINDOW = 0.8;

    /** Within this part of the window, an item that names and numbers cannot tell is told by the change that it reports. */
    private static final int SHORT_ITEM_WINDOW_DIVISOR = 14;

    private final Duration window;
    private final Duration originWindow;
    private final Duration akinWindow;
    private final Duration shortItemWindow;

    StorySimilarity(Duration window) {
        this.window = window;
        this.originWindow = window.dividedBy(ORIGIN_WINDOW_DIVISOR);
        this.akinWindow = window.dividedBy(AKIN_WINDOW_DIVISOR);
        this.shortItemWindow = window.dividedBy(SHORT_ITEM_WINDOW_DIVISOR);
    }

    /** Time between the publication of two articles. */
    static Duration apart(StoryMember one, StoryMember other) {
        return one.publishedAt().isBefore(other.publishedAt())
                ? Duration.between(one.publishedAt(), other.publishedAt())
                : Duration.between(other.publishedAt(), one.publishedAt());
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
     * @param smaller weight of the names and numbers of the one where it is smaller
     */
    boolean tellSame(StoryMember one, StoryMember other, int shared, int smaller) {
        boolean sameOrigin = sameOrigin(one, other);
        if (!sameOrigin && shared < LEAST_SHARED_WITH_NEWS && smaller >= LEAST_SHARED) {
            return false; // as nearly all that share a name
        }
        Duration apart = apart(one, other);
        if (apart.compareTo(window) > 0) {
            return false;
        }
        if (sameOrigin && apart.compareTo(originWindow) <= 0) {
            return shared > 0 || one.terms().stream().anyMatch(other.terms()::contains);
        }
        if (apart.compareTo(akinWindow) <= 0 && areAkin(one, other, shared, smaller)) {
            return true;
        }
        if (smaller < LEAST_SHARED) {
            return apart.compareTo(shortItemWindow) <= 0 && reportOneChange(one, other);
        }
        double asked = sameOrigin ? leastOverlap(apart) / 2 : leastOverlap(apart);
        return shared >= LEAST_SHARED && shared >= asked * smaller;
    }

    /**
     * Whether two texts of nearly one time report one change or speak of the same terms, and share names and numbers beside the
     * values of their claims: two sources may report one fact independently.
     */
    private static boolean areAkin(StoryMember one, StoryMember other, int shared, int smaller) {
        int own = shared - sharedWeight(claims(one), claims(other));
        return own >= OVERLAP_OF_AKIN * smaller
                && (own >= LEAST_SHARED_WITH_NEWS && reportOneChange(one, other)
                        || own >= LEAST_SHARED_WITH_TERMS && speakOfTheSame(one, other));
    }

    private static SortedSet<String> claims(StoryMember member) {
        return member.fingerprint().features().subSet(CLAIM, BEHIND_CLAIMS);
    }

    private static boolean reportOneChange(StoryMember one, StoryMember other) {
        return one.news().stream().anyMatch(other.news()::contains);
    }

    /** Whether both speak of several terms, and the one of at least half of those that the other speaks of. */
    private static boolean speakOfTheSame(StoryMember one, StoryMember other) {
        long shared = one.terms().stream().filter(other.terms()::contains).count();
        int fewer = Math.min(one.terms().size(), other.terms().size());
        return shared >= LEAST_TERMS && 2 * shared >= fewer;
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

    /** Weight of the names and numbers. Values of claims count only where they are shared: what is read as a claim varies. */
    static int weight(SortedSet<String> features) {
        int weight = 0;
        for (String feature : features) {
            weight += feature.startsWith(CLAIM) ? 0 : weight(feature);
        }
        return weight;
    }

    static int weight(String feature) {
        return feature.startsWith(CLAIM) || isNumber(feature) ? NUMBER_WEIGHT : 1;
    }

    /** Whether it is a number, bare or behind its unit as in {@code usd:1000}; a name may hold digits too. */
    private static boolean isNumber(String feature) {
        boolean digit = false;
        for (int i = feature.indexOf(':') + 1; i < feature.length(); i += Character.charCount(feature.codePointAt(i))) {
            int character = feature.codePointAt(i);
            if (Character.isLetter(character)) {
                return false;
            }
            digit |= Character.isDigit(character);
        }
        return digit;
    }
}
