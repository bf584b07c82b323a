package io.pactwatch.evaluate;

import io.pactwatch.contract.Claim;
import io.pactwatch.contract.TermValue;
import java.util.HashSet;
import java.util.Set;

/** The numbers by which a value is compared with a label. */
final class Numbers {
    /** Share by which two numbers may differ and still be the same. */
    private static final double TOLERANCE = 0.01;

    private Numbers() {}

    /** Those of its value and of the time in which it holds. */
    static Set<Double> of(Claim claim) {
        Set<Double> numbers = new HashSet<>();
        claim.value().ifPresent(value -> numbers.addAll(of(value)));
        claim.validFrom().ifPresent(date -> numbers.addAll(in(date.text())));
        claim.validUntil().ifPresent(date -> numbers.addAll(in(date.text())));
        return numbers;
    }

    private static Set<Double> of(TermValue value) {
        if (value instanceof TermValue.Money money) {
            return Set.of(money.amount().doubleValue());
        }
        if (value instanceof TermValue.Percent percent) {
            return Set.of(percent.percent().doubleValue());
        }
        if (value instanceof TermValue.Multiple multiple) {
            return Set.of(multiple.multiple().doubleValue());
        }
        Set<Double> numbers = in(value.display());
        if (value instanceof TermValue.Text text) {
            text.number().ifPresent(number -> numbers.add(number.doubleValue()));
        }
        return numbers;
    }

    /** The numbers that stand in a text, but not inside a word. */
    static Set<Double> in(String text) {
        Set<Double> numbers = new HashSet<>();
        int i = 0;
        while (i < text.length()) {
            if (!isDigit(text, i)) {
                i++;
                continue;
            }
            int end = i;
            while (isDigit(text, end) || end < text.length() && text.charAt(end) == '.' && isDigit(text, end + 1)) {
                end++;
            }
            boolean inWord = i > 0 && (Character.isLetter(text.charAt(i - 1)) || text.charAt(i - 1) == '.');
            String digits = text.substring(i, end);
            if (!inWord && digits.indexOf('.') == digits.lastIndexOf('.') && digits.length() < 18) {
                numbers.add(Double.parseDouble(digits));
            }
            i = end;
        }
        return numbers;
    }

    static boolean meet(Set<Double> labelled, Set<Double> found) {
        return labelled.stream().anyMatch(label -> found.stream()
                .anyMatch(number -> Math.abs(label - number) <= TOLERANCE * Math.abs(label)));
    }

    private static boolean isDigit(String text, int i) {
        return i < text.length() && text.charAt(i) >= '0' && text.charAt(i) <= '9';
    }
}
