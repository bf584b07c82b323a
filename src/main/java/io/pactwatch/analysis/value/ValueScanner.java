package io.pactwatch.analysis.value;

import io.pactwatch.analysis.text.Folding;
import io.pactwatch.analysis.text.PhraseMatcher;
import io.pactwatch.analysis.text.Script;
import io.pactwatch.analysis.text.Span;
import io.pactwatch.contract.TermValue;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Finds money, percentages, multiples, spans of time and counted things in a folded text. Immutable, linear. */
public final class ValueScanner {
    private static final Set<String> COMMA_DECIMAL = Set.of("de", "fr", "es");

    private static final String HAN_NUMBERS = "\u4E8C\u4E24\u4E09\u56DB\u4E94\u516D\u4E03\u516B\u4E5D\u5341";

    private static final int LONGEST_WORD = 20;

    private final ValueWords words = ValueWords.STANDARD;
    private final boolean commaIsDecimal;
    private final String language;
    private final MagnitudeReader magnitudes;
    private final SpelledNumberReader spelled;
    private final PercentReader percents;
    private final DurationReader durations;
    private final CountReader counts;
    private final ImpliedMoney implied;
    private final LoneSizeReader loneSizes;
    private final FoldWordReader foldWords;
    private final CoinShareReader coins = new CoinShareReader();
    private final PartsReader parts;
    private final SeatReader seats;

    public ValueScanner(String language) {
        this.language = language;
        this.commaIsDecimal = COMMA_DECIMAL.contains(language);
        this.magnitudes = new MagnitudeReader(language, commaIsDecimal);
        this.spelled = new SpelledNumberReader(language);
        this.percents = new PercentReader(spelled);
        this.durations = new DurationReader(language);
        this.counts = new CountReader(language);
        this.implied = new ImpliedMoney(language);
        this.loneSizes = new LoneSizeReader(language, implied);
        this.foldWords = new FoldWordReader(language);
        this.parts = new PartsReader(language);
        this.seats = new SeatReader(language);
    }

    /** The same in a text that has named no currency before. */
    public List<FoundValue> scan(char[] folded, Span sentence) {
        return scan(folded, sentence, Optional.empty());
    }

