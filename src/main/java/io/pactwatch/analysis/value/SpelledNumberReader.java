package io.pactwatch.analysis.value;

import io.pactwatch.analysis.text.Script;
import java.math.BigDecimal;
import java.util.Optional;
import java.util.Set;

/**
 * Reads a number in words of a script with blanks: {@code thirty-one}, {@code two hundred and fifty}, {@code one and a half},
 * {@code quatre-vingt-dix}, {@code treinta y uno}, {@code einundvierzig}, {@code three quarters}. Linear: reads few words.
 */
final class SpelledNumberReader {
    private static final int MOST_WORDS = 8;
    private static final int LONGEST_WORD = 30;
    private static final BigDecimal HALF = new BigDecimal("0.5");
    private static final Set<String> ARTICLES = Set.of("a", "an", "ein", "eine", "einen", "einer", "un", "une", "una");
    private static final Set<String> DOZENS = Set.of("dozen", "dutzend", "douzaine", "docena");
    private static final Set<String> SCORES = Set.of("vingt", "vingts");

    private final ValueWords words = ValueWords.STANDARD;
    private final String language;

    SpelledNumberReader(String language) {
        this.language = language;
    }

    /**
     * @param end offset behind the number
     * @param article whether it is no more than an article
     * @param fraction whether it is a part of what follows: {@code half}, {@code three quarters}
     */
    record Spelled(BigDecimal value, int end, boolean article, boolean fraction) {}

    /** The number that begins with the word at a place. */
    Optional<Spelled> read(char[] folded, int start, int limit) {
        int end = wordEnd(folded, start, limit);
        String first = new String(folded, start, end - start);
        Optional<BigDecimal> part = words.part(first);
        if (part.isPresent()) {
            return Optional.of(new Spelled(part.get(), end, false, true));
        }
        Optional<BigDecimal> opening = number(first);
        if (opening.isEmpty()) {
            return Optional.empty();
        }
        int value = opening.get().intValue();
        if (opening.get().stripTrailingZeros().scale() > 0) {
            return Optional.of(new Spelled(opening.get(), end, false, false));
        }
        boolean article = ARTICLES.contains(first);
        for (int count = 1; count < MOST_WORDS; count++) {
            int next = next(folded, end, limit, value);
            int nextEnd = wordEnd(folded, next, limit);
            String word = new String(folded, next, nextEnd - next);
            boolean joined = next > end + 1;
            if (count == 1 && next < limit && words.part(word).isPresent()) {
                BigDecimal parts = words.part(word).get().multiply(BigDecimal.valueOf(value));
                return Optional.of(new Spelled(parts, nextEnd, false, true));
            }
            int sum = joined || !ARTICLES.contains(word) ? with(value, word) : -1;
            if (sum < 0) {
                break;
            }
            value = sum;
            end = nextEnd;
            article = false;
        }
        Optional<Spelled> decimal = decimal(folded, value, end, limit);
        if (decimal.isPresent()) {
            return decimal;
        }
        Optional<Integer> half = ValuePhrases.STANDARD.behind("half", folded, end, limit);
        BigDecimal whole = BigDecimal.valueOf(value);
        return Optional.of(half.map(behind -> new Spelled(whole.add(HALF), behind, false, false))
                .orElse(new Spelled(whole, end, article, false)));
    }

    /** The number with the decimal place that words tell behind it: {@code eleven point four}. */
    private Optional<Spelled> decimal(char[] folded, int value, int end, int limit) {
        return ValuePhrases.STANDARD.behind("point", folded, end, limit).flatMap(point -> {
            int at = ValueScanner.skipBlank(folded, point, limit);
            int stop = wordEnd(folded, at, limit);
            return number(new String(folded, at, stop - at))
                    .filter(digit -> digit.compareTo(BigDecimal.TEN) < 0)
                    .map(digit ->
                            new Spelled(digit.movePointLeft(1).add(BigDecimal.valueOf(value)), stop, false, false));
        });
    }

    /** The number so far with one more word, or -1 if the word is no part of it. */
    private int with(int value, String word) {
        int number = number(word)
                .filter(found -> found.stripTrailingZeros().scale() <= 0)
                .map(BigDecimal::intValue)
                .orElse(-1);
        int tens = value % 100;
        if (number < 1 || number > 100) {
            return -1;
        }
        if (number == 100) {
            return value < 100 ? value * 100 : -1;
        }
        if (DOZENS.contains(word)) {
            return value <= 20 ? value * 12 : -1;
        }
        if (SCORES.contains(word) && tens == 4) {
            return value + 76;
        }
        boolean places = tens == 0
                ? value >= 100
                : tens >= 20 && tens % 10 == 0 && (number < 10 || number < 20 && (tens == 60 || tens == 80));
        return places ? value + number : -1;
    }

    /** The place of the next word, behind a blank, a hyphen or what joins the parts of a number. */
    private int next(char[] folded, int end, int limit, int value) {
        if (end >= limit || folded[end] != ' ' && folded[end] != '-') {
            return limit;
        }
        int stop = wordEnd(folded, end + 1, limit);
        String word = new String(folded, end + 1, stop - end - 1);
        boolean joins = word.equals("and")
                ? value >= 100 && value % 100 == 0
                : (word.equals("y") || word.equals("et")) && value % 10 == 0 && value % 100 >= 20;
        return joins && stop + 1 < limit && (folded[stop] == ' ' || folded[stop] == '-') ? stop + 1 : end + 1;
    }

    private Optional<BigDecimal> number(String word) {
        return words.number(word, language).or(() -> language.equals("de") ? compound(word) : Optional.empty());
    }

    /** A German number in one word: hundreds, then units, then tens. */
    private Optional<BigDecimal> compound(String word) {
        int hundred = word.indexOf("hundert");
        if (hundred >= 0) {
            String rest = word.substring(hundred + "hundert".length());
            Optional<BigDecimal> hundreds =
                    hundred == 0 ? Optional.of(BigDecimal.ONE) : words.number(word.substring(0, hundred), language);
            Optional<BigDecimal> small = rest.isEmpty()
                    ? Optional.of(BigDecimal.ZERO)
                    : words.number(rest, language).or(() -> unitsAndTens(rest));
            return hundreds.flatMap(
                    many -> small.map(few -> many.movePointRight(2).add(few)));
        }
        return unitsAndTens(word);
    }

    private Optional<BigDecimal> unitsAndTens(String word) {
        int and = word.indexOf("und");
        if (and <= 0) {
            return Optional.empty();
        }
        return words.number(word.substring(0, and), language)
                .flatMap(
                        units -> words.number(word.substring(and + 3), language).map(units::add));
    }

    private static int wordEnd(char[] folded, int start, int limit) {
        int end = start;
        while (end < limit
                && end - start < LONGEST_WORD
                && Character.isLetter(folded[end])
                && Script.of(folded[end]) == Script.SPACED) {
            end++;
        }
        return end;
    }
}
