package io.pactwatch.analysis.model.linear;

import io.pactwatch.analysis.model.PassageSetting;
import io.pactwatch.analysis.model.linear.PassageWords.Part;
import io.pactwatch.analysis.model.linear.PassageWords.Place;
import io.pactwatch.analysis.sentiment.LexiconEvidence;
import io.pactwatch.analysis.terms.RuleEvidence;

/** What a passage shows of its tone towards the tie: its words, the lexicon of relations, and what the rules claim. */
public final class TieFeatures {
    private static final int WORDS = FeatureHash.kind("tie");
    private static final int CONTEXT = FeatureHash.kind("tiec");
    private static final int LEAD_HEADLINE = FeatureHash.kind("tiehead");
    private static final int HEADLINE = FeatureHash.kind("tieh");
    private static final int CUE = FeatureHash.kind("tiecue");
    private static final int CLAIM = FeatureHash.kind("tieclaim");
    private static final int LEXICON = FeatureHash.kind("tielex");
    private static final int STEP = FeatureHash.kind("tiestep");
    private static final int LANGUAGE = FeatureHash.kind("tielang");
    private static final double OWN_LENGTH = 3;
    private static final double CONTEXT_LENGTH = 1.5;
    private static final double CLAIM_LENGTH = 1;
    private static final double CUE_LENGTH = 1.5;

    private TieFeatures() {}

    public static Features of(PassageWords passage, LexiconEvidence lexicon) {
        Features features = new Features();
        for (Part part : passage.parts()) {
            int from = features.size();
            boolean own = part.place() == Place.CENTRE;
            PassageWords.addWords(part.words(), part.span(), own ? WORDS : CONTEXT, 1, features);
            features.normalise(from, own ? OWN_LENGTH : CONTEXT_LENGTH);
        }
        boolean lead = passage.passage().setting().place() == PassageSetting.Place.LEAD;
        passage.addHeadline(lead ? LEAD_HEADLINE : HEADLINE, lead ? CONTEXT_LENGTH : CONTEXT_LENGTH / 2, features);
        addClaims(passage, features);
        for (Part part : passage.parts()) {
            addCues(part, features);
        }
        double net = lexicon.good() - lexicon.bad();
        features.add(LEXICON, (float) Math.max(-2, Math.min(2, net)));
        features.add(LEXICON + 1, (float) Math.min(2, lexicon.good()));
        features.add(LEXICON + 2, (float) Math.min(2, lexicon.bad()));
        features.add(FeatureHash.with(STEP, step(net)), 1);
        features.add(FeatureHash.with(LANGUAGE, passage.passage().language()), 0.3f);
        return features;
    }

    private static void addClaims(PassageWords passage, Features features) {
        int from = features.size();
        for (Part part : passage.parts()) {
            float weight = part.place() == Place.CENTRE ? 1 : 0.6f;
            for (RuleEvidence.Hit hit : part.rules().hits()) {
                int status = FeatureHash.with(CLAIM, hit.status().name());
                features.add(status, weight);
                features.add(FeatureHash.with(status, hit.term()), weight);
            }
        }
        features.normalise(from, CLAIM_LENGTH);
    }

    private static void addCues(Part part, Features features) {
        int from = features.size();
        for (String group : part.rules().groups(part.span())) {
            features.add(FeatureHash.with(CUE, group), 1);
        }
        features.normalise(from, part.place() == Place.CENTRE ? CUE_LENGTH : CUE_LENGTH / 2);
    }

    private static int step(double net) {
        return net < -1 ? 0 : net < -0.2 ? 1 : net <= 0.2 ? 2 : net < 1 ? 3 : 4;
    }
}
