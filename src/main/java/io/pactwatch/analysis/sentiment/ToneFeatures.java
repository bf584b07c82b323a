package io.pactwatch.analysis.sentiment;

import java.util.List;
import java.util.Locale;

/**
 * What an article shows of its tone towards a tie; each in [-1,1], 0 where nothing is shown.
 *
 * @param words the words of the lexicon against one another, with what the reported changes of terms say
 * @param headline tone that a model reads in the headline
 * @param lead the same in the first sentences of the text
 * @param body the same in all others
 * @param worst the clearest negative reading of a sentence about both parties, not positive
 * @param best the clearest positive one, not negative
 */
public record ToneFeatures(double words, double headline, double lead, double body, double worst, double best) {
    /** In the order of the components. */
    public double[] values() {
        return new double[] {words, headline, lead, body, worst, best};
    }

    /** One line for people. */
    @Override
    public String toString() {
        List<String> names = List.of("words", "headline", "lead", "body", "worst", "best");
        double[] values = values();
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < values.length; i++) {
            text.append(i == 0 ? "" : ", ").append(String.format(Locale.ROOT, "%s %+.2f", names.get(i), values[i]));
        }
        return text.toString();
    }
}
