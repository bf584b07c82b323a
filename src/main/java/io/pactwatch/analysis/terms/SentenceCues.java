package io.pactwatch.analysis.terms;

import io.pactwatch.analysis.text.ArticleText;
import io.pactwatch.analysis.text.ArticleText.Sentence;
import io.pactwatch.analysis.text.ClauseSplitter;
import io.pactwatch.analysis.value.ArticleCurrency;
import io.pactwatch.analysis.value.DateScanner;
import io.pactwatch.analysis.value.FoundDate;
import io.pactwatch.analysis.value.FoundValue;
import io.pactwatch.analysis.value.ValueScanner;
import io.pactwatch.contract.TermValue;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** One sentence with its cues and values, the same for all partnerships of an article. */
public final class SentenceCues {
    private final SentenceView view;

    private SentenceCues(SentenceView view) {
        this.view = view;
    }

    static List<SentenceCues> of(ArticleText text, List<Cue> cues, String language, Instant publishedAt) {
        DateScanner calendar = new DateScanner(language, publishedAt);
        ValueScanner scanner = new ValueScanner(language);
        List<SentenceCues> sentences = new ArrayList<>();
        List<List<FoundValue>> values = values(text, scanner);
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
            List<FoundValue> found = values.get(sentences.size());
            sentences.add(new SentenceCues(view(text.folded(), sentence, own, found, calendar)));
        }
        return sentences;
    }

    private static List<List<FoundValue>> values(ArticleText text, ValueScanner scanner) {
        List<List<FoundValue>> values = new ArrayList<>();
        for (Sentence sentence : text.sentences()) {
            values.add(scanner.scan(text.folded(), sentence.span(), ArticleCurrency.unnamed()));
        }
        return ArticleCurrency.named(values);
    }

    /** One sentence without an article around it. */
    static SentenceView view(char[] folded, Sentence sentence, List<Cue> cues, String language, Instant publishedAt) {
        List<FoundValue> values = new ValueScanner(language).scan(folded, sentence.span());
        return view(folded, sentence, cues, values, new DateScanner(language, publishedAt));
    }

    private static SentenceView view(
            char[] folded, Sentence sentence, List<Cue> cues, List<FoundValue> values, DateScanner calendar) {
        List<FoundDate> dates = calendar.scan(folded, sentence.span(), values);
        return new SentenceView(
                sentence, ClauseSplitter.split(folded, sentence.span()), cues, withEnds(values, dates), dates);
    }

    /** Values with the ends of terms, in the order of their places. */
    private static List<FoundValue> withEnds(List<FoundValue> values, List<FoundDate> dates) {
        List<FoundValue> all = new ArrayList<>(values);
        for (FoundDate date : dates) {
            if (date.part() == FoundDate.Part.UNTIL) {
                all.add(new FoundValue(
                        date.span(), new TermValue.Until(date.date().text()), date.sort()));
            }
        }
        all.sort(Comparator.comparingInt(value -> value.span().start()));
        return all;
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
