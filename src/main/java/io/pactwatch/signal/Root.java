package io.pactwatch.signal;

import java.util.List;
import java.util.Objects;

/**
 * An independent source: the origin that articles name, or the earliest article of a story.
 *
 * @param root normalised name of the origin, or the outlet or id of the earliest article
 * @param outlets who told it, sorted: names of outlets, else hosts of addresses, else ids of articles; at most {@value
 *     LedgerSource#MAX_SOURCES}
 * @param anonymous whether it rests on people who are not named
 */
public record Root(String root, List<String> outlets, boolean anonymous) {
    public Root {
        Objects.requireNonNull(root, "root");
        outlets = List.copyOf(outlets);
    }
}
