package io.pactwatch.analysis.value;

import io.pactwatch.analysis.text.Folding;
import io.pactwatch.analysis.text.Script;
import io.pactwatch.analysis.text.Span;
import io.pactwatch.contract.TermValue;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Finds money, percentages, multiples, spans of time and counted things in a folded text. Immutable, linear. */
public final class ValueScanner {
    private static final Set<String> COMMA_DECIMAL = Set.of("de", "fr", "es");

    private static final String HAN_NUMBERS = "\u4E8C\u4E24\u4E09\u56DB\u4E94\u516D\u4E03\u516B\u4E5D\u5341";

    /** In Chinese also a span of time, in Japanese the sign of a year of the calendar. */
    private static final char YEAR_SIGN = '\u5E74';

    private static final BigDecimal LONGEST = BigDecimal.valueOf(999);

    private final ValueWords words = ValueWords.STANDARD;
    private final boolean commaIsDecimal;
    private final String language;

    public ValueScanner(String language) {
        this.language = language;
        this.commaIsDecimal = COMMA_DECIMAL.contains(language);
    }

    /** Values of one sentence, in order of their place. */
    public List<FoundValue> scan(char[] folded, Span sentence) {
        List<FoundValue> found = new ArrayList<>();
        int i = sentence.start();
        while (i < sentence.end()) {
            int before = i;
            if (NumberReader.isDigit(folded[i]) && !continuesNumber(folded, i, sentence.start())) {
                i = readDigits(folded, i, sentence, found);
            } else if (startsWord(folded, i, sentence.start()) || HAN_NUMBERS.indexOf(folded[i]) >= 0) {
                i = readWord(folded, i, sentence, found);
            }
            i = Math.max(i, before + 1);
        }
        addFractions(folded, sentence, found);
        found.sort(Comparator.comparingInt((FoundValue value) -> value.span().start()));
        return found;
    }

    private static boolean continuesNumber(char[] folded, int i, int from) {
        return i > from
                && (NumberReader.isDigit(folded[i - 1])
                        || Character.isLetter(folded[i - 1])
                                && Script.of(folded[i - 1]) == Script.SPACED
                                && !precededByCode(folded, i, from));
    }

    /** Letters of a currency code that touch the number, such as {@code eur600}. */
    private static boolean precededByCode(char[] folded, int i, int from) {
        int start = i;
        while (start > from && i - start < 4 && Character.isLetter(folded[start - 1])) {
            start--;
        }
        return i - start == 3 || i - start == 2;
    }

    private static boolean startsWord(char[] folded, int i, int from) {
        return Character.isLetter(folded[i]) && (i == from || !Character.isLetterOrDigit(folded[i - 1]));
    }

    private int readDigits(char[] folded, int start, Span sentence, List<FoundValue> found) {
        Optional<NumberReader.Number> number = NumberReader.read(folded, start, sentence.end(), commaIsDecimal);
        if (number.isEmpty()) {
            int end = start;
            while (end < sentence.end() && NumberReader.isDigit(folded[end])) {
                end++;
            }
            return end;
        }
        return classify(folded, start, number.get().value(), number.get().end(), sentence, found);
    }

    private int readWord(char[] folded, int start, Span sentence, List<FoundValue> found) {
        int end = start;
        while (end < sentence.end() && end - start < 20 && (Character.isLetter(folded[end]) || folded[end] == '-')) {
            end++;
        }
        Optional<BigDecimal> number = words.number(new String(folded, start, end - start));
        if (number.isPresent()) {
            return classify(folded, start, number.get(), end, sentence, found);
        }
        int first = firstPart(folded, start, end);
        Optional<BigDecimal> part =
                first < end ? words.number(new String(folded, start, first - start)) : Optional.empty();
        return part.map(size -> classify(folded, start, size, first, sentence, found))
                .orElse(Script.of(folded[start]) == Script.HAN ? first : end);
    }

