package io.pactwatch.signal;

import io.pactwatch.article.PartnershipRef;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashSet;
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
 * a checkpoint and judged again when one is entered, moves or vanishes. One report costs time linear in the open
 * stories, at most {@value #MAX_OPEN}. Immutable.
 */
public final class SentimentShiftDetector {
    /** Stories kept open; beyond it the oldest is closed early. */
    public static final int MAX_OPEN = 256;

    private final Cusum cusum;
    private final Duration openFor;

    public SentimentShiftDetector(SignalSettings settings) {
        this.cusum = new Cusum(settings.falseAlarmsPerYear());
        this.openFor = settings.storyWindow().multipliedBy(2).plus(settings.lateness());
    }

    /** Enters what one article adds to the series. */
    public Observation observe(SentimentSeries series, StoryReport report) {
        if (report.duplicate() || report.late()) {
            return new Observation(series, List.of(), List.of(), List.of());
        }
        List<ToneObservation> open = entered(series, report);
        PartnershipRef partnership = report.analysis().partnership();
        return observation(
                partnership, series, open, closed(partnership, series, report, open), Signal.Over.Cause.REPLACED);
    }

    /**
     * Takes the tone of a withdrawn article out, as far as its story is still open. A story that is closed is part of the
     * checkpoint and stays.
     */
    public Observation retract(SentimentSeries series, Retraction retraction) {
        Map<String, ToneObservation> byStory = byStory(series);
        if (byStory.remove(retraction.removed().story()) == null) {
            return new Observation(series, List.of(), List.of(), List.of());
        }
        for (StoryReport report : retraction.open()) {
            boolean regrouped =
                    retraction.regrouped().contains(report.analysis().articleId());
            if (regrouped
                    && report.tone().filter(tone -> isOpen(series, tone.at())).isPresent()) {
                enter(byStory, report.tone().get(), ToneQuote.of(report.analysis()));
            }
        }
        List<ToneObservation> open = sorted(byStory);
        PartnershipRef partnership = retraction.removed().analysis().partnership();
        return observation(partnership, series, open, series.withOpen(open), Signal.Over.Cause.WITHDRAWN);
    }

    /** The last point of the series of a partnership, as far as a story is still open. */
    public Optional<SentimentPoint> latest(String partnership, SentimentSeries series) {
        PartnershipRef ref = new PartnershipRef(partnership, partnership, List.of());
        List<SentimentPoint> points =
                fold(ref, ShiftFold.of(series), series.open()).points();
        return points.isEmpty() ? Optional.empty() : Optional.of(points.get(points.size() - 1));
    }

    /** What the new open stories tell and those of the series do not; and the end of what those tell and the new do not. */
    private Observation observation(
            PartnershipRef partnership,
            SentimentSeries series,
            List<ToneObservation> open,
            SentimentSeries next,
            Signal.Over.Cause vanished) {
        int same = commonPrefix(series.open(), open);
        ShiftFold common = fold(partnership, ShiftFold.of(series), open.subList(0, same));
        ShiftFold before = fold(
                partnership, common, series.open().subList(same, series.open().size()));
        ShiftFold after = fold(partnership, common, open.subList(same, open.size()));
        Set<SentimentPoint> known = new HashSet<>(before.points());
        List<SentimentPoint> points =
                after.points().stream().filter(point -> !known.contains(point)).toList();
        Set<String> stories = new HashSet<>();
        after.points().forEach(point -> stories.add(point.story()));
        List<String> gone = before.points().stream()
                .map(SentimentPoint::story)
                .filter(story -> !stories.contains(story))
                .toList();
        return new Observation(next, before.news(after, vanished), points, gone);
    }

    private static List<ToneObservation> entered(SentimentSeries series, StoryReport report) {
        Map<String, ToneObservation> byStory = byStory(series);
        Optional<ToneQuote> quote = ToneQuote.of(report.analysis());
        for (String merged : report.merged()) {
            ToneObservation gone = byStory.remove(merged);
            quote = gone == null ? quote : ToneQuote.earliest(quote, gone.quote());
        }
        if (report.tone().isPresent() && isOpen(series, report.tone().get().at())) {
            enter(byStory, report.tone().get(), quote);
        }
        return sorted(byStory);
    }

    /** In the order of time, so that sorting again is linear. */
    private static Map<String, ToneObservation> byStory(SentimentSeries series) {
        Map<String, ToneObservation> byStory = new LinkedHashMap<>();
        series.open().forEach(observation -> byStory.put(observation.story(), observation));
        return byStory;
    }

    private static void enter(Map<String, ToneObservation> byStory, StoryTone tone, Optional<ToneQuote> quote) {
        ToneObservation last = byStory.get(tone.story());
        Optional<ToneQuote> earliest = last == null ? quote : ToneQuote.earliest(quote, last.quote());
        byStory.put(tone.story(), new ToneObservation(tone.at(), tone.story(), tone.score(), earliest));
    }

    private static List<ToneObservation> sorted(Map<String, ToneObservation> byStory) {
        return byStory.values().stream().sorted(ToneObservation.BY_TIME).toList();
    }

    private static boolean isOpen(SentimentSeries series, Instant at) {
        return series.closed().map(at::isAfter).orElse(true);
    }

    /** Moves the checkpoint past the stories that no article in time can change any more. */
    private SentimentSeries closed(
            PartnershipRef partnership, SentimentSeries series, StoryReport report, List<ToneObservation> open) {
        Instant published = report.analysis().publishedAt();
        Instant watermark =
                series.watermark().filter(time -> time.isAfter(published)).orElse(published);
        Instant horizon = watermark.minus(openFor);
        int first = 0;
        while (first < open.size()
                && (open.size() - first > MAX_OPEN || open.get(first).at().isBefore(horizon))) {
            first++;
        }
        ShiftFold folded = fold(partnership, ShiftFold.of(series), open.subList(0, first));
        Optional<Instant> closed =
                first == 0 ? series.closed() : Optional.of(open.get(first - 1).at());
        return new SentimentSeries(
                folded.state(), folded.unsettled(), closed, Optional.of(watermark), open.subList(first, open.size()));
    }

    private static int commonPrefix(List<ToneObservation> one, List<ToneObservation> other) {
        int length = 0;
        while (length < Math.min(one.size(), other.size()) && one.get(length).equals(other.get(length))) {
            length++;
        }
        return length;
    }

    private ShiftFold fold(PartnershipRef partnership, ShiftFold from, List<ToneObservation> observations) {
        ShiftFold fold = from.next();
        for (ToneObservation observation : observations) {
            Cusum.Step step = cusum.step(fold.state(), observation);
            fold.add(
                    step.state(),
                    point(partnership.id(), observation, step),
                    step.crossed().flatMap(direction -> shift(partnership, observation, step, direction)));
        }
        return fold;
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
     * @param series the series after the report
     * @param shifts the shifts to tell, and those that are over
     * @param points the points of the series that are new or have changed
     * @param gone stories that have no point any more: they are part of another one, or were withdrawn
     */
    public record Observation(
            SentimentSeries series, List<Signal> shifts, List<SentimentPoint> points, List<String> gone) {
        public Observation {
            shifts = List.copyOf(shifts);
            points = List.copyOf(points);
            gone = List.copyOf(gone);
        }
    }
}
