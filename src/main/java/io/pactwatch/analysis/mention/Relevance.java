package io.pactwatch.analysis.mention;

import java.util.OptionalDouble;

/** How much of an article is about a partnership. */
public final class Relevance {
    private static final double HEADLINE = 0.35;
    private static final double HEADLINE_ONE = 0.12;
    private static final double LEAD = 0.25;
    private static final double SHARE = 0.4;
    private static final int LEAD_SENTENCES = 3;

    /** A text in which this share of the sentences is about both is wholly about them. */
    private static final double FULL_SHARE = 0.35;

    private Relevance() {}

    /** Sentences that name a party of a text that is about both though they never meet in it. */
    private static final int APART_SENTENCES = 3;

    /**
     * A value in (0,1] from where and how often both parties are spoken of; empty if they never meet in one sentence or in
     * two that follow one another, unless the text begins with one of them and goes on about either.
     */
    public static OptionalDouble of(PairMentions pair) {
        double headline = 0;
        boolean lead = false;
        double close = 0;
        int read = 0;
        int named = 0;
        boolean begins = false;
        boolean meet = false;
        for (int i = 0; i < pair.size(); i++) {
            boolean both = pair.namesBoth(i);
            boolean adjacent = pair.isAdjacent(i);
            meet |= both || adjacent;
            named += pair.namesOne(i) ? 1 : 0;
            begins |= read < LEAD_SENTENCES && pair.namesOne(i);
            if (pair.sentences().get(i).headline()) {
                headline = Math.max(headline, both ? HEADLINE : pair.namesOne(i) ? HEADLINE_ONE : 0);
                continue;
            }
            lead |= read < LEAD_SENTENCES && (both || adjacent);
            close += both ? 1 : pair.isAboutBoth(i) || adjacent ? 0.7 : pair.namesOne(i) ? 0.15 : 0;
            read++;
        }
        boolean apart = begins && named >= APART_SENTENCES && pair.namesEach();
        if (!meet && !apart) {
            return OptionalDouble.empty();
        }
        double share = read == 0 ? 1 : Math.min(1, close / read / FULL_SHARE) * Math.min(1, 0.25 + close / 4);
        double score = headline + (lead || read == 0 ? LEAD : 0) + SHARE * share;
        return OptionalDouble.of(Math.max(0.01, Math.min(1, score)));
    }
}
