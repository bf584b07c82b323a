package io.pactwatch.train.encoder;

import ai.onnxruntime.OrtException;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Turns a checkpoint into the files that the product reads, and measures those. */
final class EncoderExport {
    static final String ENCODER = "encoder.onnx";
    private static final int MAX_TOKENS = 192;

    private final BaseEncoder base;
    private final TrainingData data;
    private final PrintStream progress;

    EncoderExport(BaseEncoder base, TrainingData data, PrintStream progress) {
        this.base = base;
        this.data = data;
        this.progress = progress;
    }

    /**
     * Writes encoder, vocabulary and heads; thresholds are chosen with the int8 encoder on the validation passages. Without
     * passages the head for targets is the only one that has learnt anything, and the only one that is written.
     */
    HeadsFile export(Map<String, float[]> values, Path folder) throws IOException, OrtException {
        Files.createDirectories(folder);
        OnnxFile quantised = base.quantised();
        int written = new QuantisedWeights(quantised).put(values);
        Path encoder = folder.resolve(ENCODER);
        quantised.save(encoder);
        Files.write(folder.resolve("vocab.txt"), base.vocabulary());
        int terms = data.labels().terms().size();
        HeadsFile heads = HeadsFile.of(values, data.labels(), MAX_TOKENS, new float[terms]);
        try (OnnxHiddenStates states = new OnnxHiddenStates(encoder)) {
            List<HeadReader.Reading> readings = Evaluation.readings(data.validationPassages(), states, heads);
            heads = heads.withThresholds(Thresholds.of(data.validationPassages(), readings, terms));
        }
        (data.validationPassages().isEmpty() ? heads.ofTargets() : heads).save(folder.resolve("heads.json"));
        progress.printf(
                Locale.ROOT, "exported %d weights, encoder.onnx has %d bytes%n", written, Files.size(encoder));
        return heads;
    }

    /** The fp32 form, for comparison only. */
    void exportFloat(Map<String, float[]> values, Path file) throws IOException {
        OnnxFile floats = base.floats();
        Map<String, String> tensors = floats.weights();
        values.forEach((name, value) -> {
            if (!Parameters.isHead(name)) {
                floats.tensor(tensors.get(name)).setFloats(value);
            }
        });
        floats.save(file);
    }

    /** Figures of an exported encoder, a line each. */
    List<String> figures(Path encoder, HeadsFile heads, boolean test) throws OrtException {
        List<String> lines = new ArrayList<>();
        try (OnnxHiddenStates states = new OnnxHiddenStates(encoder)) {
            if (test) {
                lines.add(terms("test, varied passages", data.variedTest(), states, heads));
                lines.add(terms("test, plain passages", data.plainTest(), states, heads));
                List<Example> both = new ArrayList<>(data.variedTest());
                both.addAll(data.plainTest());
                lines.add(terms("test, all passages", both, states, heads));
                lines.add(target("test, NewsMTSC devtest_mt", data.targetTest(), states, heads));
            } else {
                lines.add(terms("validation passages", data.validationPassages(), states, heads));
                lines.add(target("NewsMTSC train, held out", data.validationTargets(), states, heads));
            }
        }
        return lines;
    }

    private static String terms(String name, List<Example> examples, HiddenStates states, HeadsFile heads) {
        if (examples.isEmpty()) {
            return String.format(Locale.ROOT, "| %s | not read |", name);
        }
        List<HeadReader.Reading> readings = Evaluation.readings(examples, states, heads);
        TermFigures figures = TermFigures.of(examples, readings, heads.terms().threshold());
        return String.format(
                Locale.ROOT,
                "| %s (%d) | terms micro-F1 %.3f, macro-F1 %.3f; status %.3f, stage %.3f given the term; tie macro-F1 %.3f |",
                name,
                examples.size(),
                figures.micro(),
                figures.macro(),
                figures.status(),
                figures.stage(),
                Evaluation.tieF1(examples, readings));
    }

    private static String target(String name, List<Example> examples, HiddenStates states, HeadsFile heads) {
        return String.format(
                Locale.ROOT,
                "| %s (%d) | target macro-F1 %.3f |",
                name,
                examples.size(),
                Evaluation.targetF1(examples, Evaluation.readings(examples, states, heads)));
    }
}
