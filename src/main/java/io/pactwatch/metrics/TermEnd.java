package io.pactwatch.metrics;

import io.pactwatch.contract.TermValue;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Year;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.Optional;

/** When a term that runs up to a date ends. */
final class TermEnd {
    private TermEnd() {}

    /** The end of the last day of the year, month or day that is named, in UTC; empty if there is no such day. */
    static Optional<Instant> of(TermValue.Until until) {
        try {
            return Optional.of(lastDay(until.date())
                    .plusDays(1)
                    .atStartOfDay(ZoneOffset.UTC)
                    .toInstant());
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private static LocalDate lastDay(String date) {
        return switch (date.length()) {
            case 4 -> Year.parse(date).atMonth(12).atEndOfMonth();
            case 7 -> YearMonth.parse(date).atEndOfMonth();
            default -> LocalDate.parse(date);
        };
    }
}
