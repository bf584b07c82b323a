package io.pactwatch.analysis.sentiment;

import java.util.List;
import java.util.Locale;

/**
 * What an article shows of its tone towards a tie; 0 where nothing is shown. Good and bad are mean probabilities that a model
 * reads in the sentences of a part, in [0,1].
 *
 * @param words the words of the lexicon against one another, with what the reported changes of terms say, in [-1,1]
 * @param lead the first sentences of the text
 * @param body all others
 * @param worst the most negative reading of a sentence, as good less bad, not positive
 * @param best the most positive one, not negative
 */
public record ToneFeatures(double words, Part headline, Part lead, Part body, double worst, double best) {
    private static final List<String> NAMES = List.of(
            "words",
            "headline good",
            "headline bad",
            "lead good",
            "lead bad",
            "body good",
            "body bad",
            "worst",
            "best");

    /** How good and how bad the tie looks in a part of an article. */
    public record Part(double good, double bad) {}

    /** In the order of the components. */
    public double[] values() {
        return new double[] {
            words, headline.good(), headline.bad(), lead.good(), lead.bad(), body.good(), body.bad(), worst, best
        };
    }

    /** One line for people. */
    @Override
    public String toString() {
        double[] values = values();
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < values.length; i++) {
            text.append(i == 0 ? "" : ", ").append(String.format(Locale.ROOT, "%s %.2f", NAMES.get(i), values[i]));
        }
        return text.toString();
    }
}
