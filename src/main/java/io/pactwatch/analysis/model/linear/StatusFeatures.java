package io.pactwatch.analysis.model.linear;

import io.pactwatch.analysis.model.linear.PassageWords.Part;
import io.pactwatch.analysis.model.linear.PassageWords.Place;
import io.pactwatch.analysis.terms.RuleEvidence;
import io.pactwatch.analysis.text.Span;

/** What a passage shows of the status and stage of a term in its centre. */
public final class StatusFeatures {
    private static final int NEAR = FeatureHash.kind("sn");
    private static final int SENTENCE = FeatureHash.kind("ss");
    private static final int CONTEXT = FeatureHash.kind("sc");
    private static final int HEADLINE = FeatureHash.kind("sh");
    private static final int FACT = FeatureHash.kind("fact");
    private static final int OF_TERM = FeatureHash.kind("term");
    private static final double NEAR_LENGTH = 2;
    private static final double SENTENCE_LENGTH = 2;
    private static final double CONTEXT_LENGTH = 0.8;
    private static final float SETTING_WEIGHT = 0.6f;
    private static final float OF_TERM_WEIGHT = 0.5f;

    private final Features features = new Features();
    private final String term;

    private StatusFeatures(String term) {
        this.term = term;
    }

    public static Features of(PassageWords passage, String term, TermFocus focus) {
        StatusFeatures of = new StatusFeatures(term);
        for (Part part : passage.parts()) {
            boolean own = part.place() == Place.CENTRE;
            if (own) {
                of.words(part, focus.near(), NEAR, NEAR_LENGTH);
            }
            of.words(part, part.span(), own ? SENTENCE : CONTEXT, own ? SENTENCE_LENGTH : CONTEXT_LENGTH);
        }
        passage.addHeadline(HEADLINE, CONTEXT_LENGTH, of.features);
        of.facts(passage, focus);
        return of.features;
    }

    private void words(Part part, Span within, int kind, double length) {
        int from = features.size();
        PassageWords.addWords(part.words(), within, kind, 1, features);
        features.normalise(from, length);
    }

    private void facts(PassageWords passage, TermFocus focus) {
        Part centre = passage.centre();
        centre.rules().groups(focus.near()).forEach(group -> fact("near " + group, 0.8f));
        centre.rules().groups(centre.span()).forEach(group -> fact("in " + group, 0.5f));
        for (Part part : passage.parts()) {
            if (part.place() != Place.CENTRE) {
                part.rules().groups(part.span()).forEach(group -> fact(part.place() + " " + group, 0.25f));
            }
        }
        for (RuleEvidence.Hit hit : centre.rules().hits()) {
            String where = hit.term().equals(term) ? "rule " : "other ";
            fact(where + hit.status(), hit.term().equals(term) ? 1 : 0.4f);
            fact(where + hit.stage(), hit.term().equals(term) ? 0.7f : 0.3f);
        }
        fact("place " + passage.passage().setting().place(), SETTING_WEIGHT);
        passage.years().forEach(year -> fact("year " + year, SETTING_WEIGHT));
        fact("always", 1);
        fact("language " + passage.passage().language(), 0.3f);
    }

    /** Adds something that is so, on its own and for this term. */
    private void fact(String name, float weight) {
        features.add(FeatureHash.with(FACT, name), weight);
        features.add(FeatureHash.with(FeatureHash.with(OF_TERM, term), name), weight * OF_TERM_WEIGHT);
    }
}
