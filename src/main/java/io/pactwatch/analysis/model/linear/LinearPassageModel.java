package io.pactwatch.analysis.model.linear;

import io.pactwatch.analysis.model.Distribution;
import io.pactwatch.analysis.model.Passage;
import io.pactwatch.analysis.model.PassageModel;
import io.pactwatch.analysis.model.PassageReading;
import io.pactwatch.analysis.model.TermReading;
import io.pactwatch.analysis.model.Tier;
import io.pactwatch.analysis.model.Tone;
import io.pactwatch.analysis.resource.YamlNode;
import io.pactwatch.analysis.sentiment.LexiconEvidence;
import io.pactwatch.analysis.sentiment.TieLexicon;
import io.pactwatch.analysis.terms.RuleBook;
import io.pactwatch.analysis.terms.RuleEvidence;
import io.pactwatch.analysis.text.Folding;
import io.pactwatch.analysis.text.LanguageIdentifier;
import io.pactwatch.analysis.text.Span;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The fast tier: linear models over hashed words and what the rules show, in all languages that are read. Thread-safe. */
public final class LinearPassageModel implements PassageModel {
    private static final String FILE = "/io/pactwatch/analysis/linear/heads.bin";

    private final LinearHeads heads;
    private final RuleEvidence rules;
    private final TieLexicon lexicon;
    private final Set<String> terms;

    public LinearPassageModel(LinearHeads heads, RuleBook rules, TieLexicon lexicon) {
        this.heads = heads;
        this.rules = evidence(rules);
        this.lexicon = lexicon;
        this.terms = Set.copyOf(heads.terms().terms().classes());
    }

    /** What the models see beside the words. */
    public static RuleEvidence evidence(RuleBook rules) {
        return new RuleEvidence(rules, YamlNode.resource("linear/concepts.yaml"));
    }

    /** The models that ship with Pactwatch, with the rules that they were trained with. */
    public static LinearPassageModel standard() {
        try (InputStream file = LinearPassageModel.class.getResourceAsStream(FILE)) {
            if (file == null) {
                throw new IllegalStateException(FILE + ": not on the class path");
            }
            return new LinearPassageModel(LinearHeads.read(file), RuleBook.standard(), TieLexicon.standard());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public Tier tier() {
        return Tier.FAST;
    }

    @Override
    public Set<String> terms() {
        return terms;
    }

    @Override
    public List<PassageReading> read(List<Passage> passages) {
        return passages.stream().map(this::read).toList();
    }

    private PassageReading read(Passage passage) {
        if (!isRead(passage.language()) || passage.centre().length() == 0) {
            return PassageReading.UNKNOWN;
        }
        PassageWords words = new PassageWords(passage, rules);
        if (words.centre().words().size() == 0) {
            return PassageReading.UNKNOWN;
        }
        LexiconEvidence tone = LexiconEvidence.of(passage.text(), passage.language(), lexicon);
        return new PassageReading(
                Optional.of(heads.tie().read(TieFeatures.of(words, tone), words.isEnglish())),
                between(passage, passage.firstParty(), passage.secondParty()),
                between(passage, passage.secondParty(), passage.firstParty()),
                terms(words));
    }

    private static boolean isRead(String language) {
        return !language.equals(LanguageIdentifier.UNKNOWN) && LanguageIdentifier.isRead(language);
    }

    private List<TermReading> terms(PassageWords words) {
        TermHead head = heads.terms();
        double[] scores = head.scores(words);
        List<TermReading> readings = new ArrayList<>();
        for (int place = 0; place < scores.length; place++) {
            double probability = head.probability(words, scores, place);
            if (probability >= PassageReading.FLOOR) {
                readings.add(reading(words, place, probability));
            }
        }
        readings.sort(Comparator.comparingDouble(TermReading::probability).reversed());
        return readings;
    }

    private TermReading reading(PassageWords words, int place, double probability) {
        String term = heads.terms().terms().classes().get(place);
        TermFocus focus = TermFocus.of(words, heads.terms().terms(), place);
        Features features = StatusFeatures.of(words, term, focus);
        return new TermReading(
                term,
                probability,
                Optional.of(heads.status().read(features, words.isEnglish())),
                Optional.of(heads.stage().read(features, words.isEnglish())),
                focus.words());
    }

    /** English alone: there are no labelled targets in other languages. The first place is the target. */
    @Override
    public Optional<Distribution<Tone>> towards(String text, List<Span> target, String language) {
        if (!language.equals(PassageWords.ENGLISH)
                || target.isEmpty()
                || target.get(0).length() == 0) {
            return Optional.empty();
        }
        return Optional.of(heads.target().read(TargetFeatures.of(Folding.fold(text), target.get(0)), true));
    }
}
