package io.pactwatch.analysis.value;

import io.pactwatch.analysis.text.Span;
import io.pactwatch.analysis.value.CalendarReader.Parts;
import io.pactwatch.analysis.value.FoundDate.Part;
import io.pactwatch.contract.PartialDate;
import io.pactwatch.contract.TermValue;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Year;
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
import java.util.function.Supplier;

/**
 * Finds dates of the calendar and relative ones ("last June", "in den kommenden drei Jahren", "다음 달"), resolved against the
 * date of the article and kept as precisely as the text gives them. Immutable, linear.
 */
public final class DateScanner {
    /** The longest span of time that a contract names, in years. */
    private static final int LONGEST = 100;

    private final DateWords words = DateWords.STANDARD;
    private final String language;
    private final LocalDate published;

    public DateScanner(String language, Instant publishedAt) {
        this.language = language;
        this.published = publishedAt.atZone(ZoneOffset.UTC).toLocalDate();
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
                }
            }
            i = next;
        }
        addShifts(folded, sentence, found);
        values.forEach(value -> coming(value, folded, sentence).ifPresent(found::add));
        found.sort(Comparator.comparingInt(date -> date.span().start()));
        return found;
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
            Optional<Integer> before = words.before(name, language, folded, span.start(), from)
                    .or(at(name + "Before", folded, span.start(), from));
            if (before.isPresent()) {
                return new FoundDate(widened(span, before), date, part);
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
                boolean now = shift.unit() == ChronoUnit.DAYS && shift.count() == 0;
                found.add(now && date.part() == Part.AT ? new FoundDate(span, date.date(), Part.FROM) : date);
            }
        });
    }

    private PartialDate shifted(DateWords.Shift shift) {
        return switch (shift.unit()) {
            case YEARS -> PartialDate.year(published.getYear() + shift.count());
            case MONTHS -> PartialDate.month(YearMonth.from(published).plusMonths(shift.count()));
            default -> PartialDate.day(published.plusDays(shift.count()));
        };
    }

    /** The end of a span of time that counts from the article's date. */
    private Optional<FoundDate> coming(FoundValue value, char[] folded, Span sentence) {
        if (!(value.value() instanceof TermValue.Text text)) {
            return Optional.empty();
        }
        Optional<Integer> start = words.before(
                        "coming", language, folded, value.span().start(), sentence.start())
                .or(at("comingEast", folded, value.span().start(), sentence.start()))
                .or(() -> words.behind(
                                "comingBehind", language, folded, value.span().end(), sentence.end())
                        .map(end -> value.span().start()));
        return start.flatMap(at -> end(text.text())
                .map(date -> new FoundDate(new Span(at, value.span().end()), date, Part.UNTIL)));
    }

    private Optional<PartialDate> end(String duration) {
        int blank = duration.lastIndexOf(' ');
        String number = duration.substring(0, Math.max(0, blank));
        if (!number.matches("\\d{1,3}")) {
            return Optional.empty();
        }
        int count = Integer.parseInt(number);
        return switch (duration.substring(blank + 1)) {
            case "years" ->
                count > LONGEST
                        ? Optional.empty()
                        : Optional.of(PartialDate.year(Year.from(published).getValue() + count));
            case "months" ->
                Optional.of(PartialDate.month(YearMonth.from(published).plusMonths(count)));
            case "weeks" -> Optional.of(PartialDate.day(published.plusWeeks(count)));
            case "days" -> Optional.of(PartialDate.day(published.plusDays(count)));
            default -> Optional.empty();
        };
    }
}
