package io.pactwatch.analysis.value;

import io.pactwatch.analysis.text.Span;
import io.pactwatch.contract.TermValue;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/**
 * Tells what a change leads to from what it starts from, and a part from its whole: {@code an order for $38 billion is raised
 * by $100 billion}, {@code of the $13 billion pledged, $11.6 billion was paid}.
 */
public final class DirectedValues {
    /** Units between two values that belong together. */
    private static final int APART = 70;

    private DirectedValues() {}

    /**
     * Whether a value is what a change starts from: a later one of its kind stands behind a verb of change.
     *
     * @param change whether a change is told, so that a word of direction is enough
     */
    public static boolean isChanged(List<FoundValue> values, int place, char[] folded, boolean change) {
        FoundValue value = values.get(place);
        if (isChange(value.span(), folded, change)) {
            return false;
        }
        for (int i = place + 1; i < values.size() && near(value, values.get(i)); i++) {
            if (alike(value, values.get(i)) && isChange(values.get(i).span(), folded, change)) {
                return true;
            }
        }
        return false;
    }

    /** Whether a value is the whole of which a smaller one beside it is told as a part. */
    public static boolean isWhole(List<FoundValue> values, int place, char[] folded) {
        FoundValue value = values.get(place);
        int start =
                ValuePhrases.STANDARD.startBefore("about", folded, value.span().start());
        if (!ValuePhrases.STANDARD.isBefore("ofWhole", folded, start)) {
            return false;
        }
        Optional<BigDecimal> whole = size(value);
        for (int i = Math.max(0, place - 3); i < values.size() && (i <= place || near(value, values.get(i))); i++) {
            FoundValue part = values.get(i);
            if (i != place
                    && alike(value, part)
                    && near(value, part)
                    && whole.isPresent()
                    && size(part)
                            .filter(size -> size.compareTo(whole.get()) < 0)
                            .isPresent()) {
                return true;
            }
        }
        return false;
    }

    private static boolean isChange(Span span, char[] folded, boolean change) {
        int start = ValuePhrases.STANDARD.startBefore("about", folded, span.start());
        return ValuePhrases.STANDARD.isBefore("changedBy", folded, start)
                || change && ValuePhrases.STANDARD.isBefore("changedTo", folded, start)
                || ValuePhrases.STANDARD
                        .behind("changedByBehind", folded, span.end(), folded.length)
                        .isPresent();
    }

    private static boolean near(FoundValue value, FoundValue other) {
        return other.span().distance(value.span()) <= APART;
    }

    private static boolean alike(FoundValue value, FoundValue other) {
        return value.value().getClass() == other.value().getClass()
                && value.sort() != FoundValue.Sort.HALVES
                && (!(value.value() instanceof TermValue.Text text)
                        || other.value() instanceof TermValue.Text same
                                && text.unit().equals(same.unit()));
    }

    private static Optional<BigDecimal> size(FoundValue value) {
        return value.value() instanceof TermValue.Money money
                ? Optional.of(money.amount())
                : value.value() instanceof TermValue.Percent share
                        ? Optional.of(share.percent())
                        : value.value() instanceof TermValue.Text text ? text.number() : Optional.empty();
    }
}
