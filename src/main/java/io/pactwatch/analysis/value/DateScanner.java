package io.pactwatch.analysis.value;

import io.pactwatch.analysis.text.Span;
import io.pactwatch.analysis.value.CalendarReader.Parts;
import io.pactwatch.analysis.value.FoundDate.Part;
import io.pactwatch.contract.PartialDate;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/**
 * Finds dates of the calendar and relative ones ("last June", "in den kommenden drei Jahren", "다음 달"), resolved against the
 * date of the article and kept as precisely as the text gives them. Immutable, linear.
 */
public final class DateScanner {
    private static final int DECADE = 10;

    /** Years from the article's that a year of two digits may lie ahead. */
    private static final int AHEAD = 40;

    private static final int CENTURY = 2000;
    private static final Set<String> SHORT_YEARS = Set.of("ja", "ko");
    private static final String YEAR_SIGNS = "\u5E74\uB144";

    private final DateWords words = DateWords.STANDARD;
    private final String language;
    private final LocalDate published;
    private final CountedEnds counted;

    public DateScanner(String language, Instant publishedAt) {
        this.language = language;
        this.published = publishedAt.atZone(ZoneOffset.UTC).toLocalDate();
        this.counted = new CountedEnds(language, published);
    }

    /**
     * Dates of one sentence, in order of their place.
     *
     * @param values values of the sentence; their spans of time may count from the article's date
     */
    public List<FoundDate> scan(char[] folded, Span sentence, List<FoundValue> values) {
        List<FoundDate> found = new ArrayList<>();
        CalendarReader calendar = new CalendarReader(folded, sentence.end());
        int i = sentence.start();
        while (i < sentence.end()) {
            int next = i + 1;
            if (starts(folded, i, sentence.start())) {
                Optional<Parts> parts = calendar.read(i);
                if (parts.isPresent()) {
                    int place = i;
                    date(parts.get(), place, folded, sentence)
                            .ifPresent(date -> found.add(
                                    part(date, new Span(place, parts.get().end()), folded, sentence)));
                    next = parts.get().end();
                } else {
                    shortYear(i, folded, sentence).ifPresent(found::add);
                }
            }
            i = next;
        }
        addShifts(folded, sentence, found);
        found.sort(Comparator.comparingInt(date -> date.span().start()));
        List<FoundDate> all = counted.with(found, values, folded, sentence);
        all.sort(Comparator.comparingInt(date -> date.span().start()));
        return all;
    }

    /** An end in a year of two digits, as Japanese and Korean texts write it: {@code 32年まで}. */
    private Optional<FoundDate> shortYear(int place, char[] folded, Span sentence) {
        int end = place + 3;
        if (!SHORT_YEARS.contains(language)
                || end > sentence.end()
                || !NumberReader.isDigit(folded[place])
                || !NumberReader.isDigit(folded[place + 1])
                || YEAR_SIGNS.indexOf(folded[place + 2]) < 0) {
            return Optional.empty();
        }
        int year = CENTURY + Integer.parseInt(new String(folded, place, 2));
        return year < published.getYear() || year > published.getYear() + AHEAD
                ? Optional.empty()
                : words.behind("untilBehind", language, folded, end, sentence.end())
                        .map(behind -> new FoundDate(
                                new Span(place, behind), PartialDate.year(year), Part.UNTIL, FoundValue.Sort.LOOSE));
    }

    private static boolean starts(char[] folded, int i, int from) {
        boolean inside = i > from
                && (NumberReader.isDigit(folded[i - 1])
                        || Character.isLetter(folded[i - 1])
                                && Character.isLetterOrDigit(folded[i])
                                && folded[i - 1] < 0x2E80
                        || NumberReader.isDigit(folded[i]) && ("$\u20AC\u00A3\u00A5.,".indexOf(folded[i - 1]) >= 0));
        return !inside && (NumberReader.isDigit(folded[i]) || Character.isLetter(folded[i]));
    }

    private Optional<PartialDate> date(Parts parts, int place, char[] folded, Span sentence) {
        if (parts.year() > 0) {
            return Optional.of(of(parts.year(), parts.month(), parts.day()));
        }
        int from = sentence.start();
        boolean past = words.before("past", language, folded, place, from).isPresent()
                || words.behind("pastBehind", language, folded, parts.end(), sentence.end())
                        .isPresent();
        boolean future = words.before("future", language, folded, place, from).isPresent()
                || words.behind("futureBehind", language, folded, parts.end(), sentence.end())
                        .isPresent();
        if (words.before("pastEast", language, folded, place, from).isPresent()) {
            return Optional.of(of(published.getYear() - 1, parts.month(), parts.day()));
        }
        if (words.before("presentEast", language, folded, place, from).isPresent()) {
            return Optional.of(of(published.getYear(), parts.month(), parts.day()));
        }
        if (words.before("futureEast", language, folded, place, from).isPresent()) {
            return Optional.of(of(published.getYear() + 1, parts.month(), parts.day()));
        }
        boolean told = parts.day() > 0
                || past
                || future
                || !Character.isLetter(folded[place])
                || List.of("until", "from", "at").stream()
                        .anyMatch(list -> words.before(list, language, folded, place, from)
                                .isPresent());
        return told ? Optional.of(near(parts, past, future)) : Optional.empty();
    }

