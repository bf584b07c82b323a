package io.pactwatch.signal;

import io.pactwatch.article.PartnershipRef;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Two-sided sequential detector on one observation per story (see {@link Cusum}).
 *
 * <p>The shifts are a function of the set of stories: those that can still change are kept in the order of time behind
 * a checkpoint, and those from the first one on that is entered, moves or vanishes are judged again. One report costs the
 * judgement of these, and a copy of the list of the open stories, at most {@value #MAX_OPEN}. Immutable.
 */
public final class SentimentShiftDetector {
    /** Stories kept open; beyond it the oldest {@value #CLOSED_TOGETHER} are closed early. */
    public static final int MAX_OPEN = 256;

    /** Closed at once, so that not every story of a busy partnership moves the checkpoint. */
    private static final int CLOSED_TOGETHER = 16;

    private final Cusum cusum;
    private final Duration openFor;

    public SentimentShiftDetector(SignalSettings settings) {
        this.cusum = new Cusum(settings.falseAlarmsPerYear());
        this.openFor = settings.storyWindow().multipliedBy(2).plus(settings.lateness());
    }

    /** The same on a series that is yet to be judged. */
    public Observation observe(SentimentSeries series, StoryReport report, Instant watermark) {
        return observe(SentimentChart.of(series), report, watermark);
    }

    /**
     * Enters what one article adds to the series.
     *
     * @param watermark publication time of the newest article of the partnership so far, this one included
     */
    public Observation observe(SentimentChart chart, StoryReport report, Instant watermark) {
        if (report.duplicate() || report.late()) {
            return new Observation(chart, List.of(), List.of(), List.of());
        }
        PartnershipRef partnership = report.analysis().partnership();
        return observation(
                partnership,
                chart,
                entered(chart.series(), report),
                Optional.of(watermark),
                Signal.Over.Cause.REPLACED);
    }

    /** The same on a series that is yet to be judged. */
    public Observation retract(SentimentSeries series, Retraction retraction) {
        return retract(SentimentChart.of(series), retraction);
    }

    /**
     * Takes the tone of a withdrawn article out, as far as its story is still open. A story that is closed is part of the
     * checkpoint and stays.
     */
    public Observation retract(SentimentChart chart, Retraction retraction) {
        SentimentSeries series = chart.series();
        List<ToneObservation> open = new ArrayList<>(series.open());
        if (remove(open, retraction.removed().story()).isEmpty()) {
            return new Observation(chart, List.of(), List.of(), List.of());
        }
        for (StoryReport report : retraction.open()) {
            boolean regrouped =
                    retraction.regrouped().contains(report.analysis().articleId());
            if (regrouped
                    && report.tone().filter(tone -> isOpen(series, tone.at())).isPresent()) {
                enter(open, report.tone().get(), ToneQuote.of(report.analysis()));
            }
        }
        PartnershipRef partnership = retraction.removed().analysis().partnership();
        return observation(partnership, chart, open, Optional.empty(), Signal.Over.Cause.WITHDRAWN);
    }

    /** The last point of the series of a partnership, as far as a story is still open. */
    public Optional<SentimentPoint> latest(String partnership, SentimentSeries series) {
        PartnershipRef ref = new PartnershipRef(partnership, partnership, List.of());
        List<SentimentPoint> points = judged(SentimentChart.of(series), ref).judgements().stream()
                .map(SentimentChart.Judgement::point)
                .toList();
        return points.isEmpty() ? Optional.empty() : Optional.of(points.get(points.size() - 1));
    }

    /**
     * What the new open stories tell and those of the series do not; and the end of what those tell and the new do not.
     *
     * @param watermark how far time has come with the new ones; empty if none of them is to be closed
     */
    private Observation observation(
            PartnershipRef partnership,
            SentimentChart chart,
            List<ToneObservation> open,
            Optional<Instant> watermark,
            Signal.Over.Cause vanished) {
        SentimentChart last = judged(chart, partnership);
        SentimentSeries series = last.series();
        int same = series.commonPrefix(open);
        List<SentimentChart.Judgement> stale =
                last.judgements().subList(same, last.judgements().size());
        List<SentimentChart.Judgement> fresh = judge(partnership, last.after(same), open.subList(same, open.size()));
        List<SentimentChart.Judgement> all = last.withTail(same, fresh);
        ShiftFold common = ShiftFold.after(series, all.subList(0, same));
        ShiftFold before = common.with(stale);
        ShiftFold after = common.with(fresh);
        SentimentSeries next =
                watermark.map(time -> closed(series, time, open, all)).orElseGet(() -> series.withOpen(open));
        int closed = open.size() - next.open().size();
        Map<String, SentimentPoint> gone = new LinkedHashMap<>();
        before.points().forEach(point -> gone.put(point.story(), point));
        List<SentimentPoint> points = new ArrayList<>();
        for (SentimentPoint point : after.points()) {
            if (!point.equals(gone.remove(point.story()))) {
                points.add(point);
            }
        }
        return new Observation(
                SentimentChart.of(next, partnership, all.subList(closed, all.size())),
                before.news(after, vanished),
                points,
                List.copyOf(gone.keySet()));
    }

    private static List<ToneObservation> entered(SentimentSeries series, StoryReport report) {
        List<ToneObservation> open = new ArrayList<>(series.open());
        Optional<ToneQuote> quote = ToneQuote.of(report.analysis());
        for (String merged : report.merged()) {
            Optional<ToneObservation> gone = remove(open, merged);
            quote = gone.isEmpty()
                    ? quote
                    : ToneQuote.earliest(quote, gone.get().quote());
        }
        if (report.tone().isPresent() && isOpen(series, report.tone().get().at())) {
            enter(open, report.tone().get(), quote);
        }
        return open;
    }

    /** Most reports are of one of the latest stories. Strings keep their hash, so that few are compared. */
    private static Optional<ToneObservation> remove(List<ToneObservation> open, String story) {
        int hash = story.hashCode();
        for (int i = open.size() - 1; i >= 0; i--) {
            String other = open.get(i).story();
            if (other.hashCode() == hash && other.equals(story)) {
                return Optional.of(open.remove(i));
            }
        }
        return Optional.empty();
    }

    private static void enter(List<ToneObservation> open, StoryTone tone, Optional<ToneQuote> quote) {
        Optional<ToneObservation> last = remove(open, tone.story());
        Optional<ToneQuote> earliest =
                last.isEmpty() ? quote : ToneQuote.earliest(quote, last.get().quote());
        ToneObservation observation = new ToneObservation(tone.at(), tone.story(), tone.score(), earliest);
        int place = Collections.binarySearch(open, observation, ToneObservation.BY_TIME);
        open.add(-place - 1, observation);
    }

    private static boolean isOpen(SentimentSeries series, Instant at) {
        return series.closed().map(at::isAfter).orElse(true);
    }

    /** Moves the checkpoint past the stories that no article in time can change any more. */
    private SentimentSeries closed(
            SentimentSeries series,
            Instant watermark,
            List<ToneObservation> open,
            List<SentimentChart.Judgement> judgements) {
        Instant horizon = watermark.minus(openFor);
        int first = open.size() > MAX_OPEN ? open.size() - MAX_OPEN + CLOSED_TOGETHER : 0;
        while (first < open.size() && open.get(first).at().isBefore(horizon)) {
            first++;
        }
        ShiftFold folded = ShiftFold.after(series, judgements.subList(0, first));
        Optional<Instant> closed =
                first == 0 ? series.closed() : Optional.of(open.get(first - 1).at());
        return new SentimentSeries(folded.state(), folded.unsettled(), closed, open.subList(first, open.size()));
    }

    private SentimentChart judged(SentimentChart chart, PartnershipRef partnership) {
        SentimentSeries series = chart.series();
        return chart.isJudgedFor(partnership)
                ? chart
                : SentimentChart.of(series, partnership, judge(partnership, series.checkpoint(), series.open()));
    }

    private List<SentimentChart.Judgement> judge(
            PartnershipRef partnership, CusumState from, List<ToneObservation> observations) {
        List<SentimentChart.Judgement> judgements = new ArrayList<>();
        CusumState state = from;
        for (ToneObservation observation : observations) {
            Cusum.Step step = cusum.step(state, observation);
            judgements.add(new SentimentChart.Judgement(
                    step.state(),
                    point(partnership.id(), observation, step),
                    step.crossed().flatMap(direction -> shift(partnership, observation, step, direction))));
            state = step.state();
        }
        return judgements;
    }

    private static SentimentPoint point(String partnership, ToneObservation observation, Cusum.Step step) {
        return new SentimentPoint(
                partnership,
                observation.story(),
                observation.at(),
                observation.score(),
                step.before().level(),
                step.before().scale(),
                step.up(),
                step.down(),
                step.threshold());
    }

    /** The shift with the quotes of the stories that point its way; empty if none of them has a quote. */
    private static Optional<Signal.SentimentShift> shift(
            PartnershipRef partnership, ToneObservation crossing, Cusum.Step step, Shift.Direction direction) {
        CusumSide side = step.side();
        double from = step.before().level();
        int sign = direction == Shift.Direction.UP ? 1 : -1;
        List<ToneQuote> quotes = side.recent().stream()
                .filter(observation -> sign * (observation.score() - from) > 0)
                .flatMap(observation -> observation.quote().stream())
                .sorted(Comparator.comparing(
                                (ToneQuote quote) -> quote.citation().publishedAt())
                        .thenComparing(quote -> quote.citation().articleId()))
                .toList();
        if (quotes.isEmpty()) {
            return Optional.empty();
        }
        Shift shift = new Shift(
                direction,
                from,
                side.mean(),
                (side.mean() - from) / step.before().scale(),
                side.since().orElse(crossing.at()),
                side.statistic(),
                step.threshold());
        return Optional.of(new Signal.SentimentShift(
                partnership,
                crossing.at(),
                shift,
                roots(quotes),
                quotes.stream().map(ToneQuote::citation).toList()));
    }

    private static List<Root> roots(List<ToneQuote> quotes) {
        Map<String, Root> byName = new TreeMap<>();
        quotes.forEach(quote -> byName.merge(quote.root(), quote.asRoot(), SentimentShiftDetector::union));
        return List.copyOf(byName.values());
    }

    private static Root union(Root one, Root other) {
        Set<String> outlets = new TreeSet<>(one.outlets());
        outlets.addAll(other.outlets());
        return new Root(one.root(), List.copyOf(outlets), one.anonymous() && other.anonymous());
    }

    /**
     * @param chart the series after the report
     * @param shifts the shifts to tell, and those that are over
     * @param points the points of the series that are new or have changed
     * @param gone stories that have no point any more: they are part of another one, or were withdrawn
     */
    public record Observation(
            SentimentChart chart, List<Signal> shifts, List<SentimentPoint> points, List<String> gone) {
        public Observation {
            shifts = List.copyOf(shifts);
            points = List.copyOf(points);
            gone = List.copyOf(gone);
        }

        public SentimentSeries series() {
            return chart.series();
        }
    }
}
