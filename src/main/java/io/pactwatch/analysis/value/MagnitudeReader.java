package io.pactwatch.analysis.value;

import io.pactwatch.analysis.text.Folding;
import io.pactwatch.analysis.text.Script;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/**
 * Reads the words of size behind a number: {@code 13 billion}, {@code 13조 7000억}, {@code 2천500억}, {@code 1만5000},
 * {@code half a billion}, {@code une vingtaine de millions}, {@code un milliard et demi}. Linear: looks at most a few links ahead.
 */
final class MagnitudeReader {
    private static final int LINKS = 4;

    /** East Asian numbers are counted in units from here on; smaller ones multiply what stands before a unit. */
    private static final BigDecimal MYRIAD = BigDecimal.valueOf(10_000);

    private static final BigDecimal HALF = new BigDecimal("0.5");

    /** Small words between a number in words and its size. */
    private static final List<String> BETWEEN = List.of(" a ", " de ", " d'", " of a ", " of one ", " einer ");

    private final ValueWords words = ValueWords.STANDARD;
    private final String language;
    private final boolean commaIsDecimal;

    MagnitudeReader(String language, boolean commaIsDecimal) {
        this.language = language;
        this.commaIsDecimal = commaIsDecimal;
    }

    /** A number and the offset behind it. */
    record Scaled(BigDecimal value, int end) {}

    private record Size(BigDecimal factor, int end, boolean eastAsian) {}

    /**
     * A number with its words of size; empty if none follows.
     *
     * @param end offset behind the number
     * @param word whether the number is written in words
     */
    Optional<Scaled> read(char[] folded, BigDecimal number, int end, int limit, boolean word) {
        Optional<Size> size = size(folded, end, limit);
        if (size.isEmpty() && word) {
            size = afterSmallWord(folded, end, limit);
        }
        if (size.isEmpty()) {
            return Optional.empty();
        }
        Sum sum = new Sum(size.get().end());
        sum.add(number, size.get(), folded, limit);
        for (int links = 1; links < LINKS && sum.addNext(folded, limit); links++) {}
        BigDecimal half = size.get().factor().multiply(HALF);
        return Optional.of(ValuePhrases.STANDARD
                .behind("half", folded, sum.end, limit)
                .map(behind -> new Scaled(sum.value().add(half), behind))
                .orElseGet(() -> new Scaled(sum.value(), sum.end)));
    }

    /** The sum of the parts of one number. */
    private final class Sum {
        private BigDecimal total = BigDecimal.ZERO;
        private BigDecimal section = BigDecimal.ZERO;
        private BigDecimal smallest;
        private boolean eastAsian;
        private int end;

        private Sum(int end) {
            this.end = end;
        }

        private BigDecimal value() {
            return total.add(section);
        }

        private void add(BigDecimal number, Size size, char[] folded, int limit) {
            eastAsian = size.eastAsian();
            end = size.end();
            smallest = size.factor();
            if (!eastAsian || size.factor().compareTo(MYRIAD) >= 0) {
                total = total.add(section.add(number).multiply(size.factor()));
                section = BigDecimal.ZERO;
                return;
            }
            section = section.add(number.multiply(size.factor()));
            Optional<Size> unit = size(folded, end, limit)
                    .filter(next -> next.eastAsian() && next.factor().compareTo(MYRIAD) >= 0);
            if (unit.isPresent()) {
                add(BigDecimal.ZERO, unit.get(), folded, limit);
            }
        }

        /** Adds a smaller part that follows; false if there is none. */
        private boolean addNext(char[] folded, int limit) {
            int at = skipBlank(folded, end, limit);
            Optional<Scaled> number = at < limit ? digits(folded, at, limit) : Optional.empty();
            if (number.isEmpty()) {
                return false;
            }
            Optional<Size> size = size(folded, number.get().end(), limit);
            if (size.isPresent()) {
                boolean smaller = size.get().factor().compareTo(smallest) < 0;
                if (smaller || eastAsian && section.signum() > 0) {
                    add(number.get().value(), size.get(), folded, limit);
                    return true;
                }
                return false;
            }
            if (eastAsian && at == end && number.get().value().compareTo(smallest) < 0) {
                section = section.add(number.get().value());
                end = number.get().end();
            }
            return false;
        }
    }

    private Optional<Scaled> digits(char[] folded, int at, int limit) {
        if (NumberReader.isDigit(folded[at])) {
            return NumberReader.read(folded, at, limit, commaIsDecimal)
                    .map(number -> new Scaled(number.value(), number.end()));
        }
        return Script.of(folded[at]).isEastAsian()
                ? words.number(String.valueOf(folded[at]), language).map(digit -> new Scaled(digit, at + 1))
                : Optional.empty();
    }

    private Optional<Size> afterSmallWord(char[] folded, int end, int limit) {
        return BETWEEN.stream()
                .filter(word -> end + word.length() < limit && Folding.startsWith(folded, end, word))
                .findFirst()
                .flatMap(word -> size(folded, end + word.length(), limit));
    }

    private Optional<Size> size(char[] folded, int end, int limit) {
        int at = skipBlank(folded, end, limit);
        if (at >= limit) {
            return Optional.empty();
        }
        boolean touches = at == end;
        for (ValueWords.Word<BigDecimal> word : words.magnitudesFrom(language, folded[at])) {
            boolean eastAsian = Script.of(word.word().charAt(0)).isEastAsian();
            if (ValueScanner.matches(folded, at, limit, word.word())
                    && (touches || word.word().length() > 1 || eastAsian)) {
                int behind = at + word.word().length();
                boolean shortened =
                        behind < limit && folded[behind] == '.' && word.word().length() == 3;
                return Optional.of(new Size(word.meaning(), shortened ? behind + 1 : behind, eastAsian));
            }
        }
        return Optional.empty();
    }

    private static int skipBlank(char[] folded, int at, int limit) {
        return ValueScanner.skipBlank(folded, at, limit);
    }
}
