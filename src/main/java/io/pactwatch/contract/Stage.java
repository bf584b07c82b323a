package io.pactwatch.contract;

/**
 * How firm a statement about a contract term is, from weakest to strongest; the natural order is the order of firmness. Where
 * a text leaves two stages open, the lower one is right.
 */
public enum Stage {
    /** A guess or an opinion of somebody who is not a party. */
    SPECULATION,
    /** Reported by people who are not named. */
    ANONYMOUS_REPORT,
    /** One party wants it. */
    SOUGHT,
    /** Both parties discuss it. */
    IN_TALKS,
    /** Agreed without obligation: memorandum of understanding, letter of intent, term sheet. */
    NON_BINDING,
    /** Stated on the record by a party. */
    ANNOUNCED,
    /** Stated in a filing with an authority or a court. */
    FILED,
    /** In effect. */
    EFFECTIVE;

    /** Whether this stage is at least as firm as the other. */
    public boolean atLeast(Stage other) {
        return compareTo(other) >= 0;
    }

    /** The less firm of the two. */
    public Stage min(Stage other) {
        return atLeast(other) ? other : this;
    }

    /** The firmer of the two. */
    public Stage max(Stage other) {
        return atLeast(other) ? this : other;
    }
}
