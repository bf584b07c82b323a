package io.pactwatch.train.encoder;

import ai.djl.engine.Engine;
import ai.djl.ndarray.NDManager;
import ai.onnxruntime.OrtException;
import io.pactwatch.analysis.model.WordPiece;
import io.pactwatch.train.article.ArticleParts;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Trains the encoder and writes the files of the accurate tier: encoder.onnx, vocab.txt, heads.json, model-card.md. */
@Command(
        name = "train-encoder",
        mixinStandardHelpOptions = true,
        description = "Trains the encoder of the accurate tier; goes on where a run in the same work folder was broken off.")
public final class EncoderTraining implements Callable<Integer> {
    private static final int MAX_TOKENS = 160;
    private static final int BATCH = 32;
    private static final double HEAD_RATE = 1e-3;
    private static final float DROPOUT = 0.1f;
    private static final double HIDDEN_PIECES = 0.05;

    @Option(names = "--claims", required = true, description = "Folder with the labelled passages.")
    private Path claims;

    @Option(
            names = "--supplement",
            defaultValue = "src/train/data",
            description = "Folder with passages that train only. Default: ${DEFAULT-VALUE}")
    private Path supplement;

    @Option(
            names = "--articles",
            defaultValue = "src/train/articles/train.jsonl",
            description = "Labelled articles that train only. Default: ${DEFAULT-VALUE}")
    private Path articles;

    @Option(names = "--sentiment", required = true, description = "Folder with NewsMTSC and SEntFiN.")
    private Path sentiment;

    @Option(names = "--out", required = true, description = "Folder for the files of the model.")
    private Path out;

    @Option(
            names = "--work",
            defaultValue = "target/train-encoder",
            description = "Folder for checkpoints. Default: ${DEFAULT-VALUE}")
    private Path work;

    @Option(names = "--from", description = "Folder with a model to start from, instead of the base encoder.")
    private Optional<Path> from = Optional.empty();

    @Option(names = "--seed", defaultValue = "1", description = "Of all that is random. Default: ${DEFAULT-VALUE}")
    private int seed;

    @Option(
            names = "--rounds",
            defaultValue = "18",
            description = "How often every passage is read. Default: ${DEFAULT-VALUE}")
    private int rounds;

    @Option(
            names = "--target-epochs",
            defaultValue = "0.7",
            description = "How often every target is read. Default: ${DEFAULT-VALUE}")
    private double targetEpochs;

    @Option(
            names = "--headlines",
            defaultValue = "3000",
            description = "How many headlines train. Default: ${DEFAULT-VALUE}")
    private int headlines;

    @Option(
            names = "--joined",
            defaultValue = "0.25",
            description = "Share of passages that are read with a neighbour. Default: ${DEFAULT-VALUE}")
    private double joined;

    @Option(
            names = "--validate-every",
            defaultValue = "6",
            description = "Rounds between validations. Default: ${DEFAULT-VALUE}")
    private int validateEvery;

    @Option(
            names = "--rate",
            defaultValue = "8e-5",
            description = "Highest learning rate of the encoder. Default: ${DEFAULT-VALUE}")
    private double rate;

    @Option(names = "--targets-only", description = "Trains the tone of targets alone: a model to start from.")
    private boolean targetsOnly;

    @Option(names = "--sample", defaultValue = "0", description = "Only so many examples of each kind; 0 for all.")
    private int sample;

    @Option(names = "--export-only", description = "Exports the checkpoint that is there.")
    private boolean exportOnly;

    @Option(names = "--test", description = "Measures on the test parts, too: once, at the end.")
    private boolean test;

    public static void main(String[] arguments) {
        System.exit(new CommandLine(new EncoderTraining()).execute(arguments));
    }

    @Override
    public Integer call() throws IOException, OrtException {
        BaseEncoder base = new BaseEncoder();
        Files.createDirectories(work);
        TrainingPlan plan = new TrainingPlan(
                seed,
                rounds,
                targetEpochs,
                validateEvery,
                BATCH,
                rate,
                HEAD_RATE,
                DROPOUT,
                HIDDEN_PIECES,
                joined);
        TrainingData all = TrainingData.read(
                claims, List.of(supplement, parts()), sentiment, new WordPiece(base.vocabulary()), MAX_TOKENS, headlines, seed);
        TrainingData chosen = targetsOnly ? all.withoutPassages() : all;
        TrainingData data = sample > 0 ? chosen.sample(sample) : chosen;
        System.out.printf(
                "train %d passages, %d targets; validate %d, %d; %d terms%n",
                data.passages().size(),
                data.targets().size(),
                data.validationPassages().size(),
                data.validationTargets().size(),
                data.labels().terms().size());
        if (!exportOnly) {
            train(base, plan, data);
        }
        export(base, plan, data);
        return 0;
    }

    /** A folder with the articles in parts. */
    private Path parts() throws IOException {
        Path folder = Files.createDirectories(work.resolve("parts"));
        ArticleParts.cut(articles, folder.resolve("article-parts.jsonl"));
        return folder;
    }

    private void train(BaseEncoder base, TrainingPlan plan, TrainingData data) throws IOException {
        Engine.getInstance().setRandomSeed(seed);
        Random random = new Random(seed);
        try (NDManager manager = NDManager.newBaseManager()) {
            Parameters parameters = Parameters.of(
                    manager, base.floats(), data.labels().terms().size(), random);
            if (from.isPresent()) {
                parameters.set(EarlierModel.weights(from.get(), data.labels()));
            }
            new Trainer(plan, data, manager, parameters, random, System.out).train(work);
        }
    }

    private void export(BaseEncoder base, TrainingPlan plan, TrainingData data) throws IOException, OrtException {
        Map<String, float[]> values = Checkpoint.read(work.resolve(Trainer.BEST));
        EncoderExport export = new EncoderExport(base, data, System.out);
        HeadsFile heads = export.export(values, out);
        Path floats = work.resolve("encoder-fp32.onnx");
        export.exportFloat(values, floats);
        List<String> int8 = figures(export, out.resolve(EncoderExport.ENCODER), heads);
        List<String> fp32 = figures(export, floats, heads);
        new ModelCard(data, plan, start(), int8, fp32).save(out.resolve("model-card.md"));
    }

    private String start() throws IOException {
        return from.isPresent()
                ? "an earlier model of this kind, with heads for " + EarlierModel.heads(from.get())
                : "the base encoder";
    }

    private List<String> figures(EncoderExport export, Path encoder, HeadsFile heads) throws OrtException {
        List<String> figures = new ArrayList<>(export.figures(encoder, heads, false));
        if (test) {
            figures.addAll(export.figures(encoder, heads, true));
        }
        System.out.println(encoder.getFileName());
        figures.forEach(System.out::println);
        return figures;
    }
}
