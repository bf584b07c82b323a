package io.pactwatch.contract;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Objects;

/**
 * A point in time as precisely as its source gives it: "in June 2026" is a month, not its first day.
 *
 * @param start first moment of the year, month or day, in UTC; the moment itself for {@link Precision#TIME}
 * @param precision how much of it the source gives
 */
public record PartialDate(Instant start, Precision precision) {
    /** What a source gives of a date, from coarse to fine. */
    public enum Precision {
        YEAR,
        MONTH,
        DAY,
        TIME
    }

    public PartialDate {
        Objects.requireNonNull(start, "start");
        Objects.requireNonNull(precision, "precision");
        if (!start.equals(floor(start, precision))) {
            throw new IllegalArgumentException("start: " + start + " is not the start of a "
                    + precision.name().toLowerCase(Locale.ROOT));
        }
    }

    public static PartialDate year(int year) {
        return day(LocalDate.of(year, 1, 1), Precision.YEAR);
    }

    public static PartialDate month(YearMonth month) {
        return day(month.atDay(1), Precision.MONTH);
    }

    public static PartialDate day(LocalDate day) {
        return day(day, Precision.DAY);
    }

    private static PartialDate day(LocalDate day, Precision precision) {
        return new PartialDate(day.atStartOfDay(ZoneOffset.UTC).toInstant(), precision);
    }

    /** A moment; midnight in UTC is read as a day. */
    public static PartialDate at(Instant moment) {
        boolean midnight = moment.equals(floor(moment, Precision.DAY));
        return new PartialDate(moment, midnight ? Precision.DAY : Precision.TIME);
    }

    /**
     * Reads {@code yyyy}, {@code yyyy-MM}, {@code yyyy-MM-dd} or an ISO 8601 time; a time without offset is in UTC.
     *
     * @throws IllegalArgumentException if the text is none of these
     */
    public static PartialDate of(String text) {
        try {
            return switch (text.length()) {
                case 4 -> year(Integer.parseInt(text));
                case 7 -> month(YearMonth.parse(text));
                case 10 -> day(LocalDate.parse(text));
                default -> at(moment(text));
            };
        } catch (DateTimeException | NumberFormatException e) {
            throw new IllegalArgumentException(
                    "'" + text + "' is no year, month, date or ISO 8601 time, such as 2026, 2026-06 or 2026-06-30", e);
        }
    }

    private static Instant moment(String text) {
        int time = text.indexOf('T');
        boolean zoned = text.endsWith("Z") || text.indexOf('+', time) > 0 || text.lastIndexOf('-') > time;
        return zoned
                ? OffsetDateTime.parse(text).toInstant()
                : LocalDateTime.parse(text).toInstant(ZoneOffset.UTC);
    }

    /** First moment behind the year, month or day; the moment itself for {@link Precision#TIME}. */
    public Instant end() {
        LocalDateTime from = utc(start);
        return switch (precision) {
            case YEAR -> from.plusYears(1).toInstant(ZoneOffset.UTC);
            case MONTH -> from.plusMonths(1).toInstant(ZoneOffset.UTC);
            case DAY -> from.plusDays(1).toInstant(ZoneOffset.UTC);
            case TIME -> start;
        };
    }

    /** For people: {@code 2026}, {@code 2026-06}, {@code 2026-06-30} or the whole time. */
    public String text() {
        String whole = start.toString();
        return switch (precision) {
            case YEAR -> whole.substring(0, 4);
            case MONTH -> whole.substring(0, 7);
            case DAY -> whole.substring(0, 10);
            case TIME -> whole;
        };
    }

    private static Instant floor(Instant moment, Precision precision) {
        LocalDate day = utc(moment).toLocalDate();
        return switch (precision) {
            case YEAR -> day.withDayOfYear(1).atStartOfDay().toInstant(ZoneOffset.UTC);
            case MONTH -> day.withDayOfMonth(1).atStartOfDay().toInstant(ZoneOffset.UTC);
            case DAY -> day.atStartOfDay().toInstant(ZoneOffset.UTC);
            case TIME -> moment;
        };
    }

    private static LocalDateTime utc(Instant moment) {
        return LocalDateTime.ofInstant(moment, ZoneOffset.UTC);
    }
}