    /**
     * Values of one sentence, in order of their place.
     *
     * @param currency of the text, for amounts that are told without one; ISO 4217
     */
    public List<FoundValue> scan(char[] folded, Span sentence, Optional<String> currency) {
        List<FoundValue> found = new ArrayList<>();
        Scan scan = new Scan(
                folded,
                sentence.start(),
                sentence.end(),
                found,
                new ArrayList<>(),
                new ArrayList<>(),
                new ArrayList<>(),
                currency);
        int i = sentence.start();
        while (i < sentence.end()) {
            int before = i;
            if (NumberReader.isDigit(folded[i]) && !continuesNumber(folded, i, sentence.start())) {
                i = readDigits(i, scan);
            } else if (startsWord(folded, i, sentence.start()) || HAN_NUMBERS.indexOf(folded[i]) >= 0) {
                i = readWord(i, scan);
            }
            i = Math.max(i, before + 1);
        }
        addFractions(folded, sentence, scan);
        found.sort(Comparator.comparingInt((FoundValue value) -> value.span().start()));
        found.addAll(CarriedUnits.of(found, scan.bare, folded, language));
        addLoose(scan.loose, found);
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

    /**
     * What is read of one sentence.
     *
     * @param from start of the sentence
     * @param limit end of the sentence
     * @param bare numbers without a unit
     * @param loose further values, in words that say many things
     * @param parts words for a part of a word of size, which are no share: {@code a quarter of a trillion}
     * @param currency of the text
     */
    private record Scan(
            char[] folded,
            int from,
            int limit,
            List<FoundValue> found,
            List<NumeralSpan> bare,
            List<FoundValue> loose,
            List<Span> parts,
            Optional<String> currency) {}

    /** Adds values of loose words where no other words say one of their kind. Linear: both are in the order of their places. */
    private static void addLoose(List<FoundValue> loose, List<FoundValue> found) {
        List<FoundValue> plain = new ArrayList<>(found);
        plain.sort(Comparator.comparingInt((FoundValue value) -> value.span().start()));
        loose.sort(Comparator.comparingInt((FoundValue value) -> value.span().start()));
        int next = 0;
        for (FoundValue value : loose) {
            while (next < plain.size()
                    && plain.get(next).span().end() <= value.span().start()) {
                next++;
            }
            boolean taken = next < plain.size()
                    && plain.get(next).span().overlaps(value.span())
                    && plain.get(next).value().equals(value.value());
            if (!taken) {
                found.add(value);
            }
        }
    }

    private int readDigits(int start, Scan scan) {
        Optional<NumberReader.Number> number = NumberReader.read(scan.folded, start, scan.limit, commaIsDecimal);
        if (number.isEmpty()) {
            int end = start;
            while (end < scan.limit && NumberReader.isDigit(scan.folded[end])) {
                end++;
            }
            return end;
        }
        NumeralSpan numeral =
                NumeralSpan.digits(number.get().value(), start, number.get().end());
        return classify(numeral, scan);
    }

    private int readWord(int start, Scan scan) {
        if (Script.of(scan.folded[start]) == Script.HAN) {
            return words.number(String.valueOf(scan.folded[start]), language)
                    .map(digit -> classify(
                            new NumeralSpan(digit, start, start + 1, true, digit.equals(BigDecimal.ONE), false), scan))
                    .orElse(start + 1);
        }
        return spelled.read(scan.folded, start, scan.limit)
                .map(number -> classify(
                        new NumeralSpan(number.value(), start, number.end(), true, number.article(), number.fraction()),
                        scan))
                .orElseGet(() -> readOtherWord(start, scan));
    }

    private int readOtherWord(int start, Scan scan) {
        int end = wordEnd(scan.folded, start, scan.limit);
        foldWords
                .read(scan.folded, start, end)
                .or(() -> loneSizes.read(scan.folded, start, scan.limit, scan.currency))
                .ifPresent(scan.loose::add);
        return end;
    }

    private static int wordEnd(char[] folded, int start, int limit) {
        int end = start;
        while (end < limit && end - start < LONGEST_WORD && (Character.isLetter(folded[end]) || folded[end] == '-')) {
            end++;
        }
        return end;
    }

    private int classify(NumeralSpan numeral, Scan scan) {
        parts.read(scan.folded, numeral, scan.limit).ifPresent(scan.loose::add);
        seats.read(scan.folded, numeral, scan.limit).ifPresent(scan.loose::add);
        coins.read(scan.folded, numeral, scan.from, scan.limit).ifPresent(scan.loose::add);
        Optional<MagnitudeReader.Scaled> scaled =
                magnitudes.read(scan.folded, numeral.value(), numeral.end(), scan.limit, numeral.word());
        if (scaled.isEmpty()) {
            Optional<PercentReader.Share> share = percents.read(scan.folded, numeral, scan.limit);
            if (share.isPresent()) {
                Span span = new Span(numeral.start(), share.get().end());
                return add(span, new TermValue.Percent(share.get().percent()), FoundValue.Sort.PLAIN, scan.found);
            }
        }
        NumeralSpan whole =
                scaled.map(size -> numeral.scaled(size.value(), size.end())).orElse(numeral);
        if (numeral.fraction() && scaled.isPresent()) {
            scan.parts.add(new Span(numeral.start(), whole.end()));
        }
        if (numeral.fraction() && scaled.isEmpty()) {
            return durations
                    .read(scan.folded, numeral, scan.limit)
                    .map(time -> add(
                            new Span(numeral.start(), time.end()),
                            new TermValue.Text(time.text()),
                            FoundValue.Sort.PLAIN,
                            scan.found))
                    .orElse(numeral.end());
        }
        Optional<FoundValue> money = money(whole, scan);
        if (money.isPresent()) {
            scan.found.add(money.get());
            return money.get().span().end();
        }
        Optional<UnitReader.Unit> multiple = UnitReader.behind(words.multiples(), scan.folded, whole.end(), scan.limit);
        if (multiple.isPresent() && whole.value().compareTo(BigDecimal.ONE) > 0) {
            Span span = new Span(whole.start(), multiple.get().end());
            return add(span, new TermValue.Multiple(whole.value()), FoundValue.Sort.PLAIN, scan.found);
        }
        Optional<FoundValue> ratio = scaled.isPresent() || numeral.word() || isFormer(scan.folded, whole.start())
                ? Optional.empty()
                : RatioReader.read(scan.folded, whole.start(), whole.value(), whole.end(), scan.limit);
        if (ratio.isPresent()) {
            scan.found.add(ratio.get());
            return ratio.get().span().end();
        }
        return quantity(whole, scan);
    }

    private int quantity(NumeralSpan whole, Scan scan) {
        Optional<FoundValue> quantity = durations
                .read(scan.folded, whole, scan.limit)
                .map(time -> new FoundValue(new Span(whole.start(), time.end()), new TermValue.Text(time.text())))
                .or(() -> UnitReader.behind(words.quantities(), scan.folded, whole.end(), scan.limit)
                        .map(unit -> text(whole, unit.meaning(), unit.end(), FoundValue.Sort.PLAIN)))
                .or(() -> counts.read(scan.folded, whole, scan.limit))
                .or(() -> implied.read(scan.folded, whole, scan.limit, scan.found, scan.currency));
        quantity.ifPresentOrElse(scan.found::add, () -> addBare(whole, scan));
        return quantity.map(value -> value.span().end()).orElse(whole.end());
    }

    private static void addBare(NumeralSpan whole, Scan scan) {
        boolean ends = whole.end() >= scan.limit
                || Script.of(scan.folded[whole.end()]) == Script.NONE
                        && scan.folded[whole.end()] != '%'
                        && scan.folded[whole.end()] != '-';
        if (ends && !whole.article()) {
            scan.bare.add(whole);
        }
    }

    private Optional<FoundValue> money(NumeralSpan whole, Scan scan) {
        Optional<UnitReader.Unit> before =
                UnitReader.currencyBefore(words.currencies(), scan.folded, whole.start(), scan.from);
        Optional<UnitReader.Unit> after = before.isPresent()
                ? Optional.empty()
                : UnitReader.currencyBehind(words.currencies(), scan.folded, whole.end(), scan.limit);
        return before.or(() -> after).map(currency -> {
            int from = before.map(UnitReader.Unit::end).orElse(whole.start());
            int to = after.map(UnitReader.Unit::end).orElse(whole.end());
            return new FoundValue(new Span(from, to), new TermValue.Money(whole.value(), currency.meaning()));
        });
    }

    /** A counted thing as a value: {@code 20 sites}. */
    static FoundValue text(NumeralSpan whole, String thing, int end, FoundValue.Sort sort) {
        return new FoundValue(new Span(whole.start(), end), TermValue.Text.of(whole.value(), thing), sort);
    }

    private static int add(Span span, TermValue value, FoundValue.Sort sort, List<FoundValue> found) {
        found.add(new FoundValue(span, value, sort));
        return span.end();
    }

    private boolean isFormer(char[] folded, int start) {
        return FormerValues.isMarked(new Span(start, start), folded, language);
    }

    /** Adds shares in words that are no part of another value: {@code a quarter of}, but not of a trillion. */
    private void addFractions(char[] folded, Span sentence, Scan scan) {
        List<FoundValue> found = scan.found;
        char[] part = Arrays.copyOfRange(folded, sentence.start(), sentence.end());
        BitSet read = new BitSet();
        found.forEach(value ->
                read.set(value.span().start() - sentence.start(), value.span().end() - sentence.start()));
        scan.parts.forEach(size -> read.set(size.start() - sentence.start(), size.end() - sentence.start()));
        fractions(words.looseShares(), FoundValue.Sort.LOOSE, part, sentence, read, scan.loose);
        fractions(words.fractions(), FoundValue.Sort.PLAIN, part, sentence, read, found);
        fractions(words.halves(), FoundValue.Sort.HALVES, part, sentence, read, found);
    }

    private static void fractions(
            PhraseMatcher<BigDecimal> phrases,
            FoundValue.Sort sort,
            char[] part,
            Span sentence,
            BitSet read,
            List<FoundValue> found) {
        phrases.match(part, (start, end, percent) -> {
            Span span = new Span(sentence.start() + start, sentence.start() + end);
            int taken = read.nextSetBit(start);
            if (taken < 0 || taken >= end) {
                found.add(new FoundValue(span, new TermValue.Percent(percent), sort));
            }
        });
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