    /** The end of the number in {@code five-year} and in {@code 三年}. */
    private static int firstPart(char[] folded, int start, int end) {
        if (Script.of(folded[start]) == Script.HAN) {
            return start + 1;
        }
        int hyphen = start;
        while (hyphen < end && folded[hyphen] != '-') {
            hyphen++;
        }
        return hyphen;
    }

    private int classify(char[] folded, int start, BigDecimal number, int end, Span sentence, List<FoundValue> found) {
        Cursor cursor = new Cursor(number, end);
        boolean scaled = readMagnitudes(folded, cursor, sentence);
        int limit = sentence.end();
        Optional<Reading> percent = scaled ? Optional.empty() : suffix(words.percent(), folded, cursor.end, limit);
        if (percent.isPresent()) {
            found.add(new FoundValue(new Span(start, percent.get().end), new TermValue.Percent(cursor.value)));
            return percent.get().end;
        }
        Optional<Reading> before = currencyBefore(folded, start, sentence.start());
        Optional<Reading> after = before.isPresent() ? Optional.empty() : currencyAfter(folded, cursor.end, limit);
        if (before.isPresent() || after.isPresent()) {
            int from = before.map(reading -> reading.end).orElse(start);
            int to = after.map(reading -> reading.end).orElse(cursor.end);
            String currency = before.or(() -> after).orElseThrow().meaning;
            found.add(new FoundValue(new Span(from, to), new TermValue.Money(cursor.value, currency)));
            return to;
        }
        Optional<Reading> multiple = suffix(words.multiples(), folded, cursor.end, limit);
        if (multiple.isPresent() && number.compareTo(BigDecimal.ONE) > 0) {
            found.add(new FoundValue(new Span(start, multiple.get().end), new TermValue.Multiple(cursor.value)));
            return multiple.get().end;
        }
        suffix(words.quantities(), folded, cursor.end, limit)
                .or(() -> duration(folded, start, cursor, limit))
                .ifPresent(unit -> found.add(new FoundValue(
                        new Span(start, unit.end),
                        new TermValue.Text(cursor.value.stripTrailingZeros().toPlainString() + " " + unit.meaning))));
        return cursor.end;
    }

    /** A span of time; what has the size of a year of the calendar is none. */
    private Optional<Reading> duration(char[] folded, int start, Cursor cursor, int limit) {
        boolean article = cursor.value.equals(BigDecimal.ONE) && !NumberReader.isDigit(folded[start]);
        return article || cursor.value.compareTo(LONGEST) > 0 || cursor.value.signum() == 0
                ? Optional.empty()
                : suffix(words.durations(), folded, words.afterAdjective(folded, cursor.end, limit), limit)
                        .filter(unit -> language.equals("zh") || folded[unit.end - 1] != YEAR_SIGN);
    }

    private static final class Cursor {
        private BigDecimal value;
        private int end;

        private Cursor(BigDecimal value, int end) {
            this.value = value;
            this.end = end;
        }
    }

    private record Reading(String meaning, int end) {}

    /** Reads the magnitude behind the number, and chains such as {@code 13조 7000억}. */
    private boolean readMagnitudes(char[] folded, Cursor cursor, Span sentence) {
        int limit = sentence.end();
        BigDecimal size = magnitude(folded, cursor, limit);
        if (size == null) {
            return false;
        }
        cursor.value = cursor.value.multiply(size);
        for (int links = 0; links < 3; links++) {
            int next = skipBlank(folded, cursor.end, limit);
            if (next >= limit || !NumberReader.isDigit(folded[next])) {
                break;
            }
            Optional<NumberReader.Number> number = NumberReader.read(folded, next, limit, commaIsDecimal);
            if (number.isEmpty()) {
                break;
            }
            Cursor link = new Cursor(number.get().value(), number.get().end());
            BigDecimal smaller = magnitude(folded, link, limit);
            if (smaller == null || smaller.compareTo(size) >= 0) {
                break;
            }
            cursor.value = cursor.value.add(link.value.multiply(smaller));
            cursor.end = link.end;
            size = smaller;
        }
        return true;
    }

