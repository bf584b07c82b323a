package io.pactwatch.train.encoder;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/** Reads examples with an encoder and heads, and measures what comes out. */
final class Evaluation {
    private static final int BATCH = 16;

    private Evaluation() {}

    /** Readings in the order of the examples. */
    static List<HeadReader.Reading> readings(List<Example> examples, HiddenStates encoder, HeadsFile heads) {
        HeadReader reader = new HeadReader(heads);
        HeadReader.Reading[] readings = new HeadReader.Reading[examples.size()];
        List<Integer> order = IntStream.range(0, examples.size())
                .boxed()
                .sorted(Comparator.comparingInt(i -> examples.get(i).length()))
                .toList();
        for (List<Integer> part : Batches.parts(order, BATCH)) {
            List<float[]> hidden = encoder.of(part.stream().map(examples::get).toList());
            for (int i = 0; i < part.size(); i++) {
                readings[part.get(i)] = reader.read(examples.get(part.get(i)), hidden.get(i));
            }
        }
        return new ArrayList<>(List.of(readings));
    }

    /** Macro-F1 of the tone towards targets. */
    static double targetF1(List<Example> examples, List<HeadReader.Reading> readings) {
        Confusion confusion = new Confusion(LabelSet.TONES.size());
        for (int i = 0; i < examples.size(); i++) {
            confusion.add(examples.get(i).target().orElseThrow(), readings.get(i).target());
        }
        return confusion.macroF1();
    }

    /** Macro-F1 of the tone towards the tie. */
    static double tieF1(List<Example> examples, List<HeadReader.Reading> readings) {
        Confusion confusion = new Confusion(LabelSet.TONES.size());
        for (int i = 0; i < examples.size(); i++) {
            confusion.add(examples.get(i).tie().orElseThrow(), readings.get(i).tie());
        }
        return confusion.macroF1();
    }
}
