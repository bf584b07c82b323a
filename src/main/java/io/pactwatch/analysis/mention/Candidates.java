package io.pactwatch.analysis.mention;

import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Which partnerships have both parties among some mentions. */
public final class Candidates {
    /** Partnerships that one text can be about; further ones, in the order of the watchlist, are left out. */
    public static final int MAX_PARTNERSHIPS = 64;

    private Candidates() {}

    /** Places in the watchlist, in order; never compares all pairs of a long watchlist. */
    public static List<Integer> of(NameIndex index, List<Mention> mentions) {
        Map<Integer, Boolean> found = new HashMap<>();
        mentions.forEach(mention -> found.merge(mention.party(), !mention.person(), Boolean::logicalOr));
        BitSet places = new BitSet();
        for (int party : found.keySet()) {
            Map<Integer, List<Integer>> partners = index.partnersOf(party);
            if (partners.size() <= found.size()) {
                partners.forEach((partner, pairs) -> {
                    if (found.containsKey(partner)) {
                        pairs.forEach(places::set);
                    }
                });
            } else {
                for (int other : found.keySet()) {
                    partners.getOrDefault(other, List.of()).forEach(places::set);
                }
            }
        }
        return places.stream().limit(MAX_PARTNERSHIPS).boxed().toList();
    }
}