    private BigDecimal magnitude(char[] folded, Cursor cursor, int limit) {
        int at = skipBlank(folded, cursor.end, limit);
        if (at >= limit) {
            return null;
        }
        boolean touches = at == cursor.end;
        for (ValueWords.Word<BigDecimal> word : words.magnitudesFrom(language, folded[at])) {
            if (matches(folded, at, limit, word.word())
                    && (touches || word.word().length() > 1 || isEastAsian(word.word()))) {
                cursor.end = at + word.word().length();
                if (cursor.end < limit
                        && folded[cursor.end] == '.'
                        && word.word().length() == 3) {
                    cursor.end++;
                }
                return word.meaning();
            }
        }
        return null;
    }

    private static boolean isEastAsian(String word) {
        return Script.of(word.charAt(0)).isEastAsian();
    }

    private Optional<Reading> suffix(List<ValueWords.Word<String>> candidates, char[] folded, int end, int limit) {
        int at = skipBlank(folded, end, limit);
        for (ValueWords.Word<String> word : candidates) {
            if (matches(folded, at, limit, word.word())) {
                return Optional.of(new Reading(word.meaning(), at + word.word().length()));
            }
        }
        return Optional.empty();
    }

    private Optional<Reading> currencyAfter(char[] folded, int end, int limit) {
        Optional<Reading> direct = suffix(words.currencies(), folded, end, limit)
                .filter(reading -> reading.end >= limit || !NumberReader.isDigit(folded[reading.end]));
        if (direct.isPresent()) {
            return direct;
        }
        for (String link : List.of(" de ", " d'", " of ", " in ", " us ", " u.s. ", " US-")) {
            if (end + link.length() < limit && Folding.startsWith(folded, end, link)) {
                return suffix(words.currencies(), folded, end + link.length(), limit);
            }
        }
        return Optional.empty();
    }

    /** The currency before a number; {@code end} of the reading is where it starts. */
    private Optional<Reading> currencyBefore(char[] folded, int start, int from) {
        int end = start > from && folded[start - 1] == ' ' ? start - 1 : start;
        for (ValueWords.Word<String> word : words.currencies()) {
            int at = end - word.word().length();
            boolean sign = !Character.isLetter(word.word().charAt(word.word().length() - 1));
            boolean code = word.word().length() == 3 || word.word().equals("rs");
            if (at >= from
                    && (sign && end == start || code)
                    && Folding.startsWith(folded, at, word.word())
                    && (at == from || !Character.isLetter(folded[at - 1]) || !Character.isLetter(folded[at]))) {
                return Optional.of(new Reading(word.meaning(), at));
            }
        }
        return Optional.empty();
    }

    private void addFractions(char[] folded, Span sentence, List<FoundValue> found) {
        char[] part = Arrays.copyOfRange(folded, sentence.start(), sentence.end());
        words.fractions()
                .match(
                        part,
                        (start, end, percent) -> found.add(new FoundValue(
                                new Span(sentence.start() + start, sentence.start() + end),
                                new TermValue.Percent(percent))));
    }

    private static int skipBlank(char[] folded, int at, int limit) {
        return at < limit
                        && (folded[at] == ' '
                                || folded[at] == '-' && at + 1 < limit && Character.isLetter(folded[at + 1]))
                ? at + 1
                : at;
    }

    private static boolean matches(char[] folded, int at, int limit, String word) {
        if (at + word.length() > limit || !Folding.startsWith(folded, at, word)) {
            return false;
        }
        int end = at + word.length();
        boolean letter = Script.of(folded[end - 1]) == Script.SPACED;
        return !letter || end == folded.length || Script.of(folded[end]) != Script.SPACED;
    }
}
