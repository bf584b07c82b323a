package io.pactwatch.signal;

import io.pactwatch.signal.Signal.Over;
import io.pactwatch.signal.Signal.Over.Cause;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The chart carried over a run of stories, with the points and shifts that they give. A shift is over when the new level has
 * settled, or when the next shift comes before that. Not thread-safe.
 */
final class ShiftFold {
    private CusumState state;
    private Optional<Signal.SentimentShift> unsettled;
    private final List<SentimentPoint> points = new ArrayList<>();
    private final List<Signal> shifts = new ArrayList<>();

    /** What makes a shift the same shift. */
    private record Fact(Shift.Direction direction, LocalDate day) {}

    private ShiftFold(CusumState state, Optional<Signal.SentimentShift> unsettled) {
        this.state = state;
        this.unsettled = unsettled;
    }

    /** The chart before the open stories of a series. */
    static ShiftFold of(SentimentSeries series) {
        return new ShiftFold(series.checkpoint(), series.unsettled());
    }

    /** The chart behind stories, with nothing that they give. Looks back as far as the latest shift or its end. */
    static ShiftFold after(SentimentSeries series, List<SentimentChart.Judgement> judgements) {
        if (judgements.isEmpty()) {
            return of(series);
        }
        CusumState last = judgements.get(judgements.size() - 1).after();
        for (int i = judgements.size() - 1; i >= 0; i--) {
            SentimentChart.Judgement judgement = judgements.get(i);
            if (judgement.shift().isPresent() || judgement.after().settling() == 0) {
                return new ShiftFold(last, judgement.shift());
            }
        }
        return new ShiftFold(last, series.unsettled());
    }

    /** The chart carried on over stories, with what these give and nothing found before. */
    ShiftFold with(List<SentimentChart.Judgement> judgements) {
        ShiftFold next = new ShiftFold(state, unsettled);
        judgements.forEach(next::add);
        return next;
    }

    private void add(SentimentChart.Judgement judgement) {
        points.add(judgement.point());
        if (judgement.shift().isPresent()) {
            end(Cause.SUPERSEDED);
            shifts.add(judgement.shift().get());
            unsettled = judgement.shift();
        } else if (judgement.after().settling() == 0) {
            end(Cause.SETTLED);
        }
        state = judgement.after();
    }

    CusumState state() {
        return state;
    }

    /** The latest shift, until its level has settled. */
    Optional<Signal.SentimentShift> unsettled() {
        return unsettled;
    }

    List<SentimentPoint> points() {
        return points;
    }

    /** The end of what this fold tells and one over other stories does not, and what only the other one tells. */
    List<Signal> news(ShiftFold other, Cause vanished) {
        Set<Fact> facts = new HashSet<>();
        other.shifts.forEach(signal -> facts.add(fact(signal)));
        other.unsettled.ifPresent(signal -> facts.add(fact(signal)));
        List<Signal> news = new ArrayList<>();
        shifts.stream()
                .filter(signal -> !facts.contains(fact(signal)))
                .map(signal -> new Over(unwrapped(signal), vanished, List.of()))
                .forEach(news::add);
        Set<Signal> known = new HashSet<>(shifts);
        other.shifts.stream().filter(signal -> !known.contains(signal)).forEach(news::add);
        return news;
    }

    private void end(Cause cause) {
        unsettled.ifPresent(signal -> {
            shifts.remove(signal);
            shifts.add(new Over(signal, cause, List.of()));
        });
        unsettled = Optional.empty();
    }

    private static Signal.SentimentShift unwrapped(Signal signal) {
        return (Signal.SentimentShift) (signal instanceof Over over ? over.told() : signal);
    }

    private static Fact fact(Signal signal) {
        Shift shift = unwrapped(signal).shift();
        return new Fact(shift.direction(), LocalDate.ofInstant(shift.changePoint(), ZoneOffset.UTC));
    }
}
