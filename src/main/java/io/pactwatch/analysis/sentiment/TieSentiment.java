package io.pactwatch.analysis.sentiment;

import io.pactwatch.analysis.Sentiment;
import io.pactwatch.analysis.mention.PairMentions;
import io.pactwatch.analysis.model.Distribution;
import io.pactwatch.analysis.model.PassageReading;
import io.pactwatch.analysis.model.Tier;
import io.pactwatch.analysis.model.Tone;
import io.pactwatch.analysis.text.ArticleText.Sentence;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntPredicate;

/**
 * The tone of an article towards the tie of two parties, by the words of a lexicon, by what a model reads, and by the changes
 * of terms that it reports. Only sentences that are about the tie count.
 */
public final class TieSentiment {
    private static final double HEADLINE = 2;
    private static final double LEAD = 1.4;
    private static final int LEAD_SENTENCES = 3;
    private static final double ONE_PARTY = 0.5;

    /** What a sentence counts in which somebody else speaks, or is spoken of. */
    private static final double OTHERS = 0.5;

    private static final double MOST_DEALS = 2.5;
    private static final double LEAST_EVIDENCE = 0.5;
    private static final double FULL_EVIDENCE = 8;

    private TieSentiment() {}

    /** @param sentence index of the sentence outside the headline that carries most of the tone */
    public record Reading(Sentiment sentiment, int sentence) {}

    /**
     * Empty where the text says too little about the tie.
     *
     * @param dealTone what the reported changes of terms say about the tie, summed
     * @param readings what a model reads, by index of the sentence
     * @param tier in which the model reads
     * @param namesThird whether a sentence names a company that is neither party
     */
    public static Optional<Reading> read(
            PairMentions pair,
            ToneReading tones,
            double dealTone,
            Map<Integer, PassageReading> readings,
            Tier tier,
            IntPredicate namesThird) {
        ToneShares shares = readings.isEmpty() ? ToneShares.WORDS_ALONE : ToneShares.of(tier);
        Balance tie = new Balance();
        double deals = Math.max(-MOST_DEALS, Math.min(MOST_DEALS, dealTone));
        tie.add(1, deals, Math.abs(deals));
        Balance there = new Balance();
        Balance back = new Balance();
        int strongest = -1;
        double most = 0;
        int read = 0;
        for (Sentence sentence : pair.sentences()) {
            int i = sentence.index();
            double weight = weight(pair, tones, sentence, read) * (isOfOthers(pair, tones, i, namesThird) ? OTHERS : 1);
            read += sentence.headline() ? 0 : 1;
            Optional<PassageReading> reading = Optional.ofNullable(readings.get(i));
            double before = tie.net;
            add(tie, weight, shares, tones.tone(i), reading.flatMap(PassageReading::tie));
            reading.flatMap(PassageReading::firstToSecond).ifPresent(tone -> add(there, weight, tone));
            reading.flatMap(PassageReading::secondToFirst).ifPresent(tone -> add(back, weight, tone));
            if (!sentence.headline() && Math.abs(tie.net - before) > most) {
                most = Math.abs(tie.net - before);
                strongest = i;
            }
        }
        if (strongest < 0) {
            strongest = firstAboutBoth(pair);
        }
        if (tie.size < LEAST_EVIDENCE || strongest < 0) {
            return Optional.empty();
        }
        return Optional.of(new Reading(
                new Sentiment(
                        shares.score(tie.score()),
                        Math.min(1, tie.size / FULL_EVIDENCE),
                        there.scoreIfKnown(),
                        back.scoreIfKnown()),
                strongest));
    }

    private static void add(
            Balance tie,
            double weight,
            ToneShares shares,
            ToneReading.SentenceTone words,
            Optional<Distribution<Tone>> model) {
        tie.add(weight * (model.isPresent() ? shares.words() : 1), words.net(), words.size());
        model.ifPresent(tone -> add(tie, weight * shares.model(), tone));
    }

    private static void add(Balance balance, double weight, Distribution<Tone> tone) {
        double good = tone.of(Tone.POSITIVE);
        double bad = tone.of(Tone.NEGATIVE);
        balance.add(weight, good - bad, good + bad);
    }

    /** Good against bad, and how much there is of both. */
    private static final class Balance {
        /** Pulls a score towards zero where little stands behind it. */
        private static final double SHRINKAGE = 1.2;

        private double net;
        private double size;

        void add(double weight, double change, double amount) {
            net += weight * change;
            size += weight * amount;
        }

        double score() {
            return net / (size + SHRINKAGE);
        }

        Optional<Double> scoreIfKnown() {
            return size < LEAST_EVIDENCE ? Optional.empty() : Optional.of(score());
        }
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

    private static boolean isOfOthers(PairMentions pair, ToneReading tones, int sentence, IntPredicate namesThird) {
        return tones.tone(sentence).outsider() || !pair.isAboutBoth(sentence) && namesThird.test(sentence);
    }
}
