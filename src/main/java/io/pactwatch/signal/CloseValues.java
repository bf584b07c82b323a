package io.pactwatch.signal;

import io.pactwatch.contract.PartialDate;
import io.pactwatch.contract.TermValue;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;

/**
 * Whether two values are so close that they are likely to be the same value, told differently: 20% and 25%, 10 and 11.8
 * billion. Values of different kinds or currencies, and named states, are never close.
 */
final class CloseValues {
    /** The larger value is at most this many times the smaller one. */
    private static final BigDecimal GREATEST_RATIO = new BigDecimal("1.5");

    /** Up to this ratio the difference is a matter of rounding. */
    private static final BigDecimal ROUNDING = new BigDecimal("1.02");

    private static final Duration GREATEST_DISTANCE = Duration.ofDays(2 * 366);

    private CloseValues() {}

    static boolean areClose(TermValue one, TermValue other) {
        if (one.equals(other)) {
            return false;
        }
        if (one instanceof TermValue.Until first && other instanceof TermValue.Until second) {
            boolean contained =
                    first.date().startsWith(second.date()) || second.date().startsWith(first.date());
            return !contained && distance(first, second).compareTo(GREATEST_DISTANCE) <= 0;
        }
        return comparable(one, other) && within(GREATEST_RATIO, number(one), number(other));
    }

    /** Whether two close values differ by no more than their rounding. */
    static boolean differByRounding(TermValue one, TermValue other) {
        return comparable(one, other) && within(ROUNDING, number(one), number(other));
    }

    private static boolean comparable(TermValue one, TermValue other) {
        boolean money = one instanceof TermValue.Money first
                && other instanceof TermValue.Money second
                && first.currency().equals(second.currency());
        boolean same = one.getClass() == other.getClass()
                && (one instanceof TermValue.Percent || one instanceof TermValue.Multiple);
        return (money || same) && number(one).signum() > 0 && number(other).signum() > 0;
    }

    private static BigDecimal number(TermValue value) {
        if (value instanceof TermValue.Money money) {
            return money.amount();
        }
        return value instanceof TermValue.Percent percent ? percent.percent() : ((TermValue.Multiple) value).multiple();
    }

    private static boolean within(BigDecimal ratio, BigDecimal one, BigDecimal other) {
        return one.max(other).compareTo(one.min(other).multiply(ratio)) <= 0;
    }

    private static Duration distance(TermValue.Until one, TermValue.Until other) {
        try {
            Instant first = PartialDate.of(one.date()).start();
            return Duration.between(first, PartialDate.of(other.date()).start()).abs();
        } catch (IllegalArgumentException e) {
            return GREATEST_DISTANCE.plusDays(1); // digits in the form of a date, but no day of the calendar
        }
    }
}
