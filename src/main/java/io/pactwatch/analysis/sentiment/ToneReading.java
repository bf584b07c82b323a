package io.pactwatch.analysis.sentiment;

import io.pactwatch.analysis.sentiment.TieLexicon.Entry;
import io.pactwatch.analysis.text.ArticleText;
import io.pactwatch.analysis.text.ArticleText.Sentence;
import io.pactwatch.analysis.text.Span;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;

/** The words of the lexicon in one article, by sentence; the same for all partnerships. */
public final class ToneReading {
    /** Units within which a negation or a hedge reaches the words behind it, and East Asian ones those before it. */
    private static final int REACH = 28;

    /** Words read of one sentence. */
    private static final int MAX_HITS = 100;

    private static final double NEGATED = -0.5;
    private static final double HEDGED = 0.6;

    private final List<SentenceTone> tones = new ArrayList<>();
    private final List<Span> together = new ArrayList<>();

    /**
     * @param good sum of the weights of good words
     * @param bad sum of the weights of bad words, not negative
     * @param outsider whether somebody speaks who is none of the parties
     */
    record SentenceTone(double good, double bad, boolean tie, boolean together, boolean outsider) {
        double net() {
            return good - bad;
        }

        double size() {
            return good + bad;
        }
    }

    private record Hit(Span span, Entry entry) {}

    public static ToneReading of(ArticleText text, String language, TieLexicon lexicon) {
        List<Hit> hits = new ArrayList<>();
        lexicon.matcher(language)
                .match(text.folded(), (start, end, entry) -> hits.add(new Hit(new Span(start, end), entry)));
        hits.sort(Comparator.comparingInt((Hit hit) -> hit.span().start())
                .thenComparing(
                        Comparator.comparingInt((Hit hit) -> hit.span().end()).reversed()));
        ToneReading reading = new ToneReading();
        hits.stream()
                .filter(hit -> hit.entry() instanceof Entry.Together)
                .forEach(hit -> reading.together.add(hit.span()));
        boolean behind = language.equals("ko") || language.equals("ja");
        int next = 0;
        for (Sentence sentence : text.sentences()) {
            List<Hit> own = new ArrayList<>();
            while (next < hits.size()
                    && hits.get(next).span().start() < sentence.span().end()) {
                if (hits.get(next).span().start() >= sentence.span().start() && own.size() < MAX_HITS) {
                    own.add(hits.get(next));
                }
                next++;
            }
            reading.tones.add(tone(own, behind));
        }
        return reading;
    }

    private static SentenceTone tone(List<Hit> hits, boolean behind) {
        double good = 0;
        double bad = 0;
        boolean tie = false;
        boolean together = false;
        boolean outsider = false;
        int covered = -1;
        for (Hit hit : hits) {
            tie |= hit.entry() instanceof Entry.Tie;
            together |= hit.entry() instanceof Entry.Together;
            outsider |= hit.entry() instanceof Entry.Outsider;
            if (hit.entry() instanceof Entry.Tone tone && hit.span().start() >= covered) {
                covered = hit.span().end();
                double weight = tone.weight() * factor(hit, hits, behind);
                good += Math.max(0, weight);
                bad += Math.max(0, -weight);
            }
        }
        return new SentenceTone(Math.min(good, 3), Math.min(bad, 3), tie, together, outsider);
    }

    private static double factor(Hit tone, List<Hit> hits, boolean behind) {
        double factor = 1;
        for (Hit hit : hits) {
            int gap = behind
                    ? hit.span().start() - tone.span().end()
                    : tone.span().start() - hit.span().end();
            if (gap >= -1 && gap <= (behind ? REACH / 3 : REACH)) {
                if (hit.entry() instanceof Entry.Negation) {
                    factor *= factor < 0 ? 1 : NEGATED;
                } else if (hit.entry() instanceof Entry.Hedge) {
                    factor *= HEDGED;
                }
            }
        }
        return factor;
    }

    SentenceTone tone(int sentence) {
        return tones.get(sentence);
    }

    /** For each sentence whether it speaks of both parties at once. */
    public boolean[] together() {
        boolean[] together = new boolean[tones.size()];
        for (int i = 0; i < together.length; i++) {
            together[i] = tones.get(i).together();
        }
        return together;
    }

    /** Places that speak of both parties at once, in order. */
    public List<Span> togetherPlaces() {
        return Collections.unmodifiableList(together);
    }

    /** Whether a sentence names the tie or speaks of both parties at once. */
    public boolean isAboutTie(int sentence) {
        return tones.get(sentence).tie() || tones.get(sentence).together();
    }
}
