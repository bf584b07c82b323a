package io.pactwatch.analysis.model.linear;

import io.pactwatch.analysis.model.linear.PassageWords.Part;
import io.pactwatch.analysis.terms.RuleEvidence;
import io.pactwatch.analysis.text.ClauseSplitter;
import io.pactwatch.analysis.text.Span;

/**
 * The words that speak most for a term: those of the rule that fired, else of the clause whose words weigh most.
 *
 * @param words from the first to the last of them, in units of the passage
 * @param near the clauses around them
 */
public record TermFocus(Span words, Span near) {
    /** The focus in the centre of a passage. */
    public static TermFocus of(PassageWords passage, LinearModel model, int place) {
        String term = model.classes().get(place);
        for (RuleEvidence.Hit hit : passage.centre().rules().hits()) {
            if (hit.term().equals(term)) {
                return new TermFocus(hit.window(), hit.near());
            }
        }
        Part centre = passage.centre();
        double[] weights = weights(centre.words(), model, place);
        Span best = centre.span();
        double most = Double.NEGATIVE_INFINITY;
        for (Span clause : ClauseSplitter.split(passage.folded(), centre.span())) {
            double sum = 0;
            for (int i = 0; i < weights.length; i++) {
                sum += inside(centre.words(), i, clause) ? weights[i] : 0;
            }
            if (sum > most) {
                most = sum;
                best = clause;
            }
        }
        return new TermFocus(strongest(centre.words(), weights, best), best);
    }

    private static boolean inside(Words words, int i, Span span) {
        return words.start(i) >= span.start() && words.end(i) <= span.end();
    }

    private static double[] weights(Words words, LinearModel model, int place) {
        double[] weights = new double[words.size()];
        for (int i = 0; i < weights.length; i++) {
            Features own = new Features();
            PassageWords.addWord(words, i, i > 0 ? words.hash(i - 1) : 0, TermFeatures.WORDS, own);
            for (int f = 0; f < own.size(); f++) {
                weights[i] += own.value(f) * model.weight(own.hash(f), place);
            }
        }
        return weights;
    }

    /** From the first to the last word of a clause that weighs at least half as much as the strongest. */
    private static Span strongest(Words words, double[] weights, Span clause) {
        double most = 0;
        for (int i = 0; i < weights.length; i++) {
            most = inside(words, i, clause) ? Math.max(most, weights[i]) : most;
        }
        if (most == 0) {
            return clause;
        }
        int start = clause.end();
        int end = clause.start();
        for (int i = 0; i < weights.length; i++) {
            if (inside(words, i, clause) && weights[i] >= most / 2) {
                start = Math.min(start, words.start(i));
                end = Math.max(end, words.end(i));
            }
        }
        return new Span(start, end);
    }
}
