package io.pactwatch.signal;

import io.pactwatch.article.PartnershipRef;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * A sentiment series with what the detector made of each of its open stories, so that a report costs the judgement of the
 * stories from the one that it changes on, and not of all. Not state: {@link #of} a series that was stored, it is judged again.
 * Immutable.
 */
public final class SentimentChart {
    private final SentimentSeries series;
    private final Optional<PartnershipRef> partnership;
    private final List<Judgement> judgements;

    /**
     * What one story does to the chart.
     *
     * @param after the detector after the story
     * @param shift the shift that it completes, told of the partnership of the chart
     */
    record Judgement(CusumState after, SentimentPoint point, Optional<Signal.SentimentShift> shift) {}

    private SentimentChart(SentimentSeries series, Optional<PartnershipRef> partnership, List<Judgement> judgements) {
        this.series = Objects.requireNonNull(series, "series");
        this.partnership = partnership;
        this.judgements = List.copyOf(judgements);
    }

    /** A series that is yet to be judged. */
    public static SentimentChart of(SentimentSeries series) {
        return new SentimentChart(series, Optional.empty(), List.of());
    }

    /** @param judgements one for each open story of the series */
    static SentimentChart of(SentimentSeries series, PartnershipRef partnership, List<Judgement> judgements) {
        if (judgements.size() != series.open().size()) {
            throw new IllegalArgumentException(
                    "judgements: " + judgements.size() + " of " + series.open().size() + " open stories");
        }
        return new SentimentChart(series, Optional.of(partnership), judgements);
    }

    public SentimentSeries series() {
        return series;
    }

    /** Whether its stories were judged, and under this name. */
    boolean isJudgedFor(PartnershipRef ref) {
        return partnership.filter(ref::equals).isPresent();
    }

    /** One for each open story, once the chart is judged. */
    List<Judgement> judgements() {
        return judgements;
    }

    /** The detector after the first open stories. */
    CusumState after(int stories) {
        return stories == 0 ? series.checkpoint() : judgements.get(stories - 1).after();
    }

    /** The judgements of the first open stories, with others behind them. */
    List<Judgement> withTail(int stories, List<Judgement> tail) {
        List<Judgement> all = new ArrayList<>(judgements.subList(0, stories));
        all.addAll(tail);
        return all;
    }
}
