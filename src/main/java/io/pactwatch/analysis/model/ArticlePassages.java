package io.pactwatch.analysis.model;

import io.pactwatch.analysis.mention.Mention;
import io.pactwatch.analysis.mention.PairMentions;
import io.pactwatch.analysis.model.PassageSetting.Place;
import io.pactwatch.analysis.text.ArticleText;
import io.pactwatch.analysis.text.ArticleText.Sentence;
import io.pactwatch.analysis.text.Span;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntPredicate;

/**
 * Cuts the sentences of an article that concern a pair into passages. Neighbouring sentences share a passage: it begins with
 * the sentence before the first one that is to be read, so that what it refers to is in view. Linear in the text.
 */
public final class ArticlePassages {
    /** Sentences that are read of one article; more of it would tell no more of the pair. */
    static final int MOST_SENTENCES = 80;

    private static final int SENTENCES = 3;

    /** Units of a passage; longer ones lose their context. About what the encoder takes. */
    private static final int MOST_UNITS = 800;

    /** Units that are kept of a sentence, which may be longer than a passage with context. */
    private static final int LONGEST_UNITS = 2_000;

    /** Units between two sentences that still follow one another; more than that was page furniture. */
    private static final int WIDEST_GAP = 8;

    private final ArticleText text;
    private final PairMentions pair;
    private final List<Span> together;
    private final String language;
    private final YearMonth month;
    private final String headline;
    private final int titled;

    /**
     * @param together places that speak of both parties at once, in order
     * @param publishedAt of the article
     */
    public ArticlePassages(
            ArticleText text, PairMentions pair, List<Span> together, String language, Instant publishedAt) {
        this.text = text;
        this.pair = pair;
        this.together = together;
        this.language = language;
        this.month = YearMonth.from(publishedAt.atZone(ZoneOffset.UTC));
        this.headline =
                text.text().substring(0, Math.max(0, text.bodyStart() - 2)).strip();
        this.titled = (int) pair.sentences().stream().filter(Sentence::headline).count();
    }

    /**
     * A passage for each sentence that concerns the pair, by its index, in order.
     *
     * @param concerns whether a sentence is to be read
     */
    public Map<Integer, Passage> read(IntPredicate concerns) {
        Map<Integer, Passage> passages = new LinkedHashMap<>();
        List<Sentence> sentences = pair.sentences();
        int next = 0;
        while (next < sentences.size() && passages.size() < MOST_SENTENCES) {
            if (!concerns.test(next)) {
                next++;
                continue;
            }
            List<Sentence> window = window(sentences, next);
            for (Sentence sentence : window) {
                if (concerns.test(sentence.index())) {
                    passages.putIfAbsent(sentence.index(), passage(window, sentence));
                }
            }
            next = window.get(window.size() - 1).index() + 1;
        }
        return passages;
    }

    private static List<Sentence> window(List<Sentence> sentences, int first) {
        int from = first;
        int to = first;
        int units = sentences.get(first).span().length();
        if (first > 0 && follows(sentences.get(first - 1), sentences.get(first))) {
            int before = sentences.get(first - 1).span().length();
            if (units + before <= MOST_UNITS) {
                from--;
                units += before;
            }
        }
        while (to - from + 1 < SENTENCES
                && to + 1 < sentences.size()
                && follows(sentences.get(to), sentences.get(to + 1))
                && units + sentences.get(to + 1).span().length() <= MOST_UNITS) {
            to++;
            units += sentences.get(to).span().length();
        }
        return sentences.subList(from, to + 1);
    }

    private static boolean follows(Sentence before, Sentence after) {
        return before.headline() == after.headline()
                && !before.heading()
                && !after.heading()
                && before.span().distance(after.span()) <= WIDEST_GAP;
    }

    private Passage passage(List<Sentence> window, Sentence centre) {
        Span whole =
                clipped(window.get(0).span().join(window.get(window.size() - 1).span()));
        return new Passage(
                text.text().substring(whole.start(), whole.end()),
                shifted(new Span(centre.span().start(), Math.min(centre.span().end(), whole.end())), whole.start()),
                places(0, whole),
                places(1, whole),
                language,
                setting(window.get(0)));
    }

    private PassageSetting setting(Sentence first) {
        return first.headline()
                ? new PassageSetting("", Optional.of(month), Place.UNKNOWN)
                : new PassageSetting(
                        headline, Optional.of(month), Place.of(first.index() - titled, pair.size() - titled));
    }

    /** No more than an encoder takes of a very long sentence. */
    private static Span clipped(Span span) {
        return new Span(span.start(), Math.min(span.end(), span.start() + LONGEST_UNITS));
    }

    private List<Span> places(int party, Span whole) {
        List<Span> places = new ArrayList<>();
        for (Mention mention : pair.within(party, whole)) {
            if (!mention.person() && whole.covers(mention.span())) {
                places.add(shifted(mention.span(), whole.start()));
            }
        }
        for (Span place : together) {
            if (whole.covers(place)) {
                places.add(shifted(place, whole.start()));
            }
        }
        return places;
    }

    private static Span shifted(Span span, int by) {
        return new Span(span.start() - by, span.end() - by);
    }
}