    /** The date of the year that is meant: before, after, or else the nearest one. */
    private PartialDate near(Parts parts, boolean past, boolean future) {
        YearMonth now = YearMonth.from(published);
        YearMonth meant = YearMonth.of(now.getYear(), parts.month());
        long ahead = now.until(meant, ChronoUnit.MONTHS);
        if (past ? ahead >= 0 : !future && ahead > 6) {
            meant = meant.minusYears(1);
        } else if (future ? ahead <= 0 : !past && ahead < -6) {
            meant = meant.plusYears(1);
        }
        return of(meant.getYear(), parts.month(), Math.min(parts.day(), meant.lengthOfMonth()));
    }

    private static PartialDate of(int year, int month, int day) {
        if (day > 0) {
            return PartialDate.day(LocalDate.of(
                    year, month, Math.min(day, YearMonth.of(year, month).lengthOfMonth())));
        }
        return month > 0 ? PartialDate.month(YearMonth.of(year, month)) : PartialDate.year(year);
    }

    private FoundDate part(PartialDate date, Span span, char[] folded, Span sentence) {
        int from = sentence.start();
        int limit = sentence.end();
        for (String list : List.of("past", "future")) {
            span = widened(span, words.before(list, language, folded, span.start(), from));
        }
        for (Part part : new Part[] {Part.UNTIL, Part.FROM}) {
            String name = part.name().toLowerCase(Locale.ROOT);
            Optional<Integer> behind = words.behind(name + "Behind", language, folded, span.end(), limit);
            if (behind.isPresent()) {
                return new FoundDate(new Span(span.start(), behind.get()), date, part);
            }
            Optional<Integer> loose = words.behind(name + "BehindLoose", language, folded, span.end(), limit);
            if (loose.isPresent()) {
                return new FoundDate(new Span(span.start(), loose.get()), date, part, FoundValue.Sort.LOOSE);
            }
            Optional<Integer> before = words.before(name, language, folded, span.start(), from)
                    .or(at(name + "Before", folded, span.start(), from));
            if (before.isPresent()) {
                return new FoundDate(widened(span, before), date, part);
            }
            Optional<Integer> looseBefore = words.before(name + "Loose", language, folded, span.start(), from);
            if (looseBefore.isPresent()) {
                return new FoundDate(widened(span, looseBefore), date, part, FoundValue.Sort.LOOSE);
            }
        }
        return new FoundDate(span, date, Part.AT);
    }

    private Supplier<Optional<Integer>> at(String list, char[] folded, int place, int from) {
        return () -> words.before(list, language, folded, place, from);
    }

    private static Span widened(Span span, Optional<Integer> start) {
        return start.map(at -> new Span(at, span.end())).orElse(span);
    }

    private void addShifts(char[] folded, Span sentence, List<FoundDate> found) {
        char[] part = Arrays.copyOfRange(folded, sentence.start(), sentence.end());
        BitSet read = new BitSet();
        found.forEach(date -> read.set(date.span().start(), date.span().end()));
        words.shifts().match(part, (start, end, shift) -> {
            Span span = new Span(sentence.start() + start, sentence.start() + end);
            int taken = read.nextSetBit(span.start());
            if (taken < 0 || taken >= span.end()) {
                FoundDate date = part(shifted(shift), span, folded, sentence);
                if (shift.unit() == ChronoUnit.DECADES) {
                    date = new FoundDate(date.span(), date.date(), date.part(), FoundValue.Sort.LOOSE);
                }
                boolean now = shift.unit() == ChronoUnit.DAYS && shift.count() == 0;
                found.add(now && date.part() == Part.AT ? new FoundDate(span, date.date(), Part.FROM) : date);
            }
        });
    }

    private PartialDate shifted(DateWords.Shift shift) {
        return switch (shift.unit()) {
            case YEARS -> PartialDate.year(published.getYear() + shift.count());
            case MONTHS -> PartialDate.month(YearMonth.from(published).plusMonths(shift.count()));
            case DECADES -> PartialDate.year((published.getYear() / DECADE + 1 + shift.count()) * DECADE);
            default -> PartialDate.day(published.plusDays(shift.count()));
        };
    }
}
