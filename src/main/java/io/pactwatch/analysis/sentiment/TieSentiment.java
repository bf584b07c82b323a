package io.pactwatch.analysis.sentiment;

import io.pactwatch.analysis.Sentiment;
import io.pactwatch.analysis.mention.PairMentions;
import io.pactwatch.analysis.model.Distribution;
import io.pactwatch.analysis.model.PassageReading;
import io.pactwatch.analysis.text.ArticleText.Sentence;
import java.util.Map;
import java.util.Optional;

/** The tone of an article towards the tie of two parties. Only sentences that are about the tie count. */
public final class TieSentiment {
    private static final double HEADLINE = 2;
    private static final double LEAD = 1.4;
    private static final int LEAD_SENTENCES = 3;
    private static final double ONE_PARTY = 0.5;
    private static final double MOST_DEALS = 2.5;

    /** Pulls a score towards zero where few words stand behind it. */
    private static final double SHRINKAGE = 1.2;

    private static final double LEAST_EVIDENCE = 0.5;
    private static final double FULL_EVIDENCE = 8;

    /** What the words of the lexicon count beside a model. */
    private static final double WORDS = Double.parseDouble(System.getProperty("x.words", "0.3"));

    /** What the model counts, in words of the lexicon. */
    private static final double MODEL = Double.parseDouble(System.getProperty("x.model", "1.5"));

    private TieSentiment() {}

    /** @param sentence index of the sentence outside the headline that carries most of the tone */
    public record Reading(Sentiment sentiment, int sentence) {}

    /**
     * Empty where the text says too little about the tie.
     *
     * @param dealTone what the reported changes of terms say about the tie, summed
     * @param readings what a model reads, by index of the sentence
     */
    public static Optional<Reading> read(
            PairMentions pair, ToneReading tones, double dealTone, Map<Integer, PassageReading> readings) {
        double net = Math.max(-MOST_DEALS, Math.min(MOST_DEALS, dealTone));
        double size = Math.abs(net);
        int strongest = -1;
        double most = 0;
        int read = 0;
        for (Sentence sentence : pair.sentences()) {
            double weight = weight(pair, tones, sentence, read);
            read += sentence.headline() ? 0 : 1;
            Tone tone = tone(tones.tone(sentence.index()), tie(readings.get(sentence.index())));
            net += weight * tone.net();
            size += weight * tone.size();
            if (!sentence.headline() && weight * Math.abs(tone.net()) > most) {
                most = weight * Math.abs(tone.net());
                strongest = sentence.index();
            }
        }
        if (strongest < 0) {
            strongest = firstAboutBoth(pair);
        }
        if (size < LEAST_EVIDENCE || strongest < 0) {
            return Optional.empty();
        }
        Sentiment sentiment = new Sentiment(net / (size + SHRINKAGE), Math.min(1, size / FULL_EVIDENCE));
        return Optional.of(new Reading(sentiment, strongest));
    }

    /** What words and model say of one sentence: the balance of good and bad, and how much there is of both. */
    private record Tone(double net, double size) {}

    private static Tone tone(
            ToneReading.SentenceTone words, Optional<Distribution<io.pactwatch.analysis.model.Tone>> tie) {
        return tie.map(read -> {
                    double good = read.of(io.pactwatch.analysis.model.Tone.POSITIVE);
                    double bad = read.of(io.pactwatch.analysis.model.Tone.NEGATIVE);
                    return new Tone(
                            WORDS * words.net() + MODEL * (good - bad), WORDS * words.size() + MODEL * (good + bad));
                })
                .orElseGet(() -> new Tone(words.net(), words.size()));
    }

    private static Optional<Distribution<io.pactwatch.analysis.model.Tone>> tie(PassageReading reading) {
        return Optional.ofNullable(reading).flatMap(PassageReading::tie);
    }

    private static int firstAboutBoth(PairMentions pair) {
        for (Sentence sentence : pair.sentences()) {
            if (!sentence.headline() && (pair.isAboutBoth(sentence.index()) || pair.isAdjacent(sentence.index()))) {
                return sentence.index();
            }
        }
        return -1;
    }

    private static double weight(PairMentions pair, ToneReading tones, Sentence sentence, int read) {
        int i = sentence.index();
        double place = sentence.headline() ? HEADLINE : read < LEAD_SENTENCES ? LEAD : 1;
        if (pair.isAboutBoth(i)) {
            return place;
        }
        boolean near = tones.tone(i).tie() || pair.isAdjacent(i) || sentence.headline();
        return pair.namesOne(i) && near || tones.tone(i).tie() ? place * ONE_PARTY : 0;
    }
}
