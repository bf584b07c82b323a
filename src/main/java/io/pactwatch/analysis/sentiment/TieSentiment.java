package io.pactwatch.analysis.sentiment;

import io.pactwatch.analysis.Sentiment;
import io.pactwatch.analysis.mention.PairMentions;
import io.pactwatch.analysis.model.Distribution;
import io.pactwatch.analysis.model.PassageReading;
import io.pactwatch.analysis.model.Tier;
import io.pactwatch.analysis.model.Tone;
import io.pactwatch.analysis.text.ArticleText.Sentence;
import java.util.List;
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

    /**
     * @param sentence index of the sentence outside the headline that carries most of the tone
     * @param features what the score follows from
     */
    public record Reading(Sentiment sentiment, int sentence, ToneFeatures features) {}

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
        Evidence evidence = new Evidence(dealTone);
        int read = 0;
        for (Sentence sentence : pair.sentences()) {
            int i = sentence.index();
            double weight = weight(pair, tones, sentence, read) * (isOfOthers(pair, tones, i, namesThird) ? OTHERS : 1);
            Zone zone = sentence.headline() ? evidence.headline : read < LEAD_SENTENCES ? evidence.lead : evidence.body;
            read += sentence.headline() ? 0 : 1;
            Optional<PassageReading> reading = Optional.ofNullable(readings.get(i));
            Optional<Distribution<Tone>> tie = reading.flatMap(PassageReading::tie);
            evidence.add(sentence, weight, tones.tone(i), tie);
            tie.ifPresent(zone::add);
            reading.flatMap(PassageReading::firstToSecond).ifPresent(tone -> evidence.there.add(weight, tone));
            reading.flatMap(PassageReading::secondToFirst).ifPresent(tone -> evidence.back.add(weight, tone));
        }
        int strongest = evidence.strongest < 0 ? firstAboutBoth(pair) : evidence.strongest;
        if (evidence.all.size < LEAST_EVIDENCE || strongest < 0) {
            return Optional.empty();
        }
        ToneFeatures features = evidence.features();
        double score =
                readings.isEmpty() ? features.words() : ToneWeights.of(tier).score(features);
        return Optional.of(new Reading(
                new Sentiment(
                        score,
                        Math.min(1, evidence.all.size / FULL_EVIDENCE),
                        evidence.there.scoreIfKnown(),
                        evidence.back.scoreIfKnown()),
                strongest,
                features));
    }

    /** What the sentences of an article show, gathered one by one. */
    private static final class Evidence {
        private final Balance all = new Balance();
        private final Balance words = new Balance();
        private final Zone headline = new Zone();
        private final Zone lead = new Zone();
        private final Zone body = new Zone();
        private final Balance there = new Balance();
        private final Balance back = new Balance();
        private double most;
        private int strongest = -1;

        Evidence(double dealTone) {
            double deals = Math.max(-MOST_DEALS, Math.min(MOST_DEALS, dealTone));
            words.add(1, deals, Math.abs(deals));
            all.add(1, deals, Math.abs(deals));
        }

        void add(Sentence sentence, double weight, ToneReading.SentenceTone own, Optional<Distribution<Tone>> model) {
            double before = all.net;
            words.add(weight, own.net(), own.size());
            all.add(weight, own.net(), own.size());
            model.ifPresent(tone -> {
                double net = tone.of(Tone.POSITIVE) - tone.of(Tone.NEGATIVE);
                all.add(weight, net, Math.abs(net));
            });
            if (!sentence.headline() && Math.abs(all.net - before) > most) {
                most = Math.abs(all.net - before);
                strongest = sentence.index();
            }
        }

        /** A part in which nothing is read counts as the others do together. */
        ToneFeatures features() {
            Zone whole = new Zone();
            List.of(headline, lead, body).forEach(whole::add);
            return new ToneFeatures(
                    words.score(),
                    headline.or(whole).part(),
                    lead.or(whole).part(),
                    body.or(whole).part(),
                    Math.min(lead.worst, body.worst),
                    Math.max(lead.best, body.best));
        }
    }

    /** What a model reads in a part of an article, each sentence alike. */
    private static final class Zone {
        private double good;
        private double bad;
        private int sentences;
        private double worst;
        private double best;

        void add(Distribution<Tone> tone) {
            double own = tone.of(Tone.POSITIVE);
            double against = tone.of(Tone.NEGATIVE);
            good += own;
            bad += against;
            sentences++;
            worst = Math.min(worst, own - against);
            best = Math.max(best, own - against);
        }

        void add(Zone other) {
            good += other.good;
            bad += other.bad;
            sentences += other.sentences;
        }

        Zone or(Zone other) {
            return sentences == 0 ? other : this;
        }

        ToneFeatures.Part part() {
            int most = Math.max(1, sentences);
            return new ToneFeatures.Part(good / most, bad / most);
        }
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

        void add(double weight, Distribution<Tone> tone) {
            double good = tone.of(Tone.POSITIVE);
            double bad = tone.of(Tone.NEGATIVE);
            add(weight, good - bad, good + bad);
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
