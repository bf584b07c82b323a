package io.pactwatch.analysis.mention;

import io.pactwatch.analysis.text.ArticleText.Sentence;
import io.pactwatch.analysis.text.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Where the sentences of one article name the two parties of one partnership, or both together. */
public final class PairMentions {
    private final List<Sentence> sentences;
    private final List<List<Mention>> byParty;
    private final boolean[][] named;
    private final boolean[] together;

    /**
     * @param mentions all mentions of the article, in order
     * @param together whether a sentence speaks of "the two companies", by sentence
     */
    public PairMentions(List<Sentence> sentences, List<Mention> mentions, int first, int second, boolean[] together) {
        this.sentences = sentences;
        this.together = together;
        this.byParty = List.of(of(mentions, first), of(mentions, second));
        this.named = new boolean[][] {bySentence(byParty.get(0)), bySentence(byParty.get(1))};
    }

    private static List<Mention> of(List<Mention> mentions, int party) {
        return mentions.stream().filter(mention -> mention.party() == party).toList();
    }

    private boolean[] bySentence(List<Mention> mentions) {
        boolean[] flags = new boolean[sentences.size()];
        int next = 0;
        for (Mention mention : mentions) {
            while (next < sentences.size()
                    && sentences.get(next).span().end() <= mention.span().start()) {
                next++;
            }
            if (next < sentences.size()
                    && sentences.get(next).span().start() <= mention.span().start()) {
                flags[next] = true;
            }
        }
        return flags;
    }

    /** Number of sentences. */
    public int size() {
        return sentences.size();
    }

    public List<Sentence> sentences() {
        return sentences;
    }

    /** Whether a sentence names a party, 0 or 1. */
    public boolean names(int party, int sentence) {
        return named[party][sentence];
    }

    /** Whether each party is named somewhere. */
    boolean namesEach() {
        return !byParty.get(0).isEmpty() && !byParty.get(1).isEmpty();
    }

    public boolean namesBoth(int sentence) {
        return named[0][sentence] && named[1][sentence];
    }

    public boolean namesOne(int sentence) {
        return named[0][sentence] || named[1][sentence];
    }

    /** Whether a sentence speaks of both, by name or together. */
    public boolean isAboutBoth(int sentence) {
        return namesBoth(sentence) || together[sentence];
    }

    /** Whether the two are named in this sentence and the one before it. */
    public boolean isAdjacent(int sentence) {
        return sentence > 0
                && (named[0][sentence] && named[1][sentence - 1] || named[1][sentence] && named[0][sentence - 1]);
    }

    /** Mentions of a party inside a span. */
    public List<Mention> within(int party, Span span) {
        List<Mention> mentions = byParty.get(party);
        List<Mention> found = new ArrayList<>();
        for (int i = firstFrom(mentions, span.start());
                i < mentions.size() && mentions.get(i).span().start() < span.end();
                i++) {
            found.add(mentions.get(i));
        }
        return found;
    }

    private static int firstFrom(List<Mention> mentions, int start) {
        int low = 0;
        int high = mentions.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (mentions.get(middle).span().start() < start) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    public boolean isNamedIn(int party, Span span) {
        return !within(party, span).isEmpty();
    }

    /** The party that is named first in a span. */
    public Optional<Integer> firstIn(Span span) {
        List<Mention> first = within(0, span);
        List<Mention> second = within(1, span);
        if (first.isEmpty() && second.isEmpty()) {
            return Optional.empty();
        }
        boolean firstLeads = second.isEmpty()
                || !first.isEmpty()
                        && first.get(0).span().start() < second.get(0).span().start();
        return Optional.of(firstLeads ? 0 : 1);
    }

    /** Index of the sentence that holds a place of the text. */
    public Optional<Integer> sentenceAt(int place) {
        int low = 0;
        int high = sentences.size() - 1;
        while (low <= high) {
            int middle = (low + high) >>> 1;
            Span span = sentences.get(middle).span();
            if (span.contains(place)) {
                return Optional.of(middle);
            }
            if (span.end() <= place) {
                low = middle + 1;
            } else {
                high = middle - 1;
            }
        }
        return Optional.empty();
    }
}
