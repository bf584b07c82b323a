package io.pactwatch.signal;

import io.pactwatch.article.PartnershipRef;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
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
            return new Observation(series, List.of(), List.of());
        }
        List<ToneObservation> open = entered(series, report);
        PartnershipRef partnership = report.analysis().partnership();
        int same = commonPrefix(series.open(), open);
        CusumState start = advance(series.checkpoint(), open.subList(0, same));
        Fold before = fold(
                partnership, start, series.open().subList(same, series.open().size()));
        Fold after = fold(partnership, start, open.subList(same, open.size()));
        Set<SentimentPoint> known = new HashSet<>(before.points());
        List<SentimentPoint> points =
                after.points().stream().filter(point -> !known.contains(point)).toList();
        List<Signal.SentimentShift> shifts = new ArrayList<>(after.shifts());
        shifts.removeAll(before.shifts());
        return new Observation(closed(series, report, open), shifts, points);
    }

    private static List<ToneObservation> entered(SentimentSeries series, StoryReport report) {
        Map<String, ToneObservation> byStory = new TreeMap<>();
        series.open().forEach(observation -> byStory.put(observation.story(), observation));
        Optional<ToneQuote> quote = ToneQuote.of(report.analysis());
        for (String merged : report.merged()) {
            ToneObservation gone = byStory.remove(merged);
            quote = gone == null ? quote : ToneQuote.earliest(quote, gone.quote());
        }
        if (report.tone().isPresent() && isOpen(series, report.tone().get().at())) {
            StoryTone tone = report.tone().get();
            ToneObservation last = byStory.get(tone.story());
            Optional<ToneQuote> earliest = last == null ? quote : ToneQuote.earliest(quote, last.quote());
            byStory.put(tone.story(), new ToneObservation(tone.at(), tone.story(), tone.score(), earliest));
        }
        return byStory.values().stream().sorted(ToneObservation.BY_TIME).toList();
    }

    private static boolean isOpen(SentimentSeries series, Instant at) {
        return series.closed().map(at::isAfter).orElse(true);
    }

    /** Moves the checkpoint past the stories that no article in time can change any more. */
    private SentimentSeries closed(SentimentSeries series, StoryReport report, List<ToneObservation> open) {
        Instant published = report.analysis().publishedAt();
        Instant watermark =
                series.watermark().filter(time -> time.isAfter(published)).orElse(published);
        Instant horizon = watermark.minus(openFor);
        CusumState checkpoint = series.checkpoint();
        Optional<Instant> closed = series.closed();
        int first = 0;
        while (first < open.size()
                && (open.size() - first > MAX_OPEN || open.get(first).at().isBefore(horizon))) {
            checkpoint = cusum.step(checkpoint, open.get(first)).state();
            closed = Optional.of(open.get(first).at());
            first++;
        }
        return new SentimentSeries(checkpoint, closed, Optional.of(watermark), open.subList(first, open.size()));
    }

    private static int commonPrefix(List<ToneObservation> one, List<ToneObservation> other) {
        int length = 0;
        while (length < Math.min(one.size(), other.size()) && one.get(length).equals(other.get(length))) {
            length++;
        }
        return length;
    }

    private CusumState advance(CusumState from, List<ToneObservation> observations) {
        CusumState state = from;
        for (ToneObservation observation : observations) {
            state = cusum.step(state, observation).state();
        }
        return state;
    }

    private record Fold(List<SentimentPoint> points, List<Signal.SentimentShift> shifts) {}

    private Fold fold(PartnershipRef partnership, CusumState checkpoint, List<ToneObservation> observations) {
        Fold fold = new Fold(new ArrayList<>(), new ArrayList<>());
        CusumState state = checkpoint;
        for (ToneObservation observation : observations) {
            Cusum.Step step = cusum.step(state, observation);
            state = step.state();
            fold.points().add(point(partnership.id(), observation, step));
            step.crossed()
                    .flatMap(direction -> shift(partnership, observation, step, direction))
                    .ifPresent(fold.shifts()::add);
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

    /** The shift with its evidence; empty if no story that made it has a quote. */
    private static Optional<Signal.SentimentShift> shift(
            PartnershipRef partnership, ToneObservation crossing, Cusum.Step step, Shift.Direction direction) {
        CusumSide side = step.side();
        List<ToneQuote> quotes = side.recent().stream()
                .flatMap(observation -> observation.quote().stream())
                .sorted(Comparator.comparing(
                                (ToneQuote quote) -> quote.citation().publishedAt())
                        .thenComparing(quote -> quote.citation().articleId()))
                .toList();
        if (quotes.isEmpty()) {
            return Optional.empty();
        }
        double from = step.before().level();
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
     * @param shifts the shifts to tell
     * @param points the points of the series that are new or have changed
     */
    public record Observation(SentimentSeries series, List<Signal.SentimentShift> shifts, List<SentimentPoint> points) {
        public Observation {
            shifts = List.copyOf(shifts);
            points = List.copyOf(points);
        }
    }
}
