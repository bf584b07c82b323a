package io.pactwatch.signal;

import io.pactwatch.analysis.ArticleAnalysis;
import io.pactwatch.contract.Claim;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Notices when a partnership that usually has news has none.
 *
 * <p>A silence is a time without input that is longer than each one in the memory before it. If the times between inputs are
 * exchangeable, the next one is the longest of {@code n + 1} with probability {@code 1/(n + 1)}; a memory of {@code 1/a}
 * years therefore gives about {@code a} false silences a year, whatever the rate of news and the distribution of the times.
 * It is told once no article from within it can come any more, so it is a function of the inputs and of how far time has
 * come. Immutable.
 */
public final class SilenceDetector {
    /** Partnerships that can be without news for longer have no usual rate. */
    static final int LONGEST_USUAL = 91;

    private static final int SHORTEST_MEMORY = 60;
    private static final int LONGEST_MEMORY = 1_095;

    private final int memory;
    private final int lateness;

    public SilenceDetector(SignalSettings settings) {
        this.memory = (int) Math.max(SHORTEST_MEMORY, Math.min(LONGEST_MEMORY, 365 / settings.falseAlarmsPerYear()));
        this.lateness = (int) Math.max(1, Math.ceil(settings.lateness().toSeconds() / 86_400.0));
    }

    /**
     * @param activity the activity after the input
     * @param signals silences to tell, and those that are over
     */
    public record Observation(Activity activity, List<Signal> signals) {
        public Observation {
            signals = List.copyOf(signals);
        }
    }

    /** Enters an article. Constant time. */
    public Observation observe(Activity activity, StoryReport report, Instant now) {
        LocalDate date = day(report.analysis().publishedAt());
        boolean before =
                activity.last().filter(last -> !date.isAfter(last.date())).isPresent();
        if (report.duplicate() || before) {
            return new Observation(activity, List.of());
        }
        Activity entered = with(activity, new Activity.Day(date, quote(report)));
        if (entered.equals(activity)) {
            return new Observation(settled(activity, now), List.of());
        }
        return new Observation(settled(entered, now), news(silences(activity, now), silences(entered, now)));
    }

    /** What the passing of time alone makes of it. */
    public List<Signal> elapse(Activity activity, Instant from, Instant to) {
        return news(silences(activity, from), silences(activity, to));
    }

    /** The time at which {@link #elapse} may have something to tell. */
    public Optional<Instant> dueTime(Activity activity) {
        List<Activity.Day> days = days(activity);
        if (days.isEmpty()) {
            return Optional.empty();
        }
        Activity all = settled(activity, Instant.MAX);
        return usual(all).map(usual -> toldAt(days.get(days.size() - 1).date(), usual));
    }

    private static Activity with(Activity activity, Activity.Day day) {
        Map<LocalDate, Activity.Day> days = new TreeMap<>();
        activity.open().forEach(each -> days.put(each.date(), each));
        days.merge(
                day.date(),
                day,
                (one, other) -> new Activity.Day(one.date(), ToneQuote.earliest(one.quote(), other.quote())));
        LocalDate first = activity.first().filter(day.date()::isAfter).orElse(day.date());
        return new Activity(
                activity.partnership(),
                Optional.of(first),
                activity.last(),
                activity.gaps(),
                List.copyOf(days.values()));
    }

    /** Moves the days that no article in time can precede any more behind the checkpoint. */
    private Activity settled(Activity activity, Instant now) {
        Activity settled = activity;
        for (Activity.Day day : activity.open()) {
            if (now.equals(Instant.MAX) || day(now).minusDays(lateness).isAfter(day.date())) {
                settled = next(settled, day);
            }
        }
        return settled;
    }

    private Activity next(Activity activity, Activity.Day day) {
        List<Activity.Gap> gaps = new ArrayList<>(activity.gaps());
        activity.last().ifPresent(last -> {
            int days = days(last.date(), day.date());
            while (!gaps.isEmpty() && gaps.get(gaps.size() - 1).days() <= days) {
                gaps.remove(gaps.size() - 1);
            }
            gaps.add(new Activity.Gap(day.date(), days));
        });
        gaps.removeIf(gap -> gap.end().isBefore(day.date().minusDays(memory)));
        List<Activity.Day> open = activity.open().stream()
                .filter(each -> each.date().isAfter(day.date()))
                .toList();
        return new Activity(activity.partnership(), activity.first(), Optional.of(day), gaps, open);
    }

