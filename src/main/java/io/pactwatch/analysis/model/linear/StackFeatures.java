package io.pactwatch.analysis.model.linear;

import io.pactwatch.analysis.terms.RuleEvidence;

/**
 * What speaks for a term beside its own score: whether a rule of the term fired, whether another term scores higher, and
 * which parties are named. A second model weighs these on scores of models that have not seen the passage (stacking; Wolpert
 * 1992), so neither rules nor words overrule the other.
 */
public final class StackFeatures {
    private static final int SCORE = FeatureHash.kind("score");
    private static final int HIGH = FeatureHash.kind("high");
    private static final int RULED = FeatureHash.kind("ruled");
    private static final int RULED_SCORE = FeatureHash.kind("ruledscore");
    private static final int ELSEWHERE = FeatureHash.kind("elsewhere");
    private static final int OTHERS = FeatureHash.kind("others");
    private static final int BEHIND_BEST = FeatureHash.kind("behindbest");
    private static final int PARTIES = FeatureHash.kind("parties");
    private static final int TERM = FeatureHash.kind("term");
    private static final int TERM_SCORE = FeatureHash.kind("termscore");
    private static final int OTHER_LANGUAGE = FeatureHash.kind("otherlanguage");

    private StackFeatures() {}

    /** @param scores of all terms for the passage */
    public static Features of(PassageWords passage, LinearModel terms, double[] scores, int place) {
        Features features = new Features();
        float score = (float) scores[place];
        String term = terms.classes().get(place);
        boolean ruled = false;
        boolean otherRuled = false;
        for (RuleEvidence.Hit hit : passage.centre().rules().hits()) {
            ruled |= hit.term().equals(term);
            otherRuled |= !hit.term().equals(term);
        }
        double best = Double.NEGATIVE_INFINITY;
        for (int c = 0; c < scores.length; c++) {
            best = c == place ? best : Math.max(best, scores[c]);
        }
        int named = (passage.names(0) ? 1 : 0) + (passage.names(1) ? 1 : 0);
        features.add(SCORE, score);
        features.add(HIGH, Math.max(0, score + 0.5f));
        features.add(FeatureHash.with(RULED, ruled ? 1 : 0), 1);
        features.add(FeatureHash.with(RULED_SCORE, ruled ? 1 : 0), score);
        features.add(FeatureHash.with(OTHERS, otherRuled ? 1 : 0), 0.5f);
        features.add(FeatureHash.with(ELSEWHERE, ruled || !otherRuled ? 1 : 0), 0.5f);
        features.add(BEHIND_BEST, (float) Math.max(0, best - score));
        features.add(BEHIND_BEST + 1, (float) Math.max(0, score - best));
        features.add(FeatureHash.with(PARTIES, named), 0.5f);
        features.add(FeatureHash.with(TERM, term), 0.5f);
        features.add(FeatureHash.with(TERM_SCORE, term), score * 0.5f);
        int language = FeatureHash.with(OTHER_LANGUAGE, passage.isEnglish() ? 0 : 1);
        features.add(language, 0.5f);
        features.add(language + 1, score * 0.5f);
        return features;
    }
}
