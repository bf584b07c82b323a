package io.pactwatch.analysis.model.linear;

import io.pactwatch.analysis.model.Distribution;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;

/**
 * A linear model over the constants of an enum, whose scores are turned into probabilities by a slope and an offset for each
 * constant (Platt 1999), fitted apart for English and for other languages. Immutable and thread-safe.
 */
public final class SoftmaxHead<E extends Enum<E>> {
    /** Share of a uniform distribution that is mixed in where the language is not English. */
    private static final double DOUBT = 0.1;

    private final E[] labels;
    private final LinearModel model;
    private final Calibration english;
    private final Calibration others;

    /**
     * How scores become probabilities.
     *
     * @param slope of every score
     * @param offsets one for each constant
     */
    public record Calibration(float slope, float[] offsets) {
        double[] apply(double[] scores) {
            double[] calibrated = new double[scores.length];
            for (int c = 0; c < scores.length; c++) {
                calibrated[c] = slope * scores[c] + offsets[c];
            }
            return calibrated;
        }
    }

    /** @param model with the names of the labels as classes, in their order */
    public SoftmaxHead(Class<E> type, LinearModel model, Calibration english, Calibration others) {
        this.labels = type.getEnumConstants();
        this.model = model;
        this.english = english;
        this.others = others;
        List<String> names = Arrays.stream(labels).map(Enum::name).toList();
        if (!model.classes().equals(names)) {
            throw new IllegalArgumentException("classes: " + model.classes() + " are not " + names);
        }
    }

    /** The probabilities of the constants for a text with these features. */
    public Distribution<E> read(Features features, boolean isEnglish) {
        double[] scores = model.scores(features);
        if (isEnglish) {
            return Distribution.softmax(labels, english.apply(scores));
        }
        Distribution<E> sure = Distribution.softmax(labels, others.apply(scores));
        double[] doubtful = new double[labels.length];
        for (int c = 0; c < labels.length; c++) {
            doubtful[c] = Math.log((1 - DOUBT) * sure.of(labels[c]) + DOUBT / labels.length);
        }
        return Distribution.softmax(labels, doubtful);
    }

    /** Writes the head so that {@link #read(Class, DataInputStream)} finds it. */
    public void write(DataOutputStream out) throws IOException {
        model.write(out);
        for (Calibration calibration : List.of(english, others)) {
            out.writeFloat(calibration.slope());
            for (float offset : calibration.offsets()) {
                out.writeFloat(offset);
            }
        }
    }

    /** @throws IOException if the stream does not hold a head for this enum */
    public static <E extends Enum<E>> SoftmaxHead<E> read(Class<E> type, DataInputStream in) throws IOException {
        LinearModel model = LinearModel.read(in);
        int size = model.classes().size();
        return new SoftmaxHead<>(type, model, calibration(size, in), calibration(size, in));
    }

    private static Calibration calibration(int size, DataInputStream in) throws IOException {
        float slope = in.readFloat();
        float[] offsets = new float[size];
        for (int c = 0; c < size; c++) {
            offsets[c] = in.readFloat();
        }
        return new Calibration(slope, offsets);
    }
}