    /** Longest usual time without input at the checkpoint; empty if there is no usual rate, or it is not known yet. */
    private Optional<Integer> usual(Activity activity) {
        LocalDate last = activity.last().orElseThrow().date();
        boolean known =
                activity.first().filter(first -> days(first, last) >= memory).isPresent();
        return activity.gaps().stream()
                .findFirst()
                .map(Activity.Gap::days)
                .filter(usual -> known && usual <= LONGEST_USUAL);
    }

    /** The silences after the checkpoint that are to be told by a time, with those that have ended. */
    private List<Signal> silences(Activity activity, Instant now) {
        List<Signal> silences = new ArrayList<>();
        Activity state = activity;
        List<Activity.Day> days = days(activity);
        for (int i = 0; i < days.size(); i++) {
            Activity.Day day = days.get(i);
            state = activity.last().filter(day::equals).isPresent() ? state : next(state, day);
            Optional<LocalDate> resumed =
                    i + 1 < days.size() ? Optional.of(days.get(i + 1).date()) : Optional.empty();
            usual(state)
                    .filter(usual -> !now.isBefore(toldAt(day.date(), usual)))
                    .filter(usual ->
                            resumed.map(next -> days(day.date(), next) > usual).orElse(true))
                    .flatMap(usual -> silence(activity, day, usual))
                    .map(silence -> resumed.isPresent()
                            ? new Signal.Over(silence, Signal.Over.Cause.RESUMED, List.of())
                            : silence)
                    .ifPresent(silences::add);
        }
        return silences;
    }

    private static Optional<Signal> silence(Activity activity, Activity.Day day, int usual) {
        return day.quote()
                .map(quote -> new Signal.Silence(
                        activity.partnership(),
                        quote.citation().publishedAt(),
                        day.date(),
                        usual,
                        List.of(quote.asRoot()),
                        List.of(quote.citation())));
    }

    private static List<Signal> news(List<Signal> before, List<Signal> after) {
        List<Signal> news = new ArrayList<>();
        before.stream()
                .filter(signal -> after.stream().noneMatch(other -> since(other).equals(since(signal))))
                .map(signal -> new Signal.Over(unwrapped(signal), Signal.Over.Cause.REPLACED, List.of()))
                .forEach(news::add);
        after.stream().filter(signal -> !before.contains(signal)).forEach(news::add);
        return news;
    }

    private static Signal.Silence unwrapped(Signal signal) {
        return (Signal.Silence) (signal instanceof Signal.Over over ? over.told() : signal);
    }

    private static LocalDate since(Signal signal) {
        return unwrapped(signal).since();
    }

    /** The checkpoint and the days after it. */
    private static List<Activity.Day> days(Activity activity) {
        List<Activity.Day> days = new ArrayList<>(activity.last().stream().toList());
        days.addAll(activity.open());
        return days;
    }

    private Instant toldAt(LocalDate last, int usual) {
        return last.plusDays(usual + lateness + 1L).atStartOfDay(ZoneOffset.UTC).toInstant();
    }

    private static Optional<ToneQuote> quote(StoryReport report) {
        ArticleAnalysis analysis = report.analysis();
        return analysis.toneEvidence()
                .or(() -> analysis.claims().stream().map(Claim::evidence).findFirst())
                .map(evidence -> new ToneQuote(
                        Citation.of(analysis, evidence),
                        RootNames.own(analysis),
                        analysis.attribution().anonymous()));
    }

    private static int days(LocalDate from, LocalDate to) {
        return (int) ChronoUnit.DAYS.between(from, to);
    }

    private static LocalDate day(Instant time) {
        return LocalDate.ofInstant(time, ZoneOffset.UTC);
    }
}
