package io.pactwatch.analysis.value;

import io.pactwatch.contract.TermValue;
import java.util.List;

/** Tells an amount from the same amount in another currency behind it: {@code 130억 달러(약 18조 원)}, {@code €4bn ($4.7bn)}. */
public final class Conversions {
    /** Units between an amount and what it is converted to. */
    private static final int APART = 14;

    private Conversions() {}

    /**
     * Whether a value is the one before it, in brackets and in another currency.
     *
     * @param values values of the sentence in the order of their places
     * @param place index of the value
     */
    public static boolean isConversion(List<FoundValue> values, int place, char[] folded) {
        if (place == 0
                || !(values.get(place).value() instanceof TermValue.Money converted)
                || !(values.get(place - 1).value() instanceof TermValue.Money amount)
                || converted.currency().equals(amount.currency())) {
            return false;
        }
        int from = values.get(place - 1).span().end();
        int to = values.get(place).span().start();
        if (to - from > APART) {
            return false;
        }
        for (int i = from; i < to; i++) {
            if (folded[i] == '(') {
                return true;
            }
        }
        return false;
    }
}
