package io.pactwatch.article;

import java.util.List;
import java.util.Objects;

/**
 * One side of a partnership.
 *
 * @param id lower-case identifier, such as {@code openai}
 * @param name how it is shown
 * @param aliases names by which texts call it, in any language; the name itself need not be repeated
 * @param people names of people who speak for it
 */
public record Party(String id, String name, List<String> aliases, List<String> people) {
    public Party {
        Identifiers.require(id, "party.id");
        if (Objects.requireNonNull(name, "name").isBlank()) {
            throw new IllegalArgumentException("party " + id + ", name: blank");
        }
        aliases = List.copyOf(aliases);
        people = List.copyOf(people);
    }
}
