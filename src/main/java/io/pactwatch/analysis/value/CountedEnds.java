package io.pactwatch.analysis.value;

import io.pactwatch.analysis.text.Span;
import io.pactwatch.analysis.value.FoundDate.Part;
import io.pactwatch.contract.PartialDate;
import io.pactwatch.contract.PartialDate.Precision;
import io.pactwatch.contract.TermValue;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Ends that a span of time tells, counted from the day of the article ({@code the next five years}, {@code three years left}),
 * from another date of the sentence ({@code the accord of last September is valid for three years}) or from the old end
 * ({@code which runs until 2029, was extended by three years}). Immutable; looks at few words around each span of time.
 */
final class CountedEnds {
    /** The longest span of time that a contract names. */
    private static final int LONGEST = 1200;

    /** Units between a date and the span of time that is counted from it. */
    private static final int APART = 80;

    /** Units before the old end in which its verb may stand. */
    private static final int BEFORE = 30;

    /** Dates before a span of time that are looked at. */
    private static final int NEAR = 4;

    private final DateWords words = DateWords.STANDARD;
    private final String language;
    private final LocalDate published;

    CountedEnds(String language, LocalDate published) {
        this.language = language;
        this.published = published;
    }

    /**
     * The dates of a sentence with the ends that its spans of time tell.
     *
     * @param dates in the order of their places
     * @param values of the sentence, in the same order
     */
    List<FoundDate> with(List<FoundDate> dates, List<FoundValue> values, char[] folded, Span sentence) {
        List<FoundDate> all = new ArrayList<>(dates);
        int before = 0;
        for (FoundValue value : values) {
            while (before < dates.size()
                    && dates.get(before).span().end() <= value.span().start()) {
                before++;
            }
            int last = before;
            if (isTime(value) && value.value() instanceof TermValue.Text text) {
                coming(value, text, folded, sentence)
                        .or(() -> remaining(value, text, folded, sentence))
                        .or(() -> valid(value, text, dates.subList(Math.max(0, last - NEAR), last), folded, sentence))
                        .or(() -> lasting(value, text, folded, sentence))
                        .ifPresent(all::add);
                if (words.before("extendedBy", language, folded, value.span().start(), sentence.start())
                        .isPresent()) {
                    extend(value, text, all.subList(Math.max(0, last - NEAR), last), folded, sentence);
                }
            }
        }
        return all;
    }

    /** Whether a value is a span of time. */
    static boolean isTime(FoundValue value) {
        return value.value() instanceof TermValue.Text text
                && switch (text.unit().orElse("")) {
                    case "year", "years", "month", "months", "week", "weeks", "day", "days" -> true;
                    default -> false;
                };
    }

    private Optional<FoundDate> coming(FoundValue value, TermValue.Text time, char[] folded, Span sentence) {
        return beside("coming", value, folded, sentence).flatMap(span -> end(PartialDate.day(published), time)
                .map(date -> new FoundDate(span, date, Part.UNTIL, sort(time))));
    }

    private static FoundValue.Sort sort(TermValue.Text time) {
        return time.text().matches("\\d{1,3} \\p{Lower}+s") ? FoundValue.Sort.PLAIN : FoundValue.Sort.LOOSE;
    }

    private Optional<FoundDate> remaining(FoundValue value, TermValue.Text time, char[] folded, Span sentence) {
        return beside("remaining", value, folded, sentence).flatMap(span -> end(PartialDate.day(published), time)
                .map(date -> new FoundDate(span, date, Part.UNTIL, FoundValue.Sort.LOOSE)));
    }

    private Optional<FoundDate> lasting(FoundValue value, TermValue.Text time, char[] folded, Span sentence) {
        return beside("lasting", value, folded, sentence)
                .or(() -> words.before(
                                "lastingEnd",
                                language,
                                folded,
                                value.span().end(),
                                value.span().start())
                        .map(start -> value.span()))
                .flatMap(span -> end(PartialDate.day(published), time)
                        .map(date -> new FoundDate(span, date, Part.LASTING, FoundValue.Sort.LOOSE)));
    }

    /** A span of time with the words beside it that tell from when it counts. */
    private Optional<Span> beside(String list, FoundValue value, char[] folded, Span sentence) {
        Span span = value.span();
        return words.before(list, language, folded, span.start(), sentence.start())
                .or(() -> words.before(list + "East", language, folded, span.start(), sentence.start()))
                .map(start -> new Span(start, span.end()))
                .or(() -> words.behind(list + "Behind", language, folded, span.end(), sentence.end())
                        .or(() -> words.behind(list + "BehindEast", language, folded, span.end(), sentence.end()))
                        .map(end -> span));
    }

