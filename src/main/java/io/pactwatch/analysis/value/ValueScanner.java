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
    private static final BigDecimal FIRST_YEAR = BigDecimal.valueOf(1900);
    private static final BigDecimal LAST_YEAR = BigDecimal.valueOf(2100);

    private final ValueWords words = ValueWords.STANDARD;
    private final boolean commaIsDecimal;
    private final String language;
    private final MagnitudeReader magnitudes;
    private final CountReader counts = new CountReader();

    public ValueScanner(String language) {
        this.language = language;
        this.commaIsDecimal = COMMA_DECIMAL.contains(language);
        this.magnitudes = new MagnitudeReader(language, commaIsDecimal);
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
        found.addAll(CarriedUnits.of(found, folded, sentence.end(), language, magnitudes));
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
        return classify(new Numeral(number.get().value(), start, number.get().end(), false), folded, sentence, found);
    }

    private int readWord(char[] folded, int start, Span sentence, List<FoundValue> found) {
        int end = start;
        while (end < sentence.end() && end - start < 20 && (Character.isLetter(folded[end]) || folded[end] == '-')) {
            end++;
        }
        Optional<BigDecimal> number = words.number(new String(folded, start, end - start));
        if (number.isPresent()) {
            return classify(new Numeral(number.get(), start, end, true), folded, sentence, found);
        }
        int first = firstPart(folded, start, end);
        Optional<BigDecimal> part =
                first < end ? words.number(new String(folded, start, first - start)) : Optional.empty();
        return part.map(size -> classify(new Numeral(size, start, first, true), folded, sentence, found))
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

    private int classify(Numeral numeral, char[] folded, Span sentence, List<FoundValue> found) {
        int limit = sentence.end();
        int start = numeral.start;
        Optional<MagnitudeReader.Scaled> scaled =
                magnitudes.read(folded, numeral.value, numeral.end, limit, numeral.word);
        BigDecimal number = scaled.map(MagnitudeReader.Scaled::value).orElse(numeral.value);
        int end = scaled.map(MagnitudeReader.Scaled::end).orElse(numeral.end);
        Optional<Reading> percent = scaled.isPresent() ? Optional.empty() : suffix(words.percent(), folded, end, limit);
        if (percent.isPresent()) {
            found.add(new FoundValue(new Span(start, percent.get().end), new TermValue.Percent(number)));
            return percent.get().end;
        }
        Optional<Reading> before = currencyBefore(folded, start, sentence.start());
        Optional<Reading> after = before.isPresent() ? Optional.empty() : currencyAfter(folded, end, limit);
        if (before.isPresent() || after.isPresent()) {
            int from = before.map(reading -> reading.end).orElse(start);
            int to = after.map(reading -> reading.end).orElse(end);
            String currency = before.or(() -> after).orElseThrow().meaning;
            found.add(new FoundValue(new Span(from, to), new TermValue.Money(number, currency)));
            return to;
        }
        Optional<Reading> multiple = suffix(words.multiples(), folded, end, limit);
        if (multiple.isPresent() && number.compareTo(BigDecimal.ONE) > 0) {
            found.add(new FoundValue(new Span(start, multiple.get().end), new TermValue.Multiple(number)));
            return multiple.get().end;
        }
        Optional<FoundValue> ratio = scaled.isPresent() || numeral.word || isFormer(folded, start)
                ? Optional.empty()
                : RatioReader.read(folded, start, number, end, limit);
        if (ratio.isPresent()) {
            found.add(ratio.get());
            return ratio.get().span().end();
        }
        Numeral whole = new Numeral(number, start, end, numeral.word);
        Optional<Reading> unit =
                duration(folded, whole, limit).or(() -> suffix(words.quantities(), folded, end, limit));
        Optional<Reading> counted = unit.isPresent() ? Optional.empty() : counted(folded, whole, limit);
        unit.or(() -> counted)
                .ifPresent(thing -> found.add(new FoundValue(
                        new Span(start, thing.end),
                        new TermValue.Text(number.stripTrailingZeros().toPlainString() + " " + thing.meaning))));
        return counted.map(Reading::end).orElse(end);
    }

    /** What is counted some words behind the number; nothing behind what looks like a year. */
    private Optional<Reading> counted(char[] folded, Numeral numeral, int limit) {
        boolean year = numeral.end - numeral.start == 4
                && numeral.value.compareTo(FIRST_YEAR) >= 0
                && numeral.value.compareTo(LAST_YEAR) <= 0;
        return year || numeral.value.compareTo(BigDecimal.ONE) <= 0
                ? Optional.empty()
                : counts.read(folded, numeral.end, limit).map(thing -> new Reading(thing.thing(), thing.end()));
    }

    private boolean isFormer(char[] folded, int start) {
        return FormerValues.isMarked(new Span(start, start), folded, language);
    }

    /** A span of time; what has the size of a year of the calendar is none. */
    private Optional<Reading> duration(char[] folded, Numeral numeral, int limit) {
        boolean article = numeral.value.compareTo(BigDecimal.ONE) == 0 && numeral.word;
        return article || numeral.value.compareTo(LONGEST) > 0 || numeral.value.signum() == 0
                ? Optional.empty()
                : suffix(words.durations(), folded, words.afterAdjective(folded, numeral.end, limit), limit)
                        .filter(unit -> language.equals("zh") || folded[unit.end - 1] != YEAR_SIGN);
    }

    /** A number as it is written, before any word of size. */
    private record Numeral(BigDecimal value, int start, int end, boolean word) {}

    private record Reading(String meaning, int end) {}

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

    static int skipBlank(char[] folded, int at, int limit) {
        return at < limit
                        && (folded[at] == ' '
                                || folded[at] == '-' && at + 1 < limit && Character.isLetter(folded[at + 1]))
                ? at + 1
                : at;
    }

    /** Whether a word stands at a place; one of letters of a script with blanks must end there. */
    static boolean matches(char[] folded, int at, int limit, String word) {
        if (at + word.length() > limit || !Folding.startsWith(folded, at, word)) {
            return false;
        }
        int end = at + word.length();
        boolean letter = Script.of(folded[end - 1]) == Script.SPACED;
        return !letter || end == folded.length || Script.of(folded[end]) != Script.SPACED;
    }
}
