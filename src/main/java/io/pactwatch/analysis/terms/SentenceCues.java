package io.pactwatch.analysis.terms;

import io.pactwatch.analysis.text.ArticleText;
import io.pactwatch.analysis.text.ArticleText.Sentence;
import io.pactwatch.analysis.text.ClauseSplitter;
import io.pactwatch.analysis.value.FoundValue;
import io.pactwatch.analysis.value.ValueScanner;
import java.util.ArrayList;
import java.util.List;

/** One sentence with its cues and values, the same for all partnerships of an article. */
public final class SentenceCues {
    private final SentenceView view;

    private SentenceCues(SentenceView view) {
        this.view = view;
    }

    static List<SentenceCues> of(ArticleText text, List<Cue> cues, String language) {
        ValueScanner scanner = new ValueScanner(language);
        List<SentenceCues> sentences = new ArrayList<>();
        int next = 0;
        for (Sentence sentence : text.sentences()) {
            while (next < cues.size()
                    && cues.get(next).span().start() < sentence.span().start()) {
                next++;
            }
            List<Cue> own = new ArrayList<>();
            while (next < cues.size()
                    && cues.get(next).span().start() < sentence.span().end()) {
                if (cues.get(next).span().end() <= sentence.span().end()) {
                    own.add(cues.get(next));
                }
                next++;
            }
            sentences.add(new SentenceCues(new SentenceView(
                    sentence,
                    ClauseSplitter.split(text.folded(), sentence.span()),
                    own,
                    scanner.scan(text.folded(), sentence.span()))));
        }
        return sentences;
    }

    SentenceView view() {
        return view;
    }

    public Sentence sentence() {
        return view.sentence();
    }

    public List<FoundValue> values() {
        return view.values();
    }
}