    /** The end of what is valid for a time from a date that stands before. */
    private Optional<FoundDate> valid(
            FoundValue value, TermValue.Text time, List<FoundDate> dates, char[] folded, Span sentence) {
        Span span = value.span();
        Optional<Integer> lead = words.before("validFor", language, folded, span.start(), sentence.start());
        return lead.flatMap(start -> dates.stream()
                .filter(date -> date.part() != Part.UNTIL
                        && date.span().end() <= start
                        && start - date.span().end() <= APART)
                .reduce((first, second) -> second)
                .flatMap(from -> end(from.date(), time))
                .map(date -> new FoundDate(new Span(start, span.end()), date, Part.UNTIL, FoundValue.Sort.LOOSE)));
    }

    /** Moves the end that stands nearest before by the time, if it is told as the old one. */
    private void extend(FoundValue by, TermValue.Text time, List<FoundDate> dates, char[] folded, Span sentence) {
        int nearest = -1;
        for (int i = 0; i < dates.size(); i++) {
            FoundDate date = dates.get(i);
            if ((date.part() == Part.UNTIL || date.part() == Part.AT)
                    && by.span().start() - date.span().end() <= APART
                    && words.isIn(
                            "oldEnd",
                            folded,
                            Math.max(sentence.start(), date.span().start() - BEFORE),
                            date.span().end())
                    && (nearest < 0
                            || date.span().distance(by.span())
                                    < dates.get(nearest).span().distance(by.span()))) {
                nearest = i;
            }
        }
        if (nearest >= 0) {
            FoundDate old = dates.get(nearest);
            int place = nearest;
            end(old.date(), time)
                    .ifPresent(date -> dates.set(
                            place,
                            new FoundDate(
                                    old.span(),
                                    date,
                                    Part.UNTIL,
                                    old.part() == Part.UNTIL ? old.sort() : FoundValue.Sort.LOOSE)));
        }
    }

    /** The end of a span of time that begins at a date, as precisely as both are told. */
    private static Optional<PartialDate> end(PartialDate from, TermValue.Text time) {
        BigDecimal count = time.number().orElse(BigDecimal.ZERO);
        String unit = time.unit().orElse("").replaceAll("s$", "");
        if (unit.equals("year") && count.stripTrailingZeros().scale() > 0) {
            count = count.multiply(BigDecimal.valueOf(12));
            unit = "month";
        }
        if (count.signum() <= 0
                || count.stripTrailingZeros().scale() > 0
                || count.compareTo(BigDecimal.valueOf(LONGEST)) > 0
                || unit.equals("year") && count.compareTo(BigDecimal.valueOf(LONGEST / 12)) > 0) {
            return Optional.empty();
        }
        LocalDate start = from.start().atZone(ZoneOffset.UTC).toLocalDate();
        int number = count.intValue();
        return switch (unit) {
            case "year" -> Optional.of(years(from, start, number));
            case "month" -> Optional.of(months(from, start, number));
            case "week" -> Optional.of(days(from, start, start.plusWeeks(number)));
            case "day" -> Optional.of(days(from, start, start.plusDays(number)));
            default -> Optional.empty();
        };
    }

    /** The end of a span of time that begins at a date; empty if the value is none. */
    static Optional<PartialDate> endOf(FoundValue value, PartialDate from) {
        return isTime(value) && value.value() instanceof TermValue.Text time ? end(from, time) : Optional.empty();
    }

    private static PartialDate years(PartialDate from, LocalDate start, int count) {
        return from.precision() == Precision.MONTH
                ? PartialDate.month(YearMonth.from(start).plusYears(count))
                : PartialDate.year(start.getYear() + count);
    }

    private static PartialDate months(PartialDate from, LocalDate start, int count) {
        return from.precision() == Precision.YEAR
                ? PartialDate.year(start.getYear() + (count + 6) / 12)
                : PartialDate.month(YearMonth.from(start).plusMonths(count));
    }

    private static PartialDate days(PartialDate from, LocalDate start, LocalDate end) {
        return switch (from.precision()) {
            case YEAR -> PartialDate.year(end.getYear());
            case MONTH -> PartialDate.month(YearMonth.from(end));
            default -> PartialDate.day(end);
        };
    }
}
