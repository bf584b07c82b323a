package io.pactwatch.contract;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** The contract terms that are known, in the order of their file. Immutable. */
public final class TermCatalogue {
    private final Map<String, TermDefinition> definitions = new LinkedHashMap<>();

    /** @throws IllegalArgumentException if two definitions share a name */
    public TermCatalogue(Collection<TermDefinition> terms) {
        for (TermDefinition term : terms) {
            if (definitions.put(term.name(), term) != null) {
                throw new IllegalArgumentException("term " + term.name() + ": defined twice");
            }
        }
    }

    public Optional<TermDefinition> find(String name) {
        return Optional.ofNullable(definitions.get(name));
    }

    public Collection<TermDefinition> terms() {
        return definitions.values();
    }
}
