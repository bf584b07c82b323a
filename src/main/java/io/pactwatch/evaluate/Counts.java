package io.pactwatch.evaluate;

import java.util.HashSet;
import java.util.Locale;
import java.util.Set;

/** Hits, surplus and misses of what is found against what is labelled. Not thread-safe. */
public final class Counts {
    private int right;
    private int surplus;
    private int missed;

    /** Enters the labelled and the found facts of one text. */
    public <T> void add(Set<T> labelled, Set<T> found) {
        Set<T> both = new HashSet<>(labelled);
        both.retainAll(found);
        right += both.size();
        surplus += found.size() - both.size();
        missed += labelled.size() - both.size();
    }

    public int labelled() {
        return right + missed;
    }

    /** Share of what is found that is right; 0 if nothing is found. */
    public double precision() {
        return share(right, right + surplus);
    }

    /** Share of what is labelled that is found; 0 if nothing is labelled. */
    public double recall() {
        return share(right, right + missed);
    }

    /** Harmonic mean of precision and recall. */
    public double f1() {
        return share(2 * right, 2 * right + surplus + missed);
    }

    /** One line for people. */
    public String text() {
        return String.format(
                Locale.ROOT,
                "P %.3f  R %.3f  F1 %.3f  (%d right, %d surplus, %d missed)",
                precision(),
                recall(),
                f1(),
                right,
                surplus,
                missed);
    }

    private static double share(int part, int whole) {
        return whole == 0 ? 0 : (double) part / whole;
    }
}
