package io.pactwatch.metrics;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Ids of partnerships as label values: only ids of the form that the watchlist allows, and only so many of them; every
 * other id shares one value. Thread-safe.
 */
final class PartnershipLabels {
    /** Label value of all that have none of their own; no id of a watchlist has an underscore. */
    static final String OTHER = "_other";

    private static final int LONGEST = 100;

    private final int most;
    private final Set<String> admitted = ConcurrentHashMap.newKeySet();

    PartnershipLabels(int most) {
        this.most = most;
    }

    /** The label value of a partnership: its id, or {@link #OTHER} if it is malformed or one too many. */
    String of(String id) {
        return admitted.contains(id) || admit(id) ? id : OTHER;
    }

    private synchronized boolean admit(String id) {
        return admitted.size() < most && isWellFormed(id) && (admitted.add(id) || admitted.contains(id));
    }

    private static boolean isWellFormed(String id) {
        return !id.isEmpty()
                && id.length() <= LONGEST
                && id.charAt(0) != '-'
                && id.chars().allMatch(c -> c == '-' || c >= 'a' && c <= 'z' || c >= '0' && c <= '9');
    }
}
