package io.pactwatch.analysis.model.linear;

import io.pactwatch.analysis.model.linear.PassageWords.Part;
import io.pactwatch.analysis.model.linear.PassageWords.Place;
import io.pactwatch.analysis.terms.RuleEvidence;
import java.util.List;
import java.util.Set;

/** What a passage shows of the terms that its centre speaks of: its words, the groups of its cues, the rules that fire. */
public final class TermFeatures {
    static final int WORDS = FeatureHash.kind("t");
    private static final int BEFORE = FeatureHash.kind("tb");
    private static final int BEHIND = FeatureHash.kind("tn");
    private static final int HEADLINE = FeatureHash.kind("th");
    private static final int CUE = FeatureHash.kind("cue");
    private static final int CUE_PAIR = FeatureHash.kind("cues");
    private static final int CONTEXT_CUE = FeatureHash.kind("ccue");
    private static final int RULE = FeatureHash.kind("rule");
    private static final int TERM = FeatureHash.kind("term");
    private static final int CONTEXT_TERM = FeatureHash.kind("cterm");
    private static final int PARTIES = FeatureHash.kind("parties");
    private static final int LANGUAGE = FeatureHash.kind("language");
    private static final double OWN_LENGTH = 4;
    private static final double CONTEXT_LENGTH = 0.8;
    private static final double PAIRS_LENGTH = 1;
    private static final float CUE_WEIGHT = 0.7f;
    private static final float RULE_WEIGHT = 1;

    private TermFeatures() {}

    public static Features of(PassageWords passage) {
        Features features = new Features();
        for (Part part : passage.parts()) {
            int from = features.size();
            boolean own = part.place() == Place.CENTRE;
            int kind = own ? WORDS : part.place() == Place.BEFORE ? BEFORE : BEHIND;
            PassageWords.addWords(part.words(), part.span(), kind, 1, features);
            features.normalise(from, own ? OWN_LENGTH : CONTEXT_LENGTH);
            Set<String> groups = part.rules().groups(part.span());
            groups.forEach(
                    group -> features.add(FeatureHash.with(own ? CUE : CONTEXT_CUE, group), own ? CUE_WEIGHT : 0.3f));
            for (RuleEvidence.Hit hit : part.rules().hits()) {
                features.add(FeatureHash.with(own ? TERM : CONTEXT_TERM, hit.term()), own ? RULE_WEIGHT : 0.3f);
                if (own) {
                    features.add(FeatureHash.with(RULE, hit.rule()), RULE_WEIGHT / 2);
                }
            }
            if (own) {
                addPairs(
                        groups.stream()
                                .filter(group -> group.charAt(0) != RuleEvidence.CONCEPT)
                                .toList(),
                        features);
            }
        }
        passage.addHeadline(HEADLINE, CONTEXT_LENGTH, features);
        int named = (passage.names(0) ? 1 : 0) + (passage.names(1) ? 1 : 0);
        features.add(FeatureHash.with(PARTIES, named), 1);
        features.add(FeatureHash.with(LANGUAGE, passage.passage().language()), 0.3f);
        return features;
    }

    private static void addPairs(List<String> groups, Features features) {
        int from = features.size();
        for (int i = 0; i < groups.size(); i++) {
            for (int j = i + 1; j < groups.size(); j++) {
                features.add(FeatureHash.with(FeatureHash.with(CUE_PAIR, groups.get(i)), groups.get(j)), 1);
            }
        }
        features.normalise(from, PAIRS_LENGTH);
    }
}
