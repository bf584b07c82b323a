package io.pactwatch.train.linear;

import io.pactwatch.analysis.model.Distribution;
import io.pactwatch.analysis.model.Tone;
import io.pactwatch.analysis.model.linear.LinearHeads;
import io.pactwatch.analysis.model.linear.StatusFeatures;
import io.pactwatch.analysis.model.linear.TermFocus;
import io.pactwatch.contract.ClaimStatus;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Figures of the heads on sentences that they have not seen. */
record TestFigures(List<String> terms, CentreReader reader) {
    List<String> lines(LinearHeads heads, List<Centre> test) {
        List<String> lines = new ArrayList<>(List.of("--- test part"));
        List<TermFigures.Found> found =
                test.stream().map(centre -> TermTraining.found(heads.terms(), centre)).toList();
        lines.add(TermFigures.lines(found, terms, heads.terms().threshold()));
        statuses(heads, test).forEach((name, counts) -> lines.add("status   " + name + ": " + counts));
        ties(heads, test).forEach((name, counts) -> lines.add("tie      " + name + ": " + counts));
        return lines;
    }

    private Map<String, Confusion> statuses(LinearHeads heads, List<Centre> test) {
        Map<String, Confusion> counts = new TreeMap<>();
        for (Centre centre : test) {
            for (LabelledPassages.Label label : new LinkedHashSet<>(centre.claims())) {
                TermFocus focus = TermFocus.of(
                        centre.words(), heads.terms().terms(), terms.indexOf(label.term()));
                Distribution<ClaimStatus> status = heads.status()
                        .read(StatusFeatures.of(centre.words(), label.term(), focus), centre.english());
                String wording = centre.plain() ? " plain" : " varied";
                String language = centre.english() ? "en" : "other";
                for (String name : List.of(language, language + wording)) {
                    counts.computeIfAbsent(name, key -> new Confusion())
                            .add(label.status().ordinal(), status.best().ordinal());
                }
            }
        }
        return counts;
    }

    /** The tone of a passage is the one that its sentences make most probable together. */
    private Map<String, Confusion> ties(LinearHeads heads, List<Centre> test) {
        Map<String, double[]> sums = new LinkedHashMap<>();
        Map<String, Centre> passages = new LinkedHashMap<>();
        for (Centre centre : test) {
            Distribution<Tone> tone = heads.tie().read(reader.tie(centre), centre.english());
            double[] sum = sums.computeIfAbsent(centre.passage(), key -> new double[Tone.values().length]);
            for (Tone each : Tone.values()) {
                sum[each.ordinal()] += Math.log(tone.of(each) + 1e-9);
            }
            passages.put(centre.passage(), centre);
        }
        Map<String, Confusion> counts = new TreeMap<>();
        passages.forEach((id, centre) -> {
            double[] sum = sums.get(id);
            int best = 0;
            for (int c = 1; c < sum.length; c++) {
                best = sum[c] > sum[best] ? c : best;
            }
            String language = centre.words().passage().language();
            for (String name : centre.english() ? List.of("en") : List.of("other", language)) {
                counts.computeIfAbsent(name, key -> new Confusion())
                        .add(centre.tone().orElseThrow().ordinal(), best);
            }
        });
        return counts;
    }
}
