package io.pactwatch.analysis.value;

import io.pactwatch.analysis.text.Script;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Optional;

/** Reads dates of the calendar off a folded text. A year that is left out is 0. Linear: looks at most 40 units ahead. */
final class CalendarReader {
    private static final int AHEAD = 40;

    private final char[] folded;
    private final int limit;

    /**
     * What a text gives of a date.
     *
     * @param year 0 if it gives none
     * @param month 0 if it gives none
     * @param day 0 if it gives none
     * @param end offset behind it
     */
    record Parts(int year, int month, int day, int end) {
        private Optional<Parts> checked() {
            try {
                if (month > 0) {
                    YearMonth.of(year == 0 ? 2024 : year, month);
                }
                if (day > 0) {
                    LocalDate.of(year == 0 ? 2024 : year, month, day);
                }
                return Optional.of(this);
            } catch (DateTimeException e) {
                return Optional.empty();
            }
        }
    }

    CalendarReader(char[] folded, int limit) {
        this.folded = folded;
        this.limit = limit;
    }

    /** The date that begins at a place where a number or a word starts. */
    Optional<Parts> read(int at) {
        return NumberReader.isDigit(folded[at]) ? number(at) : monthFirst(at);
    }

    private Optional<Parts> number(int at) {
        int end = digitsEnd(at);
        int length = end - at;
        int value = length <= 4 ? Integer.parseInt(new String(folded, at, length)) : -1;
        if (length == 4 && value >= 1900 && value < 2100) {
            return iso(value, end).or(() -> east(value, end)).or(() -> plainYear(value, end));
        }
        if (length > 2 || value < 1) {
            return Optional.empty();
        }
        return dotted(value, end).or(() -> eastMonth(0, at)).or(() -> dayFirst(value, end));
    }

    private Optional<Parts> plainYear(int year, int end) {
        boolean counted = end < limit && (folded[end] == '%' || folded[end] == '$' || folded[end] == '\u20AC')
                || end + 1 < limit
                        && (folded[end] == ',' || folded[end] == '.')
                        && NumberReader.isDigit(folded[end + 1]);
        boolean joined = end < limit && Script.of(folded[end]) == Script.SPACED;
        boolean money = end < limit && "\uC5B5\uC870\uB9CC\u5104\u5146\u4E07\u4EBF\u4E07".indexOf(folded[end]) >= 0;
        return counted || joined || money ? Optional.empty() : Optional.of(new Parts(year, 0, 0, end));
    }

    private Optional<Parts> iso(int year, int end) {
        if (end >= limit || folded[end] != '-' && folded[end] != '/') {
            return Optional.empty();
        }
        int month = smallNumber(end + 1);
        int monthEnd = digitsEnd(end + 1);
        if (month < 1 || monthEnd - end != 3) {
            return Optional.empty();
        }
        int day = monthEnd < limit && folded[monthEnd] == folded[end] ? smallNumber(monthEnd + 1) : -1;
        return day < 1 ? Optional.empty() : new Parts(year, month, day, digitsEnd(monthEnd + 1)).checked();
    }

    /** {@code 30.06.2026} and {@code 30/06/2026}: the day first. */
    private Optional<Parts> dotted(int day, int end) {
        if (end >= limit || folded[end] != '.' && folded[end] != '/') {
            return Optional.empty();
        }
        int month = smallNumber(end + 1);
        int monthEnd = digitsEnd(end + 1);
        if (month < 1 || monthEnd >= limit || folded[monthEnd] != folded[end]) {
            return Optional.empty();
        }
        return year(monthEnd + 1).flatMap(year -> new Parts(year, month, day, monthEnd + 5).checked());
    }

    /** A year with a Korean, Japanese or Chinese sign behind it, then month and day. */
    private Optional<Parts> east(int year, int end) {
        int sign = blank(end);
        if (sign >= limit || folded[sign] != '\uB144' && folded[sign] != '\u5E74') {
            return Optional.empty();
        }
        return eastMonth(year, blank(sign + 1)).or(() -> Optional.of(new Parts(year, 0, 0, sign + 1)));
    }

