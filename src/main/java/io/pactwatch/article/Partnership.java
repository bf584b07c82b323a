package io.pactwatch.article;

import java.util.List;
import java.util.Objects;

/**
 * A watched pair of parties, an entry of the watchlist.
 *
 * @param id lower-case identifier; message key and metric label from the analysis on
 * @param name how it is shown
 * @param parties exactly two
 */
public record Partnership(String id, String name, List<Party> parties) {
    public Partnership {
        Identifiers.require(id, "partnership.id");
        if (Objects.requireNonNull(name, "name").isBlank()) {
            throw new IllegalArgumentException("partnership " + id + ", name: blank");
        }
        parties = List.copyOf(parties);
        if (parties.size() != 2 || parties.get(0).id().equals(parties.get(1).id())) {
            throw new IllegalArgumentException("partnership " + id + ", parties: needs two different parties");
        }
    }

    /** What messages say of the partnership. */
    public PartnershipRef ref() {
        return new PartnershipRef(id, name, parties.stream().map(Party::name).toList());
    }
}
