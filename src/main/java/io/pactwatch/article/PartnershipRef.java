package io.pactwatch.article;

import java.util.List;
import java.util.Objects;

/** A partnership as messages name it: id, shown name and the shown names of its two parties. */
public record PartnershipRef(String id, String name, List<String> parties) {
    public PartnershipRef {
        Identifiers.require(id, "partnership.id");
        Objects.requireNonNull(name, "name");
        parties = List.copyOf(parties);
    }
}
