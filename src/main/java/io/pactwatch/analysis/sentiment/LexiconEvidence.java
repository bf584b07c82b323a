package io.pactwatch.analysis.sentiment;

import io.pactwatch.analysis.sentiment.TieLexicon.Entry;
import io.pactwatch.analysis.text.ArticleText;
import io.pactwatch.analysis.text.ArticleText.Sentence;
import io.pactwatch.analysis.text.Span;
import java.util.ArrayList;
import java.util.List;

/**
 * What the lexicon of relations says in a short text, for a trained model to weigh beside the words.
 *
 * @param good sum of the weights of good words
 * @param bad sum of the weights of bad words, not negative
 * @param tie sentences that name the tie
 * @param together places that speak of both parties at once, in order
 */
public record LexiconEvidence(double good, double bad, int tie, List<Span> together) {
    /** Linear in the length of the text. */
    public static LexiconEvidence of(String text, String language, TieLexicon lexicon) {
        ArticleText read = new ArticleText("", text);
        ToneReading tones = ToneReading.of(read, language, lexicon);
        double good = 0;
        double bad = 0;
        int tie = 0;
        for (Sentence sentence : read.sentences()) {
            ToneReading.SentenceTone tone = tones.tone(sentence.index());
            good += tone.good();
            bad += tone.bad();
            tie += tone.tie() ? 1 : 0;
        }
        List<Span> together = new ArrayList<>();
        int shift = read.bodyStart();
        lexicon.matcher(language).match(read.folded(), (start, end, entry) -> {
            if (entry instanceof Entry.Together && start >= shift) {
                together.add(new Span(start - shift, end - shift));
            }
        });
        return new LexiconEvidence(good, bad, tie, together);
    }
}
