package io.pactwatch.analysis.terms;

import io.pactwatch.contract.ClaimStatus;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Keeps the best one or two claims per term and status, at most {@link ClaimExtractor#MAX_CLAIMS} in all. */
final class ClaimSelection {
    private static final int PER_STATUS = 2;

    private record Key(String term, ClaimStatus status) {}

    private final Map<Key, List<FoundClaim>> kept = new LinkedHashMap<>();

    void add(FoundClaim found) {
        List<FoundClaim> same =
                kept.computeIfAbsent(new Key(found.claim().term(), found.claim().status()), key -> new ArrayList<>());
        Optional<FoundClaim> equal = same.stream()
                .filter(other -> other.claim().value().equals(found.claim().value())
                        || other.claim().evidence().equals(found.claim().evidence()))
                .findFirst();
        if (equal.isPresent()) {
            if (equal.get().strength() < found.strength()) {
                same.set(same.indexOf(equal.get()), found);
            }
            return;
        }
        same.add(found);
        same.sort(Comparator.comparingDouble(FoundClaim::strength).reversed());
        if (same.size() > PER_STATUS) {
            same.remove(PER_STATUS);
        }
    }

    ClaimExtractor.Extracted best() {
        List<FoundClaim> all = kept.values().stream()
                .flatMap(List::stream)
                .sorted(Comparator.comparingDouble(FoundClaim::strength).reversed())
                .toList();
        int most = Math.min(all.size(), ClaimExtractor.MAX_CLAIMS);
        return new ClaimExtractor.Extracted(ordered(all.subList(0, most)), ordered(all.subList(most, all.size())));
    }

    private static List<FoundClaim> ordered(List<FoundClaim> claims) {
        return claims.stream()
                .sorted(Comparator.comparingInt(
                        found -> found.claim().evidence().start()))
                .toList();
    }
}
