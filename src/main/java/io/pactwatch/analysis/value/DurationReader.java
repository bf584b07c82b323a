package io.pactwatch.analysis.value;

import io.pactwatch.analysis.text.Folding;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/**
 * Reads spans of time: {@code five years}, {@code half a year} (6 months), {@code two years and a half}, {@code a fortnight}
 * (14 days). How long ago something was is none. Immutable; looks at a few words only.
 */
final class DurationReader {
    /** In Chinese also a span of time, in Japanese the sign of a year of the calendar. */
    private static final char YEAR_SIGN = '\u5E74';

    private static final BigDecimal LONGEST = BigDecimal.valueOf(999);
    private static final BigDecimal HALF = new BigDecimal("0.5");
    private static final BigDecimal MONTHS = BigDecimal.valueOf(12);
    private static final BigDecimal LONGEST_IN_MONTHS = BigDecimal.valueOf(2);

    private final ValueWords words = ValueWords.STANDARD;
    private final ValuePhrases phrases = ValuePhrases.STANDARD;
    private final String language;

    DurationReader(String language) {
        this.language = language;
    }

    /** A span of time such as {@code 6 months}, and the offset behind it. */
    record Duration(String text, int end) {}

    /** The span of time that a number counts; what has the size of a year of the calendar is none. */
    Optional<Duration> read(char[] folded, NumeralSpan numeral, int limit) {
        if (numeral.value().compareTo(LONGEST) > 0 || numeral.value().signum() == 0) {
            return Optional.empty();
        }
        return unit(folded, numeral, limit)
                .filter(unit -> language.equals("zh") || folded[unit.end() - 1] != YEAR_SIGN)
                .filter(unit -> !isAgo(folded, numeral.start(), unit.end(), limit))
                .flatMap(unit -> duration(folded, numeral, unit, limit));
    }

    private boolean isAgo(char[] folded, int start, int end, int limit) {
        return phrases.behind("ago", folded, end, limit).isPresent() || phrases.isBefore("agoBefore", folded, start);
    }

    private Optional<UnitReader.Unit> unit(char[] folded, NumeralSpan numeral, int limit) {
        if (numeral.fraction()) {
            for (String link : List.of(" a ", " of a ")) {
                if (Folding.startsWith(folded, numeral.end(), link)) {
                    return UnitReader.behind(words.durations(), folded, numeral.end() + link.length(), limit);
                }
            }
        }
        int end = words.afterAdjective(folded, numeral.end(), limit);
        return UnitReader.behind(words.durations(), folded, end, limit);
    }

    private Optional<Duration> duration(char[] folded, NumeralSpan numeral, UnitReader.Unit unit, int limit) {
        Optional<Integer> half = phrases.behind("half", folded, unit.end(), limit);
        int blank = unit.meaning().indexOf(' ');
        BigDecimal number = half.isPresent() ? numeral.value().add(HALF) : numeral.value();
        boolean rate = numeral.article()
                && half.isEmpty()
                && blank < 0
                && !phrases.isBefore("spanLeads", folded, numeral.start());
        if (rate) {
            return Optional.empty();
        }
        String name = unit.meaning().substring(blank + 1);
        if (blank > 0) {
            number = number.multiply(new BigDecimal(unit.meaning().substring(0, blank)));
        } else if (name.equals("years")
                && number.compareTo(LONGEST_IN_MONTHS) < 0
                && number.stripTrailingZeros().scale() > 0) {
            number = number.multiply(MONTHS);
            name = "months";
        }
        return number.stripTrailingZeros().scale() > 1
                ? Optional.empty()
                : Optional.of(new Duration(text(number, name), half.orElse(unit.end())));
    }

    private static String text(BigDecimal number, String units) {
        boolean one = number.compareTo(BigDecimal.ONE) == 0;
        return number.stripTrailingZeros().toPlainString() + " " + (one ? units.replaceAll("s$", "") : units);
    }
}
