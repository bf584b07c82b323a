package io.pactwatch.train.linear;

import io.pactwatch.analysis.model.Passage;
import io.pactwatch.analysis.model.linear.Features;
import io.pactwatch.analysis.model.linear.LinearPassageModel;
import io.pactwatch.analysis.model.linear.PassageWords;
import io.pactwatch.analysis.model.linear.TieFeatures;
import io.pactwatch.analysis.sentiment.LexiconEvidence;
import io.pactwatch.analysis.sentiment.TieLexicon;
import io.pactwatch.analysis.terms.RuleBook;
import io.pactwatch.analysis.terms.RuleEvidence;
import io.pactwatch.analysis.text.Span;
import io.pactwatch.evaluate.LabelledTarget;
import io.pactwatch.serde.WatchlistReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Turns labelled texts into the sentences that the models read. */
final class CentreReader {
    /** How much a sentence counts that is only assumed to state no term. */
    private static final double ASSUMED_WITHOUT_CLAIMS = 0.3;

    private static final String WATCHLIST = "/io/pactwatch/samples/watchlist.yaml";

    private final RuleEvidence rules = LinearPassageModel.evidence(RuleBook.standard());
    private final TieLexicon lexicon = TieLexicon.standard();

    List<LabelledPassages.Labelled> passages(Path folder) throws IOException {
        return new LabelledPassages(WatchlistReader.readResource(WATCHLIST)).read(folder);
    }

    /** One for each sentence of a passage, with the others as its context. */
    List<Centre> centres(LabelledPassages.Labelled passage) {
        List<Centre> centres = new ArrayList<>();
        for (LabelledPassages.Sentence sentence : passage.sentences()) {
            centres.add(new Centre(
                    passage.id(),
                    passage.plain(),
                    passage.group(),
                    new PassageWords(sentence.passage(), rules),
                    passage.tone(),
                    sentence.claims(),
                    1,
                    passage.sentences().size()));
        }
        return centres;
    }

    /** Sentences of other news, which state no contract term, so that ordinary prose is not taken for one. */
    List<Centre> withoutClaims(List<LabelledTarget> sentences) {
        List<Centre> centres = new ArrayList<>();
        for (LabelledTarget sentence : sentences) {
            String text = sentence.text();
            Passage passage = new Passage(
                    text, new Span(0, text.length()), List.of(sentence.target()), List.of(), PassageWords.ENGLISH);
            centres.add(new Centre(
                    sentence.id(),
                    false,
                    sentence.id(),
                    new PassageWords(passage, rules),
                    Optional.empty(),
                    List.of(),
                    ASSUMED_WITHOUT_CLAIMS,
                    1));
        }
        return centres;
    }

    /** What a sentence shows of its tone. */
    Features tie(Centre centre) {
        Passage passage = centre.words().passage();
        return TieFeatures.of(
                centre.words(), LexiconEvidence.of(passage.text(), passage.language(), lexicon));
    }
}
