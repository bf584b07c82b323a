package io.pactwatch.analysis.terms;

import io.pactwatch.analysis.text.ArticleText;
import io.pactwatch.analysis.text.ArticleText.Sentence;
import io.pactwatch.analysis.text.ClauseSplitter;
import io.pactwatch.analysis.value.DateScanner;
import io.pactwatch.analysis.value.FoundDate;
import io.pactwatch.analysis.value.FoundValue;
import io.pactwatch.analysis.value.ValueScanner;
import io.pactwatch.contract.TermValue;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

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

    /** Values of all sentences. Where no currency was named before an amount, the first one that follows is meant. */
    private static List<List<FoundValue>> values(ArticleText text, ValueScanner scanner) {
        List<List<FoundValue>> values = new ArrayList<>();
        Optional<String> currency = Optional.empty();
        int unnamed = 0;
        for (Sentence sentence : text.sentences()) {
            List<FoundValue> found = scanner.scan(text.folded(), sentence.span(), currency);
            values.add(found);
            Optional<String> before = currency;
            currency = ValueScanner.lastCurrency(found).or(() -> before);
            unnamed += currency.isEmpty() ? 1 : 0;
        }
        for (int i = 0; i < unnamed && unnamed < values.size(); i++) {
            Optional<String> first = ValueScanner.lastCurrency(values.get(unnamed));
            values.set(i, scanner.scan(text.folded(), text.sentences().get(i).span(), first));
        }
        return values;
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
                        date.span(), new TermValue.Until(date.date().text())));
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