    private Optional<Parts> eastMonth(int year, int at) {
        int month = smallNumber(at);
        int end = digitsEnd(at);
        if (month < 1 || end >= limit || folded[end] != '\uC6D4' && folded[end] != '\u6708') {
            return Optional.empty();
        }
        int dayAt = blank(end + 1);
        int day = smallNumber(dayAt);
        int dayEnd = digitsEnd(dayAt);
        boolean hasDay = day > 0 && dayEnd < limit && (folded[dayEnd] == '\uC77C' || folded[dayEnd] == '\u65E5');
        return (hasDay ? new Parts(year, month, day, dayEnd + 1) : new Parts(year, month, 0, end + 1)).checked();
    }

    /** {@code 30 June 2026}, {@code 30. Juni}, {@code 1er juin 2026}, {@code 1 de junio de 2026}. */
    private Optional<Parts> dayFirst(int day, int end) {
        int at = end;
        for (String ordinal : new String[] {".", "st", "nd", "rd", "th", "er", "\u00BA"}) {
            if (startsWith(at, ordinal)) {
                at += ordinal.length();
                break;
            }
        }
        at = skip(blank(at), "of ", "de ");
        int month = month(at);
        if (month == 0 || at == end) {
            return Optional.empty();
        }
        int monthEnd = wordEnd(at);
        return withYear(month, day, monthEnd);
    }

    /** {@code June 30, 2026}, {@code June 2026}, {@code June}. */
    private Optional<Parts> monthFirst(int at) {
        int month = month(at);
        if (month == 0) {
            return Optional.empty();
        }
        int end = wordEnd(at);
        int dayAt = blank(startsWith(end, ".") ? end + 1 : end);
        int day = smallNumber(dayAt);
        int dayEnd = digitsEnd(dayAt);
        if (day > 0 && day <= 31 && dayEnd - dayAt <= 2 && dayAt > end) {
            for (String ordinal : new String[] {"st", "nd", "rd", "th"}) {
                dayEnd += startsWith(dayEnd, ordinal) ? 2 : 0;
            }
            if (dayEnd >= limit || Script.of(folded[dayEnd]) != Script.SPACED && folded[dayEnd] != '%') {
                return withYear(month, day, dayEnd);
            }
        }
        return withYear(month, 0, end);
    }

    private Optional<Parts> withYear(int month, int day, int end) {
        int at = skip(blank(startsWith(end, ",") || startsWith(end, ".") ? end + 1 : end), "de ", "del ", "of ");
        Optional<Integer> year = at > end ? year(at) : Optional.empty();
        return (year.isPresent() ? new Parts(year.get(), month, day, at + 4) : new Parts(0, month, day, end)).checked();
    }

    private Optional<Integer> year(int at) {
        if (digitsEnd(at) - at != 4) {
            return Optional.empty();
        }
        int year = Integer.parseInt(new String(folded, at, 4));
        return year >= 1900 && year < 2100 ? Optional.of(year) : Optional.empty();
    }

    private int month(int at) {
        int end = wordEnd(at);
        return end - at < 3
                ? 0
                : ValueWords.STANDARD.month(new String(folded, at, end - at)).orElse(0);
    }

    private int wordEnd(int at) {
        int end = at;
        while (end < limit && end - at < AHEAD && Character.isLetter(folded[end])) {
            end++;
        }
        return end;
    }

    private int digitsEnd(int at) {
        int end = at;
        while (end < limit && end - at < 5 && NumberReader.isDigit(folded[end])) {
            end++;
        }
        return end;
    }

    /** The number of one or two digits at a place, or -1. */
    private int smallNumber(int at) {
        int end = digitsEnd(at);
        return end == at || end - at > 2 ? -1 : Integer.parseInt(new String(folded, at, end - at));
    }

    private int blank(int at) {
        return at < limit && folded[at] == ' ' ? at + 1 : at;
    }

    private int skip(int at, String... words) {
        for (String word : words) {
            if (startsWith(at, word)) {
                return at + word.length();
            }
        }
        return at;
    }

    private boolean startsWith(int at, String word) {
        if (at + word.length() > limit) {
            return false;
        }
        for (int i = 0; i < word.length(); i++) {
            if (folded[at + i] != word.charAt(i)) {
                return false;
            }
        }
        return true;
    }
}
